/// The words of a text as a library is searched by them: folded, in order, with where they stand.
///
/// A word is a run of letters and digits; each symbol (`$`, `+`, an emoji) is a word, and each character of
/// scripts that write no spaces. All else divides words: so `F-35` is two words, found as a phrase.
public struct Words: Sendable {
  /// The folded text that ``ranges`` are offsets of.
  public let folded: FoldedText
  /// Where each word stands in ``folded``, in order.
  public let ranges: [Range<Int>]

  /// Finds the words of `text`.
  public init(_ text: some StringProtocol) {
    folded = FoldedText(text, .all)
    var ranges: [Range<Int>] = []
    folded.utf8.withUnsafeBufferPointer { bytes in
      _ = Words.scan(bytes) { ranges.append($0) }
    }
    self.ranges = ranges
  }

  /// The words' bytes as text.
  public var texts: [String] { ranges.map { String(decoding: folded.utf8[$0], as: UTF8.self) } }

  /// Where a stretch of words stands in the text as given, in UTF-8 offsets.
  public func originalRange(ofWords words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return folded.originalRange(of: ranges[first].lowerBound..<ranges[last].upperBound)
  }

  /// Calls `found` with the range of each word of folded UTF-8, in order.
  ///
  /// - Parameters:
  ///   - first: Where to begin: at the start, or where an earlier scan has paused.
  ///   - pause: The first place between two words at or after this offset is where it stops.
  /// - Returns: How far it came.
  @discardableResult
  public static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int = 0, pausingAt pause: Int = .max,
    found: (Range<Int>) -> Void
  ) -> Int {
    WordClass.ascii.withUnsafeBufferPointer { ascii in
      var start: Int?
      var at = first
      while at < bytes.count {
        let byte = bytes[at]
        let (kind, length) =
          byte < 0x80 ? (ascii[Int(byte)], 1) : classify(bytes, at)
        if kind == .letter {
          if start == nil { start = at }
        } else {
          if let first = start {
            found(first..<at)
            start = nil
          }
          if kind == .single { found(at..<at + length) }
          if at >= pause { return at + length }
        }
        at += length
      }
      if let first = start { found(first..<bytes.count) }
      return bytes.count
    }
  }

  /// The class of the scalar at an offset of UTF-8 beyond ASCII, and its length.
  private static func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (WordClass, Int) {
    let (value, length) = decode(bytes, at)
    return (WordClass(value), length)
  }

  /// The scalar at an offset of UTF-8 beyond ASCII, and its length.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[at]
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - at)
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in at + 1..<at + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (value, length)
  }
}
