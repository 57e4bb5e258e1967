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
      let scheme = bytes.starts(with: "https://".utf8) ? 8 : bytes.starts(with: "http://".utf8) ? 7 : 0
      guard scheme > 0 else { return nil }
      guard bytes.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
      let rest = bytes[scheme...]
      let end = rest.firstIndex { $0 == slash || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      let host = rest[..<(end ?? rest.endIndex)]
      let isPlain = host.allSatisfy {
        0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") || $0 == dot
      }
      let name = host.starts(with: "www.".utf8) ? host.dropFirst(4) : host
      return isPlain && name.contains(dot) ? String(decoding: name, as: UTF8.self) : nil
    }
  }

  private static let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
}
