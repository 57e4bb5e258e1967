import Algorithms

/// Text in the form in which it is compared, with the way back to the original.
public struct FoldedText: Hashable, Sendable {
  /// The folded text.
  public private(set) var utf8: [UInt8]
  /// How many bytes of original text went in.
  public private(set) var originalCount: Int
  /// Where folded and original bytes do not run side by side, in order.
  private var edits: Edits

  /// A character whose folded form differs, with the marks that were left out behind it.
  private struct Edit: Hashable, Sendable {
    var folded: Range<Int>
    var original: Range<Int>
  }

  /// A list of edits that never moves more than a part of them: a long text can have more bytes of them than of text.
  private struct Edits: Hashable, Sendable {
    private var parts: [[Edit]] = []

    private static let partSize = 1 << 14

    var count: Int { parts.isEmpty ? 0 : (parts.count - 1) * Self.partSize + parts[parts.count - 1].count }

    var last: Edit? { parts.last?.last }

    subscript(index: Int) -> Edit {
      get { parts[index / Self.partSize][index % Self.partSize] }
      set { parts[index / Self.partSize][index % Self.partSize] = newValue }
    }

    mutating func append(_ edit: Edit) {
      if parts.isEmpty || parts[parts.count - 1].count == Self.partSize { parts.append([]) }
      parts[parts.count - 1].append(edit)
    }
  }

  /// An empty text.
  public init() {
    utf8 = []
    originalCount = 0
    edits = Edits()
  }

  /// The folded form of `text`.
  public init(_ text: some StringProtocol, _ folding: Folding) {
    self.init()
    append(text, folding)
  }

  /// Folds `text` and puts it after what is there; offsets go on from ``originalCount``.
  public mutating func append(_ text: some StringProtocol, _ folding: Folding) {
    var text = Substring(text)
    text.withUTF8 { append($0, folding) }
  }

  /// The bytes of the original that a stretch of ``utf8`` stands for: whole characters with the marks after
  /// them, even where the stretch is half of `ß`.
  public func originalRange(of folded: Range<Int>) -> Range<Int> {
    let start = original(of: folded.lowerBound)
    guard !folded.isEmpty else { return start.lowerBound..<start.lowerBound }
    return start.lowerBound..<original(of: folded.upperBound - 1).upperBound
  }

  /// The first place at or after `start` where `needle` stands, as offsets in ``utf8``. An empty needle is
  /// nowhere.
  public func firstRange(of needle: FoldedText, from start: Int = 0) -> Range<Int>? {
    guard let first = needle.utf8.first, start >= 0 else { return nil }
    let count = needle.utf8.count
    return utf8.withUnsafeBufferPointer { text in
      needle.utf8.withUnsafeBufferPointer { needle in
        var at = start
        while at + count <= text.count {
          if text[at] == first, text[at..<at + count].elementsEqual(needle) { return at..<at + count }
          at += 1
        }
        return nil
      }
    }
  }

  /// Whether `needle` stands anywhere in it; an empty needle does.
  public func contains(_ needle: FoldedText) -> Bool {
    needle.utf8.isEmpty || firstRange(of: needle) != nil
  }

  /// Whether it starts with `prefix`.
  public func hasPrefix(_ prefix: FoldedText) -> Bool { utf8.starts(with: prefix.utf8) }

  /// The original bytes of one folded byte: the byte itself, or the character that was changed.
  private func original(of folded: Int) -> Range<Int> {
    let next = (0..<edits.count).partitioningIndex { edits[$0].folded.lowerBound > folded }
    guard next > 0 else { return folded..<folded + 1 }
    let edit = edits[next - 1]
    if edit.folded.contains(folded) { return edit.original }
    let offset = edit.original.upperBound + folded - edit.folded.upperBound
    return offset..<offset + 1
  }
}

// MARK: - Folding

