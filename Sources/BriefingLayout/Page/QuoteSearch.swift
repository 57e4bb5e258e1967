import BriefingCore

/// Looks for the text around an anchor in blocks that have changed: for all of it, then for what stands at the place,
/// then for what stands before it. Of several the nearest counts.
struct QuoteSearch {
  /// A text to look for, and the place in it.
  private struct Part {
    var bytes: [UInt8]
    var place: Int
  }

  private var parts: [Part] = []
  private var found: (rank: Int, distance: Int, unit: Int, offset: Int)?

  /// Bytes that a part has at least: a shorter one stands anywhere.
  private static let least = 12

  init(_ quote: Anchor.Quote) {
    let before = Array(quote.before.utf8)
    let after = Array(quote.after.utf8)
    parts = [
      Part(bytes: before + after, place: before.count),
      Part(bytes: after, place: 0),
      Part(bytes: Self.firstHalf(after), place: 0),
      Part(bytes: before, place: before.count),
    ].filter { $0.bytes.count >= Self.least }
  }

  private static func firstHalf(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<(bytes.prefix(1 + bytes.count / 2).lastIndex { $0 & 0xC0 != 0x80 } ?? 0)])
  }

  /// The best place so far.
  var best: (unit: Int, offset: Int)? { found.map { ($0.unit, $0.offset) } }

  /// Looks in the text of a unit.
  ///
  /// - Parameter distance: How far the unit is from where it is expected.
  mutating func look(in text: [UInt8], unit: Int, distance: Int) {
    for (rank, part) in parts.enumerated() {
      if let found, (found.rank, found.distance) <= (rank, distance) { return }
      guard let start = Self.firstOffset(of: part.bytes, in: text) else { continue }
      found = (rank, distance, unit, start + part.place)
      return
    }
  }

  private static func firstOffset(of part: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = part.first, text.count >= part.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        (0...text.count - part.count).first { at in
          text[at] == first && text[at..<at + part.count].elementsEqual(part)
        }
      }
    }
  }
}
