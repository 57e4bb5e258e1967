/// An address that a web browser or a mail program may be given: nothing in it can deceive, or be taken for more
/// than an address.
public struct WebAddress: Hashable, Sendable {
  /// The whole address in ASCII, every other byte percent-encoded: what is shown, and what is handed over.
  public let text: String
  /// The host in ASCII, letters of other scripts as punycode; for `mailto:` the recipient's.
  public let host: String
  /// The host as it was written, where it mixes letters of several scripts or has any but ASCII ones: it is
  /// shown beside ``host`` so that a look-alike is seen.
  public let writtenHost: String?

  private init(text: String, host: String, writtenHost: String?) {
    self.text = text
    self.host = host
    self.writtenHost = writtenHost
  }

  /// Decides about an absolute address; `destination` is free of controls.
  static func target(_ destination: String, scheme: String) -> LinkTarget {
    let rest = destination.dropFirst(scheme.count + 1)
    switch scheme {
    case "http", "https":
      guard rest.hasPrefix("//") else { return .refused("The address has no host.") }
      return web(rest.dropFirst(2), scheme: scheme)
    case "mailto": return mail(rest)
    default:
      return .refused(
        "\(scheme): is not followed; only http, https, mailto and briefings are.")
    }
  }

  private static func web(_ rest: Substring, scheme: String) -> LinkTarget {
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let authority = rest[..<end]
    guard !authority.contains("@") else {
      return .refused("The address names a user before its host, as deceptive links do.")
    }
    guard let (host, written) = safeHost(authority) else {
      return .refused("The address has no host that can be trusted: \(authority)")
    }
    guard let path = encoded(rest[end...]) else {
      return .refused("The address has characters that are not allowed in an address: \(rest[end...])")
    }
    return .web(WebAddress(text: "\(scheme)://\(host)\(path)", host: host, writtenHost: written))
  }

  private static func mail(_ rest: Substring) -> LinkTarget {
    let recipient = rest.prefix { $0 != "?" }
    let parts = recipient.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].hasPrefix("-"),
      let (host, written) = safeHost(parts[1]), let name = encoded(parts[0]),
      let query = encoded(rest[recipient.endIndex...])
    else { return .refused("The mail address cannot be read: \(recipient)") }
    return .web(WebAddress(text: "mailto:\(name)@\(host)\(query)", host: host, writtenHost: written))
  }

  /// A host in ASCII (with its port), and as written where that differs; nil where it is none.
  private static func safeHost(_ authority: Substring) -> (host: String, written: String?)? {
    guard !authority.isEmpty, !authority.hasPrefix("-") else { return nil }
    if authority.utf8.allSatisfy({ $0.isHostByte || "[]:".utf8.contains($0) }) {
      return (authority.lowercased(), nil)
    }
    var labels: [String] = []
    for label in authority.split(separator: ".", omittingEmptySubsequences: false) {
      if label.utf8.allSatisfy({ $0.isHostByte || $0 == UInt8(ascii: ":") }) {
        labels.append(label.lowercased())
        continue
      }
      // A label of another script: letters, marks and digits only, and no port after it.
      let isName = label.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? scalar.value < 0x80 && UInt8(scalar.value).isHostByte
          : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
      }
      guard isName, let punycode = Punycode.encode(label.lowercased()) else { return nil }
      labels.append("xn--" + punycode)
    }
    return (labels.joined(separator: "."), String(authority))
  }

  /// The rest of an address in ASCII: what RFC 3986 allows stays, other letters are percent-encoded; nil where
  /// there is a space, a quote or another character that has no place in an address.
  private static func encoded(_ text: Substring) -> String? {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x80...:
        encoded += "%" + hexadecimal(byte)
      case UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "!"),
        UInt8(ascii: ";"), UInt8(ascii: "$"):
        // Allowed, and harmless in an argument vector; encoded all the same, since openers are often scripts.
        encoded += "%" + hexadecimal(byte)
      case _ where byte.isASCIILetter || byte.isASCIIDigit || "-._~:/?#[]@&+,=%".utf8.contains(byte):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default: return nil
      }
    }
    return encoded
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

extension UInt8 {
  fileprivate var isHostByte: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "_")
  }
}
