import Algorithms
import BriefingText

/// Finds where a long text is cut into slices, whatever the width: in one pass that looks at little more than the
/// cuts, at places where the reader minds least.
struct TextCutter {
  private let text: LongUnitText
  private let isCode: Bool
  private let bounds: LeafBounds

  /// Bytes before a cut in which the borders of characters are looked for.
  private static let window = 1024

  /// Makes a cutter.
  ///
  /// - Parameter isCode: whether the text is cut after its lines; else after a line break or a space.
  init(_ text: LongUnitText, isCode: Bool, _ bounds: LeafBounds) {
    self.text = text
    self.isCode = isCode
    self.bounds = bounds
  }

  /// The UTF-8 offsets at which the slices start, and one more at the end. No slice is empty, but that of no text.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func starts(isCancelled: () -> Bool) throws -> [Int] {
    let starts = text.bytes.withUnsafeBufferPointer { bytes -> [Int]? in
      var starts = [0]
      var start = 0
      while true {
        if starts.count % 4 == 0, isCancelled() { return nil }
        let limit = limit(from: start, bytes)
        guard limit < bytes.count else { break }
        start = cut(start, limit, bytes)
        guard start < bytes.count else { break }
        starts.append(start)
      }
      return starts + [bytes.count]
    }
    guard let starts else { throw CancellationError() }
    return starts
  }

  /// How far a slice may reach that starts at an offset.
  private func limit(from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var limit = min(bytes.count, start + bounds.slice)
    let run = text.runs.partitioningIndex { $0.range.upperBound > start } + bounds.marks
    if run < text.runs.count { limit = min(limit, text.runs[run].range.lowerBound) }
    let link = text.links.partitioningIndex { $0.range.lowerBound >= start } + bounds.marks
    if link < text.links.count { limit = min(limit, max(start + 1, text.links[link].range.lowerBound)) }
    var lines = 0
    var invisibles = 0
    var at = start
    while at < limit {
      let byte = bytes[at]
      if byte == 0x0A, isCode {
        lines += 1
        if lines == bounds.lines { return at + 1 }
      }
      let (scalar, length) = byte < 0x80 ? (UInt32(byte), 1) : Graphemes.scalar(at: at, in: bytes)
      at += length
      guard byte >= 0x80, ScalarDisplay(scalar).isInvisible else { continue }
      invisibles += 1
      if invisibles == bounds.invisibles { return min(at, limit) }
    }
    return limit
  }

  /// The best place for a cut: after `start`, and at `limit` at most where a character ends there.
  private func cut(_ start: Int, _ limit: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let least = isCode ? start : start + (limit - start) / 2
    for at in stride(from: limit - 1, through: least, by: -1) where bytes[at] == 0x0A { return at + 1 }
    if !isCode {
      for at in stride(from: limit - 1, through: least, by: -1)
      where bytes[at] == 0x20 && !Self.joins(bytes, at + 1) {
        return at + 1
      }
    }
    return Self.characterEnd(start, limit, bytes)
  }

  /// Whether what stands at an offset is one character with the space before it (UAX #29, GB9 and GB9a).
  private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at < bytes.count, bytes[at] >= 0x80 else { return false }
    let end = min(bytes.count, at + 4)
    guard let scalar = String(decoding: bytes[at..<end], as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return scalar.properties.isGraphemeExtend || scalar.properties.generalCategory == .spacingMark
      || scalar.value == 0x200D
  }

  /// The last end of a character up to `limit`; that of a scalar where one character is longer than a window, and
  /// after `limit` where not even one scalar fits.
  private static func characterEnd(_ start: Int, _ limit: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    func scalarStart(_ at: Int) -> Int {
      var at = at
      while at > start, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      return at
    }
    let from = scalarStart(max(start, limit - window))
    let end = scalarStart(min(bytes.count, limit + window / 4))
    var at = from
    var best = from
    for character in String(decoding: bytes[from..<end], as: UTF8.self) {
      at += character.utf8.count
      guard at <= limit, at < end else { break }
      best = at
    }
    if best > start, best > from { return best }
    let scalar = scalarStart(limit)
    if scalar > start { return scalar }
    var next = start + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
