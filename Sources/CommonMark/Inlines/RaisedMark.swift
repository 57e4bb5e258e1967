/// Raised and lowered text as pandoc writes it, `x^2^` and `H~2~O` (``Extensions/raisedText``).
///
/// Only what is nothing else: `5~8元，20~30` are ranges, `2^3^4` is a power of a power.
struct RaisedMark {
  /// The bytes from mark to mark.
  let length: Int

  /// Bytes between the marks at most.
  private static let longest = 6

  /// Reads the text whose first mark, `^` or `~`, is at `start`; nil where there is none.
  init?(_ text: Span<UInt8>, at start: Int) {
    guard start > 0, start + 2 < text.count else { return nil }
    let mark = text[start]
    let isRaised = mark == UInt8(ascii: "^")
    let before = text[start - 1]
    let standsBehind =
      isRaised
      ? before.isAlphanumeric || ")]~".utf8.contains(before)
      : before.isLetter || before == UInt8(ascii: ")")
    guard standsBehind else { return nil }
    var end = start + 1
    var hasLetters = false
    while end < text.count, text[end] != mark {
      let byte = text[end]
      guard end - start <= Self.longest,
        byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      else { return nil }
      if byte.isLetter { hasLetters = true }
      end += 1
    }
    guard end > start + 1, end < text.count else { return nil }
    let next = end + 1 < text.count ? text[end + 1] : 0
    guard next != mark, !next.isDigit, !(isRaised || hasLetters) || !next.isLetter else { return nil }
    if hasLetters, end > start + 2 {
      // `1^st^`; other words may be anything.
      guard isRaised, before.isDigit, !text[start + 1].isDigit, end - start == 3 else { return nil }
    }
    length = end + 1 - start
  }

  /// Appends what is shown of such a text.
  ///
  /// - Parameter range: From mark to mark, in bytes that have the one in front of it.
  static func append(_ range: Range<Int>, of source: [UInt8], to bytes: inout [UInt8]) {
    let text = String(decoding: source[range.lowerBound + 1..<range.upperBound - 1], as: UTF8.self)
    let isRaised = source[range.lowerBound] == UInt8(ascii: "^")
    bytes += RaisedText.text(text, isRaised: isRaised, behind: source[range.lowerBound - 1]).utf8
  }
}

extension InlineParser {
  /// Reads `x^2^` or `H~2~O` from the first mark on; nil where there is none.
  mutating func parseRaisedMark(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard extensions.contains(.raisedText), let mark = RaisedMark(text, at: start) else { return nil }
    return addToken(.characterReference, start, start + mark.length)
  }
}
