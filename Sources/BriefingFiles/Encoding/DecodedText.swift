import BriefingCore

/// The bytes of a file as UTF-8, and what is wrong with them: the one place where files are decoded.
///
/// * UTF-16 by its byte-order mark, either order. A mark that lies is found out by where the zeros are, and where what is
///   after it is UTF-8. Without a mark where the zeros tell it (``UnmarkedUTF16``).
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

  /// Leaves the bytes of a file to whoever knows what they are.
  init(leaving bytes: [UInt8]) { self.bytes = bytes }

  /// Decodes a file of a kind.
  package init(_ bytes: [UInt8], _ kind: TextScan.Kind) {
    self.bytes = bytes
    switch kind {
    case .utf16: decodeMarkedUTF16()
    case .utf16LittleEndian: decodeUTF16(bytes[...], isBig: false)
    case .utf16BigEndian: decodeUTF16(bytes[...], isBig: true)
    case .text, .binary:
      if let invalid = UTF8Validity.firstInvalid(bytes) { decodeOther(from: invalid) }
    }
  }

  // MARK: UTF-16

  private mutating func decodeMarkedUTF16() {
    let rest = bytes[2...]
    // Every line and every space of UTF-16 has a zero.
    if !rest.isEmpty, !rest.contains(0), UTF8Validity.firstInvalid(Array(rest)) == nil {
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
    decodeUTF16(rest, isBig: isBig)
  }

  private mutating func decodeUTF16(_ text: ArraySlice<UInt8>, isBig: Bool) {
    var decoder = UTF16Decoder(isBig: isBig)
    decoder.decode(text)
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
