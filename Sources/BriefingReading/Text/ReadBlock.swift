import BriefingText

/// A paragraph, item, heading, table or other block as it is read: without markup.
public struct ReadBlock: Hashable, Sendable {
  /// Its text. Hard breaks, lines of code and the borders of a table's cells are LF.
  public var text: String
  /// Stretches that are not torn apart where they are compared: emphasis, links, code spans. UTF-8 offsets, ascending.
  public var wholes: [Range<Int>]
  /// Stretches that the page has added to the author's words: marks of footnotes, the signs before images. UTF-8 offsets,
  /// ascending, without overlaps.
  public var asides: [Range<Int>]

  /// Makes a block.
  public init(text: String, wholes: [Range<Int>] = [], asides: [Range<Int>] = []) {
    self.text = text
    self.wholes = wholes
    self.asides = asides
  }

  /// What stands for a byte of an aside where texts are compared: no byte of a text, and no part of a word.
  static let aside: UInt8 = 1

  /// The text as it is compared: with the same offsets.
  var compared: [UInt8] {
    var bytes = Array(text.utf8)
    for range in asides { for place in range { bytes[place] = Self.aside } }
    return bytes
  }

  /// The block with nothing but the author's words: the number of a footnote says nothing tomorrow.
  var withoutAsides: ReadBlock {
    guard !asides.isEmpty else { return self }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var moves: [(from: Int, by: Int)] = []
    var at = 0
    for range in asides {
      kept += bytes[at..<range.lowerBound]
      at = range.upperBound
      moves.append((at, at - kept.count))
    }
    kept += bytes[at...]
    func moved(_ offset: Int) -> Int {
      let by = moves.last { $0.from <= offset }?.by ?? 0
      // Within what is left out, its start.
      let inside = asides.first { $0.lowerBound < offset && offset < $0.upperBound }
      return inside.map { moved($0.lowerBound) } ?? offset - by
    }
    return ReadBlock(
      text: String(decoding: kept, as: UTF8.self),
      wholes: wholes.map { moved($0.lowerBound)..<moved($0.upperBound) }.filter { !$0.isEmpty })
  }
}

extension UnitTextBuilder {
  /// What was read, as it is compared.
  var compared: [UInt8] {
    var bytes = bytes
    for link in linksByStart {
      for place in SearchableText.leftOut(link, self.bytes) ?? 0..<0 { bytes[place] = ReadBlock.aside }
    }
    return bytes
  }
}
