import Algorithms
import CommonMark

/// What an edit did to a briefing, section by section. A section has changed if its title or its words have: white
/// space, wrapping, emphasis and where links lead to are not words.
public struct SectionChanges: Sendable {
  /// Which sections are the same.
  public let matching: SectionMatching
  /// Old and new indices of sections with other words, in the new order.
  public private(set) var changed: [(old: Int, new: Int)] = []
  /// Indices of sections that came, in the new text.
  public private(set) var new: [Int] = []
  /// Indices of sections that went, in the old text.
  public private(set) var gone: [Int] = []
  /// Whether the words before the first section are others.
  public private(set) var isLeadChanged = false

  /// Compares two texts, in a time that grows with them.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init(from old: Briefing, to new: Briefing, isCancelled: () -> Bool = { false }) throws {
    matching = try SectionMatching(
      from: old.sectionIdentities(isCancelled: isCancelled),
      to: new.sectionIdentities(isCancelled: isCancelled),
      isCancelled: isCancelled)
    let before = try old.sectionWordHashes(isCancelled: isCancelled)
    let after = try new.sectionWordHashes(isCancelled: isCancelled)
    isLeadChanged = before[0] != after[0]
    for (index, origin) in matching.origins.enumerated() {
      if let origin {
        if before[origin + 1] != after[index + 1] { changed.append((origin, index)) }
      } else {
        self.new.append(index)
      }
    }
    gone = matching.matches.indices.filter { matching.matches[$0] == nil }
  }

  /// Whether no word has changed.
  public var isEmpty: Bool { changed.isEmpty && new.isEmpty && gone.isEmpty && !isLeadChanged }

  /// What changed, for a message: `2 sections changed, 1 new`; nil where no word did. The lead counts as a section.
  public var summary: String? {
    let changedCount = changed.count + (isLeadChanged ? 1 : 0)
    let counts = [(changedCount, "changed"), (new.count, "new"), (gone.count, "gone")].filter { $0.0 > 0 }
    guard let first = counts.first else { return nil }
    let rest = counts.dropFirst().map { ", \($0.0) \($0.1)" }.joined()
    return "\(first.0) \(first.0 == 1 ? "section" : "sections") \(first.1)\(rest)"
  }
}

extension Briefing {
  /// A hash of the words of the lead, then of each section with its title, in order. A footnote's words count where it
  /// is first referred to, for there it is shown.
  func sectionWordHashes(isCancelled: () -> Bool) throws -> [UInt64] {
    var own = Array(repeating: TextHash(), count: sections.count + 1)
    var notes = Array(repeating: UInt64(0), count: sections.count + 1)
    var owners: [BlockID: Int] = [:]
    for footnote in document.footnotes {
      owners[footnote.definition] = 1 + (section(at: footnote.firstReference) ?? -1)
    }
    var leaves = LeafReader(document)
    var line: [UInt8] = []
    var note: (end: Int32, owner: Int, hash: TextHash)?
    var current = 0
    for index in 1..<Int32(max(1, document.blockCount)) {
      let id = BlockID(index: index)
      let block = document[id]
      if let open = note, index >= open.end {
        notes[open.owner] &+= open.hash.value
        note = nil
      }
      if current < sections.count, sections[current].heading == id { current += 1 }
      var text: String
      if block.kind == .footnoteDefinition, note == nil, block.parent == document.root, let owner = owners[id]
      {
        note = (block.next?.index ?? Int32(truncatingIfNeeded: document.blockCount), owner, TextHash())
      }
      switch block.kind.content {
      case .inlines:
        guard leaves.read(id, isCancelled: isCancelled) else { throw CancellationError() }
        text = leaves.inlines.plainText
      case .literal: text = document.literal(of: id)
      case .blocks, .nothing: continue
      }
      line.removeAll(keepingCapacity: true)
      guard text.withUTF8({ Words.append($0, to: &line, isCancelled: isCancelled) }) != nil else {
        throw CancellationError()
      }
      // Where a paragraph ends is not a word.
      if !line.isEmpty { line.append(0x20) }
      if note != nil { note?.hash.add(line) } else { own[current].add(line) }
    }
    if let open = note { notes[open.owner] &+= open.hash.value }
    return zip(own, notes).map { own, notes in
      var hash = own
      hash.add(notes)
      return hash.value
    }
  }

  /// The section that a byte of the source stands in; nil in the lead.
  private func section(at byte: Int) -> Int? {
    let next = sections.partitioningIndex { document[$0.heading].range.lowerBound > byte }
    return next == 0 ? nil : next - 1
  }
}
