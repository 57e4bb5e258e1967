/// Addresses of pages and pictures.
enum WebAddress {
  /// What lists and mails add to addresses to see who follows them.
  private static let trackers: Set = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid", "igsh",
    "twclid", "ttclid",
    "_hsenc", "_hsmi", "__hstc", "hsctatracking", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id",
    "wickedid", "ref_src", "cmpid",
    "ncid", "s_cid", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4",
    "sc_cid", "xtor", "wt_mc",
  ]

  /// An address as it is written in a page that stands at `base`, absolute and without what only tracks; nil where it leads
  /// to no page, picture, mail or telephone.
  static func absolute(_ address: String, base: String?) -> String? {
    let address = String(VisibleText.clean(address).onOneLine.replacing(" ", with: "%20"))
    guard !address.isEmpty, !address.hasPrefix("#") else { return nil }
    if let scheme = scheme(of: address) {
      switch scheme {
      case "http", "https": return withoutTrackers(address)
      case "mailto", "tel": return address
      default: return nil
      }
    }
    guard let base, let origin = origin(of: base) else {
      // Without a base only paths within the site are known.
      return address.hasPrefix("//") ? "https:" + withoutTrackers(address) : withoutTrackers(address)
    }
    if address.hasPrefix("//") { return withoutTrackers("\(scheme(of: base) ?? "https"):" + address) }
    if address.hasPrefix("/") { return withoutTrackers(origin + normalized(address)) }
    let rest = base.dropFirst(origin.utf8.count).prefix { $0 != "?" && $0 != "#" }
    if address.hasPrefix("?") { return withoutTrackers(origin + rest + address) }
    let folder = rest.lastIndex(of: "/").map { rest[...$0] } ?? "/"
    return withoutTrackers(origin + normalized(folder + address))
  }

  /// The scheme of an address in lower case; nil where it has none.
  static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), colon != address.utf8.startIndex else {
      return nil
    }
    let name = address[..<colon]
    guard name.utf8.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || "+-.".utf8.contains($0) }),
      name.utf8.first.map({ 0x61...0x7A ~= $0 | 0x20 }) == true
    else { return nil }
    return name.lowercased()
  }

  /// Scheme and host, without a slash behind them.
  private static func origin(of address: String) -> String? {
    guard let scheme = scheme(of: address), scheme == "http" || scheme == "https" else { return nil }
    let start = address.utf8.index(address.startIndex, offsetBy: scheme.utf8.count + 1)
    guard address[start...].hasPrefix("//") else { return nil }
    let host = address[start...].dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty ? nil : "\(scheme)://\(host)"
  }

  /// A path without `.` and `..` in it.
  private static func normalized(_ path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    guard path[..<end].contains("./") || path[..<end].hasSuffix(".") else { return path }
    var parts: [Substring] = []
    let pieces = path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      switch piece {
      case ".": if isLast { parts.append("") }
      case "..":
        _ = parts.popLast()
        if isLast { parts.append("") }
      default: parts.append(piece)
      }
    }
    return "/" + parts.joined(separator: "/") + path[end...]
  }

  /// An address without parameters that only track.
  static func withoutTrackers(_ address: String) -> String {
    guard let question = address.firstIndex(of: "?") else { return address }
    let hash = address[question...].firstIndex(of: "#") ?? address.endIndex
    let parameters = address[address.index(after: question)..<hash].split(
      separator: "&", omittingEmptySubsequences: false)
    let kept = parameters.filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !trackers.contains(name)
    }
    guard kept.count < parameters.count else { return address }
    let query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    return address[..<question] + query + address[hash...]
  }
}
