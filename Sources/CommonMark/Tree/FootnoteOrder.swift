/// The footnotes that are referred to, in the order of their first references in the source, those in
/// footnotes included.
struct FootnoteOrder {
  /// The rows of their definitions.
  private(set) var rows: [Int32] = []
  /// How often each is referred to; empty where that is not kept.
  private(set) var counts: [Int32] = []
  /// Where the first reference to each stands in the source.
  private(set) var firstReferences: [Int32] = []
  /// One reference: where it stands in the source, its footnote's place in ``rows``, and how many references to
  /// it there are so far, this included.
  private struct Reference {
    var start: Int32
    var place: Int32
    var count: Int32
  }

  /// In the order of the source; empty where they are not kept. A file may have millions.
  private var references: [Reference] = []
  private let keepsReferences: Bool
  /// For each row of the document the place of the definition there in ``rows``; -1 for all others.
  private var places: [Int32] = []
  private var leaves: LeafReader
  private var label: [UInt8] = []
  /// Whether all references were looked for; false where that was cancelled.
  private(set) var isComplete = true

  /// The footnote's place and the reference's number among those to it, for the reference at an offset.
  func reference(at start: Int32) -> (place: Int, count: Int)? {
    let index = references.partitioningIndex { $0.start >= start }
    guard index < references.count, references[index].start == start else { return nil }
    return (Int(references[index].place), Int(references[index].count))
  }

  /// Finds the references in a stretch of a document, and in the footnotes that they lead to.
  ///
  /// - Parameters:
  ///   - written: The rows of the stretch; nil for all.
  ///   - keepsReferences: Whether ``reference(at:)`` and ``counts`` are wanted.
  ///   - isCancelled: Asked every few milliseconds; ``isComplete`` says whether it has answered true.
  init(
    _ document: Document, _ written: Range<Int>? = nil, keepsReferences: Bool,
    isCancelled: () -> Bool = { false }
  ) {
    let written = written ?? 1..<document.rows.count
    self.keepsReferences = keepsReferences
    leaves = LeafReader(document)
    guard !document.references.footnotes.isEmpty else { return }
    places = Array(repeating: -1, count: document.rows.count)
    guard written.count < document.rows.count - 1 else {
      for row in written {
        if row % Self.stride == 0, isCancelled() { isComplete = false }
        guard isComplete else { return }
        find(in: row, document, isCancelled)
      }
      // What an inline note refers to is found after the leaf that the note is written in.
      if document.extensions.contains(.inlineNotes) { references.sort { $0.start < $1.start } }
      return
    }
    // Of a stretch the definitions count that its text leads to, wherever they stand.
    let definitions = Self.definitions(around: document.rows)
    var leaves: [Int: [Int]] = [:]
    for (index, row) in document.rows.enumerated() {
      if index % Self.stride == 0, isCancelled() { isComplete = false }
      guard isComplete else { return }
      guard row.tag.hasInlines else { continue }
      let definition = Int(definitions[index])
      if written.contains(index), !written.contains(definition) {
        find(in: index, document, isCancelled)
      } else if definition >= 0 {
        leaves[definition, default: []].append(index)
      }
    }
    var place = 0
    while place < rows.count {
      if place % Self.stride == Self.stride - 1, isCancelled() { isComplete = false }
      guard isComplete else { return }
      for leaf in leaves[Int(rows[place])] ?? [] where isComplete { find(in: leaf, document, isCancelled) }
      place += 1
    }
    references.sort { $0.start < $1.start }
  }

  /// Rows that are gone through between two questions whether to go on.
  private static let stride = 1 << 14

  private mutating func find(in index: Int, _ document: Document, _ isCancelled: () -> Bool) {
    let row = document.rows[index]
    guard row.tag.hasInlines else { return }
    guard Self.mayRefer(document.source.span.extracting(Int(row.start)..<Int(row.end))) else { return }
    leaves.startPieces(of: BlockID(index: Int32(truncatingIfNeeded: index)))
    while leaves.nextPiece(isCancelled: isCancelled) {
      guard add(leaves.inlines.rows, document, isCancelled) else { return isComplete = false }
    }
    isComplete = leaves.isAtEnd
  }

  /// Adds the references among some inlines; returns false where it was cancelled.
  private mutating func add(_ inlines: [InlineRow], _ document: Document, _ isCancelled: () -> Bool) -> Bool {
    for (index, inline) in inlines.enumerated() {
      if index % Self.stride == Self.stride - 1, isCancelled() { return false }
      guard inline.kind == .footnoteReference else { continue }
      var written: [UInt8] = []
      leaves.inlines.appendText(of: index, to: &written)
      LabelNormalizer.normalize(written.span, into: &label)
      guard let definition = document.references.footnotes.value(of: label) else { continue }
      let place = places[definition] >= 0 ? Int(places[definition]) : rows.count
      if place == rows.count {
        places[definition] = Int32(truncatingIfNeeded: place)
        rows.append(Int32(truncatingIfNeeded: definition))
        firstReferences.append(inline.start)
        if keepsReferences { counts.append(0) }
      }
      guard keepsReferences else { continue }
      counts[place] += 1
      references.append(
        Reference(
          start: inline.start, place: Int32(truncatingIfNeeded: place), count: counts[place]))
    }
    return true
  }

  /// For each row the innermost footnote definition that it stands in; -1 for none.
  private static func definitions(around rows: BlockTable) -> [Int32] {
    var definitions: [Int32] = []
    definitions.reserveCapacity(rows.count)
    for row in rows {
      let parent = Int(row.parent)
      let isInParent = parent >= 0 && rows[parent].tag == .footnoteDefinition
      definitions.append(isInParent ? row.parent : parent >= 0 ? definitions[parent] : -1)
    }
    return definitions
  }

  /// Whether a leaf has `[^`, or `^[` as notes without a label: the others need not be parsed.
  private static func mayRefer(_ source: Span<UInt8>) -> Bool {
    var position = source.skipProse(from: 0)
    while position + 1 < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: "["), source[position + 1] == UInt8(ascii: "^") { return true }
      if byte == UInt8(ascii: "^"), source[position + 1] == UInt8(ascii: "[") { return true }
      position = source.skipProse(from: position + 1)
    }
    return false
  }
}
