/// The host of a web address.
public enum WebHost {
  /// The host as people call it, without `www.`; nil where a text is no `http` or `https` address on one line.
  public static func name(of text: String) -> String? {
    if let name = quickName(of: text) { return name }
    let text = text.trimmingSpaces
    guard let colon = text.firstIndex(of: ":"), ["http", "https"].contains(text[..<colon].lowercased()),
      text[colon...].hasPrefix("://"), !text.contains(where: \.isWhitespace)
    else { return nil }
    let rest = text[text.index(colon, offsetBy: 3)...]
    var host = rest.prefix { !"/?#".contains($0) }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    if let port = host.lastIndex(of: ":"), host[port...].dropFirst().allSatisfy(\.isNumber) {
      host = host[..<port]
    }
    let name = host.lowercased()
    let short = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    return short.contains(".") ? short : nil
  }

  /// The same of a plain address, byte by byte: an index asks for the host of every link. Nil where the long way has to
  /// look.
  private static func quickName(of text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var start = has("https://", bytes, at: 0) ? 8 : has("http://", bytes, at: 0) ? 7 : 0
      guard start > 0 else { return nil }
      for byte in bytes where byte < 0x21 || byte > 0x7E { return nil }
      if has("www.", bytes, at: start) { start += 4 }
      var end = start
      var hasDot = false
      while end < bytes.count, !ends(before: bytes[end]) {
        switch bytes[end] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          break
        case UInt8(ascii: "."): hasDot = true
        default: return nil
        }
        end += 1
      }
      return hasDot ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    }
  }

  /// Whether a byte of an address comes after the host and its port.
  @inline(__always)
  package static func ends(before byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func has(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard bytes.count - start >= text.utf8CodeUnitCount else { return false }
    for at in 0..<text.utf8CodeUnitCount where bytes[start + at] != text.utf8Start[at] { return false }
    return true
  }
}
