import BriefingSearch

/// A text for a clipboard, and what it is.
public struct Clip: Hashable, Sendable {
  /// What it is: `section 2.1`.
  public let label: String
  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// How many control characters were left out.
  public let omissions: Int

  /// Bytes that a terminal is sent at most: in base64 and with what stands around them these are 100,000, and more than
  /// that some terminals drop without a word.
  public static let terminalLimit = 74_994

  /// Takes a text without its control characters, but for tabs and line endings: what is pasted into a shell is typed
  /// there, and an Escape in it could end the brackets of the paste.
  public init(label: String, _ bytes: [UInt8]) {
    self.label = label
    var kept = String.UnicodeScalarView()
    var omissions = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xA0...: kept.append(scalar)
      default: omissions += 1
      }
    }
    self.bytes = Array(String(kept).utf8)
    self.omissions = omissions
  }

  /// What it is and how long: `section 2.1, 1.2 kB`.
  var summary: String {
    let left = omissions > 0 ? " (\(omissions.counted("control character")) left out)" : ""
    return "\(label), \(bytes.count.byteText)\(left)"
  }
}
