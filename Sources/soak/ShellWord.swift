/// A word of a command line as a shell takes it, whatever its bytes; it can be printed.
enum ShellWord {
  /// Quotes what has to be.
  static func quoted(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard !bytes.isEmpty, !bytes.allSatisfy(isPlain) else { return bytes.isEmpty ? "''" : text }
    if bytes.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "'") }) { return "'\(text)'" }
    // bash's and zsh's form.
    return "$'"
      + bytes.map { byte in
        if 0x20..<0x7F ~= byte, byte != UInt8(ascii: "'"), byte != UInt8(ascii: "\\") {
          return String(Character(Unicode.Scalar(byte)))
        }
        return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined() + "'"
  }

  static func quoted(_ text: String) -> String { quoted(Array(text.utf8)) }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
