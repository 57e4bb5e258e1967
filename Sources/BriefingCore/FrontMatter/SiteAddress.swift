/// The addresses by which the other files of a site link to a file, as its front matter names them.
///
/// `permalink`, `url` and `slug` name the page's own, `aliases` and `redirect_from` those that it had before, or in Obsidian other
/// names for wiki links. Each is kept as links are compared: in lower case, without scheme and host, without slashes around it,
/// and without `.html` or `index.html`; the first part of a `slug` that is no path is empty: `/rain`, which every folder may
/// have before it.
package enum SiteAddress {
  /// The keys, as ``MetadataKey/plain(_:)`` has them.
  private static let keys: Set = ["permalink", "url", "slug", "path", "aliases", "alias", "redirectfrom"]

  /// Addresses of a file, and bytes of each, at most: all rows of a list keep them.
  private static let most = 16
  private static let longest = 256

  /// The addresses that some entries name.
  static func all(in entries: [FrontMatter.Entry]) -> [String] {
    var found: [String] = []
    for entry in entries {
      let key = MetadataKey.plain(entry.name ?? entry.key)
      guard keys.contains(key) else { continue }
      let values: [String]
      switch entry.value {
      case .text(let text): values = [text]
      case .list(let items): values = items
      case .empty, .nested: continue
      }
      for value in values {
        guard found.count < most, let address = address(value, isSlug: key == "slug"),
          !found.contains(address)
        else { continue }
        found.append(address)
      }
    }
    return found
  }

  /// A path or address as it is kept; nil where it names no one file.
  ///
  /// - Parameter isSlug: Whether it is the last part alone, unless it has a slash.
  private static func address(_ text: String, isSlug: Bool) -> String? {
    // `/:categories/:title/` is a pattern for many.
    guard !text.isEmpty, text.utf8.count <= longest, !text.contains("/:"),
      !text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "{") })
    else { return nil }
    let path = plain(withoutHost(text))
    guard !path.isEmpty else { return nil }
    return isSlug && !text.contains("/") ? "/" + path : path
  }

  /// What follows the host of an absolute address.
  private static func withoutHost(_ text: String) -> Substring {
    guard let scheme = text.range(ofASCII: "://") else { return text[...] }
    let rest = text[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
  }

  /// A path as addresses are compared.
  package static func plain(_ path: some StringProtocol) -> String {
    var parts = path.prefix { $0 != "?" && $0 != "#" }.lowercased().split(separator: "/")
    for ending in [".html", ".htm"] {
      guard let last = parts.last, last.hasSuffix(ending), last.utf8.count > ending.utf8.count else {
        continue
      }
      parts[parts.count - 1] = last.dropLast(ending.count)
      break
    }
    if parts.last == "index" { parts.removeLast() }
    return parts.joined(separator: "/")
  }
}
