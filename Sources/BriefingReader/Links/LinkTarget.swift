/// Where a link leads, decided without touching the world: what is refused here is never opened by anyone.
public enum LinkTarget: Hashable, Sendable {
  /// A place in the same briefing, by its anchor (without `#`, percent-decoded).
  case anchor(String)
  /// Another briefing of the library, by its path from the library's root, and the anchor in it.
  case briefing(path: String, anchor: String?)
  /// Something for a web browser or a mail program.
  case web(WebAddress)
  /// Nothing that is followed, and why: a sentence for the reader.
  case refused(String)

  /// Decides about a destination as the Markdown has it (unescaped, not percent-encoded).
  ///
  /// - Parameter path: The briefing that holds the link, by its path from the library's root, without a
  ///   leading `/`.
  /// - Parameter library: The briefings that there are, where links may name them otherwise than by their paths; it is asked
  ///   for only where it is wanted.
  public init(_ destination: String, in path: String, library: () -> LibraryPaths? = { nil }) {
    guard !destination.isEmpty else {
      self = .refused("The link leads nowhere.")
      return
    }
    guard destination.utf8.count <= Self.longest else {
      self = .refused("The target is too long to be followed.")
      return
    }
    guard !destination.unicodeScalars.contains(where: Self.isDeceptive) else {
      self = .refused("The target has a control or invisible character.")
      return
    }
    guard !destination.hasPrefix("-") else {
      self = .refused("A target that starts with - is not followed: programs would take it for an option.")
      return
    }
    if let scheme = Self.scheme(of: destination) {
      self = WebAddress.target(destination, scheme: scheme)
    } else if destination.hasPrefix("//") {
      self = .refused("A target without a scheme is not followed: write https: before it.")
    } else {
      self = Self.local(destination, in: path, library)
    }
  }

  /// Bytes of a target at most: no browser takes more, and the system hands no more over.
  private static let longest = 64 << 10

  /// Controls, and what is not seen or turns the text around.
  private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }

  /// The scheme in lower case, by RFC 3986 section 3.1; nil for a relative reference.
  private static func scheme(of destination: String) -> String? {
    guard let colon = destination.firstIndex(of: ":") else { return nil }
    let name = destination[..<colon]
    guard let first = name.utf8.first, first.isASCIILetter,
      name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "+.-".utf8.contains($0) })
    else { return nil }
    return name.lowercased()
  }

  private static func local(
    _ destination: String, in path: String, _ library: () -> LibraryPaths?
  ) -> LinkTarget {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let written = String(parts[0]).percentDecoded, let anchor = anchor(parts) else {
      return .refused("The target has a percent escape that is not text.")
    }
    if written.isEmpty { return .anchor(anchor ?? "") }
    // Zola's way to start at the root.
    let name = written.hasPrefix("@/") ? String(written.dropFirst()) : written
    let resolved = name.hasPrefix("/") ? nil : resolve(name, in: path)
    let isBriefing = resolved.map(isBriefing) ?? false
    let paths = library()
    if let resolved, isBriefing, paths?.contains(resolved) ?? true {
      return .briefing(path: resolved, anchor: anchor)
    }
    if let found = paths?.path(of: name, resolved: resolved) { return .briefing(path: found, anchor: anchor) }
    guard !name.hasPrefix("/") else {
      return .refused("\(name) is outside the library: only briefings below it are opened.")
    }
    guard let resolved else {
      return .refused("\(name) is outside the library: only briefings below it are opened.")
    }
    guard isBriefing else {
      return .refused("\(name) is not a briefing: only .md and .markdown files are opened.")
    }
    return .briefing(path: resolved, anchor: anchor)
  }

  /// Whether a path has the ending of a briefing, in any case.
  private static func isBriefing(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".md") || path.hasSuffix(".markdown")
  }

  /// Nil where the anchor cannot be decoded; an inner nil where there is none.
  private static func anchor(_ parts: [Substring]) -> String?? {
    guard parts.count == 2 else { return .some(nil) }
    guard let text = String(parts[1]).percentDecoded else { return nil }
    return .some(text)
  }

  /// A path relative to a briefing's folder as one from the library's root; nil where it leads out of it.
  private static func resolve(_ name: String, in path: String) -> String? {
    var folders = path.split(separator: "/").dropLast()[...]
    for part in name.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard folders.popLast() != nil else { return nil }
      default: folders.append(part)
      }
    }
    return folders.joined(separator: "/")
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension String {
  /// With `%41` as `A`; nil where what comes out is not UTF-8 or holds a control character.
  package var percentDecoded: String? {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = rest[rest.startIndex].hexadecimalValue,
        let low = rest[rest.startIndex + 1].hexadecimalValue
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    else { return nil }
    return text
  }
}
