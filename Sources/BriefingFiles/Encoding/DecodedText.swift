import BriefingCore

/// The bytes of a file as UTF-8, and what is wrong with them: the one place where files are decoded.
///
/// * UTF-16 by its byte-order mark, either order. A mark that lies is found out by where the zeros are, and where what is
///   after it is UTF-8.
/// * Valid UTF-8 as it is.
/// * Everything else by the encoding that it declares near its start (``EncodingDeclaration``), where the C library knows it.
/// * What declares none stays as it is: what is not UTF-8 is shown as U+FFFD, and ``problem`` says so and how to mend it.
package struct DecodedText {
  /// UTF-8, but for what ``problem`` names.
  package private(set) var bytes: [UInt8]
  /// What is wrong, and what to do, in a sentence without its end; nil where nothing is.
  package private(set) var problem: String?
  /// 1-based line of the first thing that is wrong.
  var line = 1
  /// Whether it is not text at all.
  package private(set) var isBinary = false

  /// The same as a warning of the briefing's.
  var warning: Metadata.Warning? { problem.map { Metadata.Warning(line: line, message: $0) } }

  /// Decodes a file.
  ///
  /// - Parameter isMarked: Whether it starts with a byte-order mark of UTF-16.
  package init(_ bytes: [UInt8], isMarked: Bool) {
    self.bytes = bytes
    if isMarked {
      decodeUTF16()
    } else if let invalid = Self.firstInvalid(bytes) {
      decodeOther(from: invalid)
    }
  }

  // MARK: UTF-16

  private mutating func decodeUTF16() {
    let rest = bytes[2...]
    // Every line and every space of UTF-16 has a zero.
    if !rest.isEmpty, !rest.contains(0), Self.firstInvalid(Array(rest)) == nil {
      bytes = Array(rest)
      problem = "its byte-order mark says UTF-16, but it is UTF-8; remove the first two bytes: tail -c +3"
      return
    }
    var isBig = bytes[0] == 0xFE
    // Of Western text every second byte is zero: on which side tells the order.
    let zeros = Self.zeros(in: rest.prefix(1 << 12))
    let isSwapped = isBig ? zeros.odd > 4 * zeros.even + 4 : zeros.even > 4 * zeros.odd + 4
    if isSwapped {
      isBig.toggle()
      problem =
        "its byte-order mark names the other order of bytes; convert it: iconv -f \(isBig ? "UTF-16BE" : "UTF-16LE") -t UTF-8"
    }
    var decoder = UTF16Decoder(isBig: isBig)
    decoder.decode(rest)
    bytes = decoder.utf8
    if let first = decoder.firstError {
      line = Self.line(at: first, in: bytes)
      problem =
        "is damaged UTF-16: \(decoder.errorCount == 1 ? "one character" : "\(decoder.errorCount) characters") cannot be read and \(decoder.errorCount == 1 ? "is" : "are") shown as \u{FFFD}; get the file again"
    }
  }

  private static func zeros(in bytes: ArraySlice<UInt8>) -> (even: Int, odd: Int) {
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    return zeros
  }

  // MARK: Others

  private mutating func decodeOther(from invalid: Int) {
    line = Self.line(at: invalid, in: bytes)
    if let name = EncodingDeclaration.name(in: bytes) {
      if let converted = CharacterConversion.utf8(bytes, from: name) {
        bytes = converted
        return
      }
      problem =
        "is neither UTF-8 nor \(name), as it says: iconv -f \(name) -t UTF-8 -c; until then some of it is shown as \u{FFFD}"
      return
    }
    guard !TextScan.isBinary(bytes) else {
      isBinary = true
      return
    }
    guard let guess = EncodingGuess(bytes) else {
      problem =
        "has bytes that are not UTF-8; leave them out: iconv -f UTF-8 -t UTF-8 -c; they are shown as \u{FFFD}"
      return
    }
    problem =
      "is not UTF-8 but perhaps \(guess.title): iconv -f \(guess.name) -t UTF-8; until then some of it is shown as \u{FFFD}"
  }

  /// The offset of the first byte that is not valid UTF-8; nil where all is.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    let start = asciiCount(bytes)
    guard start < bytes.count else { return nil }
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(start...))
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound
    }
  }

  /// How many bytes at the start are ASCII, 32 a step: every file is looked at.
  private static func asciiCount(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at &+ 32 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
        if (word[0] | word[1] | word[2] | word[3]) & 0x8080_8080_8080_8080 != 0 { break }
        at &+= 32
      }
      while at < bytes.count, bytes[at] < 0x80 { at &+= 1 }
      return at
    }
  }

  /// The line of an offset, 1-based.
  private static func line(at offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset) {
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { line += 1 }
      previous = byte
    }
    return line
  }
}
