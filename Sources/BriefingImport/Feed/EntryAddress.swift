import CommonMark

/// Addresses of entries, as they are compared.
public enum EntryAddress {
  /// An address without its scheme and a slash at its end. The place within the page stays: entries of a feed may be places on
  /// one page.
  public static func comparable(_ address: String) -> String {
    var text = address[...]
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.utf8.count)
      break
    }
    if text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }

  /// Whether an id only counts the versions of the article at an address: it is the address itself with a number behind `#`, as
  /// the BBC's ids are.
  public static func isVersion(_ id: String, of address: String) -> Bool {
    guard let hash = id.lastIndex(of: "#"), comparable(String(id[..<hash])) == comparable(address) else {
      return false
    }
    let number = id[hash...].utf8.dropFirst()
    return 1...3 ~= number.count && number.allSatisfy(\.isDigit)
  }
}