extension FoldedText {
  /// Folds valid UTF-8 and puts it after what is there; offsets go on from ``originalCount``.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ folding: Folding) {
    _ = append(text, 0..<text.count, folding)
  }

  /// Folds a stretch of valid UTF-8 from scalar to scalar; returns where it came to, which may be after the stretch, within
  /// a syllable.
  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ folding: Folding
  ) -> Int {
    let base = originalCount - range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let run = Self.asciiCount(UnsafeBufferPointer(rebasing: text[..<range.upperBound]), from: at)
      if run > 0 {
        appendASCII(UnsafeBufferPointer(rebasing: text[at..<at + run]), folding)
        at += run
      }
      guard at < range.upperBound else { break }
      let scalar = Self.decode(text, at: at)
      if let syllable = ScalarFolding.syllable(scalar.value, text, at: at) {
        appendSyllable(syllable.value, base + at..<base + at + syllable.length)
        at += syllable.length
        continue
      }
      if let digit = ScalarFolding.digit(scalar.value, text, at: at) {
        let start = utf8.count
        digit.withUTF8Buffer { utf8.append(contentsOf: $0) }
        edits.append(Edit(folded: start..<utf8.count, original: base + at..<base + at + scalar.count))
        at += scalar.count
        continue
      }
      appendScalar(scalar.value, text[at..<at + scalar.count], at: base + at, folding)
      at += scalar.count
    }
    originalCount += at - range.lowerBound
    return at
  }

  /// Puts a line end after what is there, as it is: else it would be a space.
  public mutating func appendLineEnd() {
    utf8.append(0x0A)
    originalCount += 1
  }

  /// Appends a Hangul syllable that was written in pieces.
  private mutating func appendSyllable(_ value: UInt32, _ original: Range<Int>) {
    let start = utf8.count
    utf8.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
    utf8.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    utf8.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    edits.append(Edit(folded: start..<utf8.count, original: original))
  }

  /// Folds valid UTF-8 piece by piece, as text of many megabytes may be.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds.
  /// - Returns: Whether it came to its end.
  public mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, _ folding: Folding, isCancelled: () -> Bool
  ) -> Bool {
    var start = 0
    while start < text.count {
      var end = min(text.count, start + (1 << 17))
      while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
      start = append(text, start..<end, folding)
      if start < text.count, isCancelled() { return false }
    }
    return true
  }

  /// How many bytes from `start` on are ASCII, eight at a time.
  private static func asciiCount(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    var at = start
    while at + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    while at < bytes.count, bytes[at] < 0x80 { at += 1 }
    return at - start
  }

  private mutating func appendASCII(_ run: UnsafeBufferPointer<UInt8>, _ folding: Folding) {
    let start = utf8.count
    utf8.append(contentsOf: run)
    let upperToLower: UInt8 = folding.contains(.letterCase) ? 0x20 : 0
    utf8.withUnsafeMutableBufferPointer { bytes in
      // Without branches, so that the compiler makes vectors of it.
      for index in start..<start &+ run.count {
        let byte = bytes[index]
        let lowered = byte | (byte &- 0x41 < 26 ? upperToLower : 0)
        bytes[index] = byte &- 0x09 < 5 ? 0x20 : lowered
      }
    }
  }

  /// The scalar at an offset of valid UTF-8, and its length.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> (value: UInt32, count: Int) {
    let lead = text[at]
    let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(count))
    for byte in text[at + 1..<at + count] { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, count)
  }

  /// Appends a scalar beyond ASCII that stands at `offset` of the original as `bytes`.
  private mutating func appendScalar(
    _ value: UInt32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, at offset: Int, _ folding: Folding
  ) {
    let start = utf8.count
    if let kin = Self.asciiKin(of: value) {
      kin.withUTF8Buffer { utf8.append(contentsOf: $0) }
    } else if let variant = FoldingData.variant(of: value, folding) {
      for index in variant { utf8.append(FoldingData.pool[index]) }
    } else {
      for byte in bytes { utf8.append(byte) }
      return
    }
    if utf8.count > start {
      edits.append(Edit(folded: start..<utf8.count, original: offset..<offset + bytes.count))
    } else {
      extendLast(to: offset + bytes.count, from: offset)
    }
  }

  /// Makes what was left out, `start..<end` of the original, part of the character before it.
  private mutating func extendLast(to end: Int, from start: Int) {
    if let last = edits.last, last.folded.upperBound == utf8.count {
      edits[edits.count - 1].original = last.original.lowerBound..<end
      return
    }
    var letter = utf8.count
    while letter > 0 {
      letter -= 1
      if utf8[letter] & 0xC0 != 0x80 { break }
    }
    let count = utf8.count - letter
    edits.append(Edit(folded: letter..<utf8.count, original: start - count..<end))
  }

  /// The ASCII that a space, quote, dash or ellipsis is typed as; empty for what has no look of its own.
  static func asciiKin(of value: UInt32) -> StaticString? {
    // Most letters leave here.
    if value > 0xAD, value < 0x2000 {
      guard value == 0x02BC || value == 0x1680 || ScalarFolding.isLeftOut(value) else { return nil }
    } else if value > 0x3000, value < 0xFE00 {
      return nil
    }
    return switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: " "
    case 0x2018...0x201B, 0x02BC, 0x2032: "'"
    case 0x201C...0x201F, 0x2033: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2026: "..."
    case _ where ScalarFolding.isLeftOut(value): ""
    default: nil
    }
  }
}

extension FoldingData {
  /// Where in ``pool`` the folded form of a scalar beyond ASCII stands; nil where it is the scalar itself.
  static func variant(of value: UInt32, _ folding: Folding) -> Range<Int>? {
    let page = Int(value >> 8)
    guard page + 1 < pages.count else { return nil }
    let index = keys[Int(pages[page])..<Int(pages[page + 1])].partitioningIndex { $0 >= value }
    guard index < Int(pages[page + 1]), keys[index] == value else { return nil }
    // The options' bits are the order of the variants.
    let place = Int(variants[index * 4 + Int(folding.rawValue & 3)])
    return place + 1..<place + 1 + Int(pool[place])
  }
}
