/// Finds the briefing of a library that a link means where its path is not simply there: without its ending, in another
/// case, by name alone as wiki links are, or by its address on the site that the files are made for.
///
/// In this order, and within each the one with the shortest path:
/// 1. the path from the folder of the link's briefing, or from the library's root where it starts with `/`: as it is, with
///    `.md` or `.markdown`, and as a folder's `index.md`, `_index.md` or `README.md`; letter case aside;
/// 2. a file whose path ends with the link's (`/blog/rain/` is `content/blog/rain.md`);
/// 3. by an address with a date (`/en/2022/05/11/`, `/2022/05/11/rain/`): the file with that date at the start of its name,
///    the name after it if the address has one, and the most of the address's other parts in its folders; none where two fit
///    equally well;
/// 4. a file whose name has a date before the link's last part (`/rain/` is `2022-05-11-rain.md`).
public struct LibraryPaths: Sendable {
  /// By path in lower case without ending, and without a folder's own file.
  private let files: [(stem: String, path: String)]
  /// Whether the library's files are not known: then a name without ending is taken for that of a file.
  private let isUnknown: Bool

  /// Of the paths of briefings below a library's root.
  public init(_ paths: some Sequence<String>) {
    files = paths.map { (Self.stem(of: $0), $0) }.sorted {
      ($0.path.utf8.count, $0.path) < ($1.path.utf8.count, $1.path)
    }
    isUnknown = false
  }

  private init() {
    files = []
    isUnknown = true
  }

  /// Those of a file that was opened by itself: nothing is known of its folder.
  public static let unknown = LibraryPaths()

  /// Whether a briefing has exactly this path.
  func contains(_ path: String) -> Bool { isUnknown || files.contains { $0.path == path } }

  /// The path of the briefing that a link's path means, percent-decoded; nil where none does.
  ///
  /// - Parameter resolved: The same from the library's root; nil where it starts with `/` or leads out of it.
  func path(of name: String, resolved: String?) -> String? {
    let name = String(name.prefix { $0 != "?" })
    if isUnknown {
      guard let resolved, let last = resolved.split(separator: "/").last, !last.contains("."),
        !name.hasSuffix("/")
      else {
        return nil
      }
      return resolved + ".md"
    }
    let parts = Self.stem(of: name).split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, name.hasPrefix("/") || resolved != nil else { return nil }
    let whole = parts.joined(separator: "/")
    let fromRoot = resolved.map(Self.stem(of:)) ?? whole
    if let exact = files.first(where: { $0.stem == fromRoot }) { return exact.path }
    // A path that climbs is what it is.
    guard !parts.contains("..") else { return nil }
    if let ending = files.first(where: { $0.stem == whole || $0.stem.hasSuffix("/" + whole) }) {
      return ending.path
    }
    if let date = Date(in: parts) { return path(dated: date) }
    guard let last = parts.last else { return nil }
    return files.first { Self.undated($0.stem).map { $0 == last } ?? false }?.path
  }

  private func path(dated date: Date) -> String? {
    var best: (score: Int, path: String)?
    var isTie = false
    for file in files {
      let parts = file.stem.split(separator: "/")
      guard let name = parts.last, date.starts(name) else { continue }
      let rest = Self.undated(file.stem) ?? ""
      guard date.name == nil || date.name == rest else { continue }
      let score = date.folders.count { parts.dropLast().contains($0) || rest == $0 }
      isTie = best?.score == score
      if score > best?.score ?? -1 { best = (score, file.path) }
    }
    return isTie ? nil : best?.path
  }

  /// An address with a date.
  private struct Date {
    private var text: String
    private var digits: String
    var folders: [Substring]
    var name: Substring?

    init?(in parts: [Substring]) {
      func isNumber(_ part: Substring, _ count: ClosedRange<Int>) -> Bool {
        count.contains(part.utf8.count) && part.utf8.allSatisfy(\.isASCIIDigit)
      }
      guard parts.count >= 3,
        let year = parts.indices.dropLast(2).first(where: {
          isNumber(parts[$0], 4...4) && isNumber(parts[$0 + 1], 1...2) && isNumber(parts[$0 + 2], 1...2)
        }), parts.count <= year + 4
      else { return nil }
      let month = (parts[year + 1].count == 1 ? "0" : "") + parts[year + 1]
      let day = (parts[year + 2].count == 1 ? "0" : "") + parts[year + 2]
      text = "\(parts[year])-\(month)-\(day)"
      digits = "\(parts[year])\(month)\(day)"
      folders = Array(parts[..<year])
      name = parts.count == year + 4 ? parts[year + 3] : nil
    }

    func starts(_ name: Substring) -> Bool { name.hasPrefix(text) || name.hasPrefix(digits) }
  }

  /// The last part of a stem after the date that it starts with; nil where it starts with none.
  private static func undated(_ stem: String) -> Substring? {
    let name = stem.split(separator: "/").last ?? ""
    let date = name.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "_") }
    guard date.utf8.count(where: \.isASCIIDigit) >= 8 else { return nil }
    return name[date.endIndex...]
  }

  /// A path in lower case without its ending, without slashes around it, and without a folder's own file.
  private static func stem(of path: String) -> String {
    var parts = path.lowercased().split(separator: "/")
    if let last = parts.last {
      let ending = [".markdown", ".md", ".html", ".htm"].first {
        last.hasSuffix($0) && last.utf8.count > $0.utf8.count
      }
      parts[parts.count - 1] = last.dropLast(ending?.count ?? 0)
      if parts.count > 1, ["index", "_index", "readme"].contains(parts[parts.count - 1]) {
        parts.removeLast()
      }
    }
    return parts.joined(separator: "/")
  }
}
