import CommonMark

/// Addresses of pages and pictures, as pages and feeds write them. They are looked at as bytes: a sign that a mark stands over is still
/// that sign.
enum PageAddress {
  /// What lists and mails add to addresses to see who follows them.
  private static let trackers: Set = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid", "igsh",
    "twclid", "ttclid",
    "_hsenc", "_hsmi", "__hstc", "hsctatracking", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id",
    "wickedid", "ref_src", "cmpid",
    "ncid", "s_cid", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4",
    "sc_cid", "xtor", "wt_mc",
  ]

  /// Bytes of a base at most: it is written into each link.
  private static let longestBase = 2048

  private typealias Bytes = Substring.UTF8View

  /// An address as it is written in a page that stands at `base`, absolute and without what only tracks; nil where it leads
  /// to no page, picture, mail or telephone.
  static func absolute(_ address: String, base: String?) -> String? {
    var text = VisibleText.clean(address).onOneLine
    if text.utf8.contains(0x20) { text = text.split(separator: " ").joined(separator: "%20") }
    let address = text[...].utf8
    guard let first = address.first, first != hash else { return nil }
    if let scheme = scheme(of: text) {
      switch scheme {
      case "http", "https": return withoutTrackers(text)
      case "mailto", "tel": return text
      default: return nil
      }
    }
    let isOfScheme = address.starts(with: "//".utf8)
    guard let base, base.utf8.count <= longestBase, let scheme = scheme(of: base),
      let end = endOfHost(base[...].utf8, scheme)
    else {
      // Without a base only paths within the site are known.
      return isOfScheme ? withoutTrackers("https:" + text) : withoutTrackers(text)
    }
    if isOfScheme { return withoutTrackers("\(scheme):" + text) }
    let host = scheme + base[base.utf8.index(base.startIndex, offsetBy: scheme.utf8.count)..<end]
    if first == slash { return withoutTrackers(host + normalized(text)) }
    let path = base[end...].utf8.prefix { $0 != question && $0 != hash }
    if first == question { return withoutTrackers(host + String(Substring(path)) + text) }
    let folder = path.lastIndex(of: slash).map { String(Substring(path[...$0])) } ?? "/"
    return withoutTrackers(host + normalized(folder + text))
  }

  /// The scheme of an address in lower case; nil where it has none.
  static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), let first = address.utf8.first,
      first.isLetter
    else { return nil }
    let name = address.utf8[..<colon]
    guard name.allSatisfy({ $0.isAlphanumeric || "+-.".utf8.contains($0) }) else { return nil }
    return String(decoding: name.map(\.lowercased), as: UTF8.self)
  }

  /// Where scheme and host end, before the slash of the path; nil where it is no address of the web.
  private static func endOfHost(_ address: Bytes, _ scheme: String) -> String.Index? {
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = address.dropFirst(scheme.utf8.count + 1)
    guard rest.starts(with: "//".utf8) else { return nil }
    let host = rest.dropFirst(2).prefix { $0 != slash && $0 != question && $0 != hash }
    return host.isEmpty ? nil : host.endIndex
  }

  /// A path without `.` and `..` in it.
  private static func normalized(_ text: String) -> String {
    let path = text.utf8.prefix { $0 != question && $0 != hash }
    let pieces = path.split(separator: slash, omittingEmptySubsequences: false).dropFirst()
    guard pieces.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) else {
      return text
    }
    var parts: [Bytes] = []
    for (index, piece) in pieces.enumerated() {
      let isParent = piece.elementsEqual("..".utf8)
      guard isParent || piece.elementsEqual(".".utf8) else {
        parts.append(piece)
        continue
      }
      if isParent { _ = parts.popLast() }
      if index == pieces.count - 1 { parts.append("".utf8[...]) }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/") + text[path.endIndex...]
  }

  /// An address without parameters that only track.
  static func withoutTrackers(_ address: String) -> String {
    let bytes = address.utf8
    guard let start = bytes.firstIndex(of: question) else { return address }
    let end = bytes[start...].firstIndex(of: hash) ?? bytes.endIndex
    let parameters = bytes[bytes.index(after: start)..<end].split(
      separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    let kept = parameters.filter { parameter in
      let name = String(
        decoding: parameter.prefix { $0 != UInt8(ascii: "=") }.map(\.lowercased), as: UTF8.self)
      return !name.hasPrefix("utm_") && !trackers.contains(name)
    }
    guard kept.count < parameters.count else { return address }
    let query = kept.map { String(Substring($0)) }.joined(separator: "&")
    return address[..<start] + (query.isEmpty ? "" : "?" + query) + address[end...]
  }

  private static let (slash, question, hash) = (UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"))
}
