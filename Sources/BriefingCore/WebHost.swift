/// The host of a web address.
public enum WebHost {
  /// The host as people call it, without `www.`; nil where a text is no `http` or `https` address on one line.
  public static func name(of text: String) -> String? {
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
}
