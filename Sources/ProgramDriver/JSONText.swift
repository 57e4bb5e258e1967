import Foundation

/// What holds of JSON that a program writes: it is JSON, and harmless on a terminal.
public struct JSONText {
  /// Foundation's reader takes no deeper documents.
  private static let deepest = 500
  /// How many bytes Foundation is given at most: it takes many times as much memory.
  private static let largest = 4_000_000

  private var depth = 0
  private var deepest = 0
  private var isInString = false
  private var isEscaped = false

  private init() {}

  /// What is wrong with a document; nil where nothing is.
  public static func problem(in bytes: some Collection<UInt8>) -> String? {
    var text = JSONText()
    var scanner = OutputScanner(.text)
    for byte in bytes {
      if !text.take(byte) { return "a line feed in a string, or an unmatched bracket" }
    }
    scanner.scan(bytes)
    scanner.finish()
    if let finding = scanner.findings.first { return finding }
    guard text.depth == 0, !text.isInString, text.deepest > 0 else { return "brackets do not match" }
    guard text.deepest < deepest, bytes.count <= largest else { return nil }
    let value = try? JSONSerialization.jsonObject(with: Data(bytes))
    return value == nil ? "no JSON" : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    if byte == 0x0A { return !isInString }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\"") {
      isInString.toggle()
    } else if isInString {
      isEscaped = byte == UInt8(ascii: "\\")
    } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
      depth += 1
      deepest = max(deepest, depth)
    } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
      depth -= 1
    }
    return depth >= 0
  }
}
