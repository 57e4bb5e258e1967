import BriefingCore
import BriefingText
import CommonMark

/// Finds anchors on a page. It reads the text of the sections that it is asked for, and of all units only where a block
/// is not in its section.
struct AnchorFinder {
  private let page: Page
  private var reader: UnitTextReader
  /// The units by the hash of their text, once all were read.
  private var everywhere: [UInt64: [Int]]?

  /// What was found.
  typealias Found = (place: Place, match: Anchor.Match)

  /// Bytes of text that a block or quote has at least to be looked for outside of its section.
  static let leastText = 24

  init(_ page: Page) {
    self.page = page
    reader = UnitTextReader(page.units)
  }

  /// Finds an anchor.
  ///
  /// - Parameter section: What has become of its section: its index, or nil where it is gone. Not looked at for other
  ///   regions and for the lead.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  mutating func place(of anchor: Anchor, section: Int?, isCancelled: () -> Bool) throws -> Found? {
    switch anchor.region {
    case .frontMatter(let part): return frontMatter(part, anchor)
    case .footnote(let label):
      if let note = page.briefing.document.footnote(labelled: label),
        let found = try find(
          anchor, in: Array(page.units(in: note)), span: page.briefing.document[note].range, isCancelled),
        found.match != .section
      {
        return found
      }
      return try findAnywhere(anchor, isCancelled)
    case .section(let identity, _):
      let isLead = identity.path.isEmpty
      guard isLead || section != nil else { return try findAnywhere(anchor, isCancelled) }
      let index = isLead ? nil : section
      let found = try find(
        anchor, in: page.ownUnits(ofSection: index), span: page.briefing.sourceSpan(ofSection: index),
        isCancelled)
      if let found, found.match == .exact { return found }
      // It may have been moved to another section as it is.
      return try findAnywhere(anchor, isCancelled) ?? found
    }
  }

  private func frontMatter(_ part: Anchor.FrontMatterPart, _ anchor: Anchor) -> Found? {
    let wanted: TitleBlock =
      switch part {
      case .title: .title
      case .summary: .summary
      case .details: .details
      }
    guard let unit = page.units.table.units.prefix(4).firstIndex(where: { $0.titleBlock == wanted }) else {
      return page.unitCount > 0 ? (Place(), .section) : nil
    }
    let text = page.text(of: unit).string
    let isSame = TextHash(text.utf8).value == anchor.textFingerprint
    // The details are one unit, open or closed.
    return (
      Place(unit: unit, offset: min(anchor.offset, text.utf8.count), skip: anchor.skip),
      isSame ? .exact : .section
    )
  }

  // MARK: Within a region

  private mutating func find(
    _ anchor: Anchor, in units: [Int], span: Range<Int>, _ isCancelled: () -> Bool
  ) throws -> Found? {
    guard !units.isEmpty else { return nil }
    let expected = span.lowerBound + span.count * anchor.depth / Anchor.wholeDepth
    var quotes = QuoteSearch(anchor.quote)
    var same: [Int] = []
    for unit in units {
      let bytes = try read(unit, isCancelled)
      if TextHash(bytes).value == anchor.textFingerprint { same.append(unit) }
      quotes.look(in: bytes, unit: unit, distance: abs(page.sourceStart(of: unit) - expected))
    }
    if let unit = try closest(same, anchor, expected, isCancelled) {
      return (exact(anchor, unit: unit), .exact)
    }
    if let best = quotes.best { return (Place(unit: best.unit, offset: best.offset), .quote) }
    let unit = units.last { page.sourceStart(of: $0) <= expected } ?? units[0]
    return (Place(unit: unit), .section)
  }

  /// Of units with the anchor's text, the one whose neighbours are the same, then the one that is nearest.
  private mutating func closest(
    _ units: [Int], _ anchor: Anchor, _ expected: Int, _ isCancelled: () -> Bool
  ) throws -> Int? {
    guard units.count > 1 else { return units.first }
    var best: (unit: Int, key: (Int, Int))?
    for unit in units {
      var others = 0
      for (other, hash) in zip([unit - 1, unit + 1], anchor.neighbours) {
        let isThere = 0..<page.unitCount ~= other
        if try (isThere ? TextHash(read(other, isCancelled)).value : 0) != hash { others += 1 }
      }
      let key = (others, abs(page.sourceStart(of: unit) - expected))
      if best.map({ key < $0.key }) ?? true { best = (unit, key) }
    }
    return best?.unit
  }

  /// The anchor's place in a unit of its text. A stored anchor may say anything.
  private func exact(_ anchor: Anchor, unit: Int) -> Place {
    Place(unit: unit, offset: min(anchor.offset, page.text(of: unit).string.utf8.count), skip: anchor.skip)
  }

  // MARK: Anywhere

  /// The only unit of the page with the anchor's text, which has to be long enough to tell.
  private mutating func findAnywhere(_ anchor: Anchor, _ isCancelled: () -> Bool) throws -> Found? {
    let units = try unitsByText(isCancelled)[anchor.textFingerprint] ?? []
    guard units.count == 1, try read(units[0], isCancelled).count >= Self.leastText else { return nil }
    return (exact(anchor, unit: units[0]), .exact)
  }

  private mutating func unitsByText(_ isCancelled: () -> Bool) throws -> [UInt64: [Int]] {
    if let everywhere { return everywhere }
    var units: [UInt64: [Int]] = [:]
    for unit in 0..<page.unitCount where page.units.table.units[unit].titleBlock == nil {
      units[TextHash(try read(unit, isCancelled)).value, default: []].append(unit)
    }
    everywhere = units
    return units
  }

  private mutating func read(_ unit: Int, _ isCancelled: () -> Bool) throws -> [UInt8] {
    reader.builder.removeAll()
    if let own = page.ownContent(of: unit) {
      if isCancelled() { throw CancellationError() }
      reader.append(own.content) { _ in }
    } else if !reader.read(unit, isCancelled: isCancelled, borders: { _ in }) {
      throw CancellationError()
    }
    return reader.builder.bytes
  }
}

extension Page {
  /// The units of a section by itself, or of the lead, in the order in which they are shown: without those of sections
  /// below it, and without the footnotes at its end.
  func ownUnits(ofSection index: Int?) -> [Int] {
    let heading = index.map { briefing.sections[$0].heading } ?? briefing.document.root
    let end = briefing.ownEnd(ofSection: index)
    var notes = briefing.notes(in: heading..<end)[...]
    var unit = index == nil ? 0 : self.unit(of: heading)
    var units: [Int] = []
    while unit < unitCount, self.units.table.units[unit].titleBlock != nil || heading..<end ~= block(of: unit)
    {
      let block = block(of: unit)
      while let note = notes.first, note.upperBound <= block { notes = notes.dropFirst() }
      if self.units.table.units[unit].titleBlock == nil, notes.first?.contains(block) != true {
        units.append(unit)
      }
      unit += 1
    }
    return units
  }
}

extension Briefing {
  /// The blocks of the footnotes that stand by themselves among some blocks, in order.
  fileprivate func notes(in blocks: Range<BlockID>) -> [Range<BlockID>] {
    var notes: [Range<BlockID>] = []
    var index = blocks.lowerBound.index
    while index < blocks.upperBound.index {
      let block = document[BlockID(index: index)]
      guard block.kind == .footnoteDefinition, block.parent == document.root else {
        index += 1
        continue
      }
      let end = block.next ?? BlockID(index: Int32(truncatingIfNeeded: document.blockCount))
      notes.append(BlockID(index: index)..<end)
      index = end.index
    }
    return notes
  }
}
