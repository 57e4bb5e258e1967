import BriefingCore
import BriefingText
import CommonMark

extension Page {
  /// The anchor of a place. Costs the text of a unit and of those beside it, and a few kilobytes of the section:
  /// nothing that grows with the file, on a page whose long leaves are cut.
  public func anchor(of place: Place) -> Anchor {
    guard unitCount > 0 else {
      return Anchor(region: .section(briefing.identity(ofSection: nil), isShared: false), textFingerprint: 0)
    }
    let unit = min(max(0, place.unit), unitCount - 1)
    let bytes = Array(text(of: unit).string.utf8)
    let offset = min(max(0, place.offset), bytes.count)
    let start = sourceStart(of: unit)
    let span = span(around: unit)
    let depth = min(max(0, start - span.lowerBound), span.count) * Anchor.wholeDepth / max(1, span.count)
    return Anchor(
      region: region(of: unit), textFingerprint: TextHash(bytes).value,
      neighbours: [unit - 1, unit + 1].map { other in
        0..<unitCount ~= other ? TextHash(text(of: other).string.utf8).value : 0
      },
      quote: Self.quote(at: offset, of: bytes), offset: offset, skip: max(0, place.skip), byteOffset: start,
      depth: depth)
  }

  /// The text around an offset, whole characters of UTF-8.
  static func quote(at offset: Int, of bytes: [UInt8]) -> Anchor.Quote {
    func isInside(_ at: Int) -> Bool { at < bytes.count && bytes[at] & 0xC0 == 0x80 }
    var at = offset
    while at > 0, isInside(at) { at -= 1 }
    var start = max(0, at - Anchor.Quote.longestBefore)
    while start < at, isInside(start) { start += 1 }
    var end = min(bytes.count, at + Anchor.Quote.longestAfter)
    while end > at, isInside(end) { end -= 1 }
    return Anchor.Quote(
      before: String(decoding: bytes[start..<at], as: UTF8.self),
      after: String(decoding: bytes[at..<end], as: UTF8.self))
  }

  private func region(of unit: Int) -> Anchor.Region {
    switch units.table.units[unit].titleBlock {
    case .title: return .frontMatter(.title)
    case .summary: return .frontMatter(.summary)
    case .details: return .frontMatter(.details)
    case nil: break
    }
    if let note = note(around: unit) { return .footnote(label: briefing.document.label(of: note)) }
    let section = briefing.section(containing: block(of: unit))
    return .section(
      briefing.identity(ofSection: section),
      isShared: section.map(briefing.isTitleShared(ofSection:)) ?? false)
  }

  /// The footnote at the end of a section that a unit is part of.
  func note(around unit: Int) -> BlockID? {
    let document = briefing.document
    var block = block(of: unit)
    while let parent = document[block].parent {
      if parent == document.root { break }
      block = parent
    }
    return document[block].kind == .footnoteDefinition ? block : nil
  }

  /// Where a unit starts in the file; that of slices is about right.
  func sourceStart(of unit: Int) -> Int {
    let part = units.table.units[unit]
    let range = briefing.document[part.block].range
    if part.titleBlock != nil { return briefing.document.body.lowerBound }
    if part.insertion != nil {
      return part.block == briefing.document.root ? range.lowerBound : range.upperBound
    }
    return range.lowerBound + range.count * Int(part.slice) / Int(part.slices)
  }

  /// The bytes of the file that a unit's section has by itself, or its footnote.
  private func span(around unit: Int) -> Range<Int> {
    let document = briefing.document
    if let note = note(around: unit) { return document[note].range }
    return briefing.sourceSpan(ofSection: briefing.section(containing: block(of: unit)))
  }
}

extension Briefing {
  /// The bytes of the file that a section has by itself, from its heading; of the lead where nil.
  func sourceSpan(ofSection index: Int?) -> Range<Int> {
    let start = index.map { document[sections[$0].heading].range.lowerBound } ?? document.body.lowerBound
    let next = index.map { $0 + 1 } ?? 0
    let end =
      next < sections.count ? document[sections[next].heading].range.lowerBound : document.source.count
    return start..<max(start, end)
  }
}
