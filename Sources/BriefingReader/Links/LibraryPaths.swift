import BriefingCore

/// Finds the briefing of a library that a link means where its path is not simply there: without its ending, in another
/// case, by name alone as wiki links are, or by its address on the site that the files are made for.
///
/// In this order, and within each the one with the shortest path:
/// 1. the path from the folder of the link's briefing, or from the library's root where it starts with `/`: as it is, with
///    `.md` or `.markdown`, and as a folder's `index.md`, `_index.md` or `README.md`; letter case aside;
/// 2. a file whose front matter names the link's path as its address (`permalink`, `url`, `aliases` …, ``SiteAddress``);
/// 3. a file whose path ends with the link's (`/blog/rain/` is `content/blog/rain.md`), or whose address does;
/// 4. a file whose address of several parts the link ends with (`/docs/blog/rain/` for a site that is kept below `/docs`);
/// 5. by an address with a date (`/en/2022/05/11/`, `/2022/05/11/rain/`, `/2022/05/rain/`): the file with that date at the start
///    of its name, or as its own if the address has a name; that name after the date or as its `slug`; and the most of the
///    address's other parts in its folders; none where two fit equally well;
/// 6. a file with the link's last part as its `slug`, or after a date in its name (`/rain/` is `2022-05-11-rain.md`).
public struct LibraryPaths: Sendable {
  private let source: Source

  private enum Source {
    /// The briefings of a list, and its folder with a slash after it.
    case table(CatalogueTable, root: String)
    /// Paths from the library's root.
    case rows([CatalogueRow])
    /// Nothing is known: a name without ending is taken for that of a file.
    case unknown
  }

  /// Of the briefings of a list.
  ///
  /// - Parameter root: The library's folder as it starts their paths, with a slash after it.
  public init(_ rows: CatalogueTable, root: String) { source = .table(rows, root: root) }

  /// Of briefings whose paths are those from a library's root.
  public init(_ rows: [CatalogueRow]) { source = .rows(rows) }

  /// Of briefings of which only the paths are known, from a library's root.
  public init(_ paths: some Sequence<String>) {
    source = .rows(paths.map { CatalogueRow(path: $0, title: $0) })
  }

  private init() { source = .unknown }

  /// Those of a file that was opened by itself: nothing is known of its folder.
  public static let unknown = LibraryPaths()

  /// Whether a briefing has exactly this path.
  func contains(_ path: String) -> Bool {
    switch source {
    case .table(let table, let root): table.index(of: root + path) != nil
    case .rows(let rows): rows.contains { $0.path == path }
    case .unknown: true
    }
  }

  /// The path of the briefing that a link's path means, percent-decoded; nil where none does.
  ///
  /// - Parameter resolved: The same from the library's root; nil where it starts with `/` or leads out of it.
  func path(of name: String, resolved: String?) -> String? {
    let name = String(name.prefix { $0 != "?" })
    if case .unknown = source {
      guard let resolved, let last = resolved.split(separator: "/").last, !last.contains("."),
        !name.hasSuffix("/")
      else {
        return nil
      }
      return resolved + ".md"
    }
    let parts = Self.stem(of: name).split(separator: "/").filter { $0 != "." }
    guard let last = parts.last, name.hasPrefix("/") || resolved != nil else { return nil }
    let whole = parts.joined(separator: "/")
    let fromRoot = resolved.map(Self.stem(of:)) ?? whole
    let date = DatedAddress(parts)
    let files = files(naming: [
      last, Substring(fromRoot.split(separator: "/").last ?? ""), date?.year ?? last,
    ])
    if let exact = files.first(where: { $0.stem == fromRoot }) { return exact.path }
    // A path that climbs is what it is.
    guard !parts.contains("..") else { return nil }
    let found =
      files.first { $0.addresses.contains(whole) }
      ?? files.first { file in
        ([file.stem] + file.addresses).contains {
          $0 == whole || $0.hasSuffix("/" + whole) && $0.first != "/"
        }
      }
      ?? files.first { file in
        file.addresses.contains { $0.dropFirst().contains("/") && whole.hasSuffix("/" + $0) }
      }
    if let found { return found.path }
    if let date { return path(dated: date, among: files) }
    return files.first { $0.addresses.contains("/" + last) || Self.undated($0.stem) == last }?.path
  }

  /// A briefing as links are compared with it.
  private struct File {
    /// Its path in lower case without ending, and without a folder's own file.
    var stem: String
    var path: String
    /// See ``SiteAddress``.
    var addresses: [String]
    /// The date that it states.
    var date: BriefingDate?
  }

  /// The files that have one of some words in their paths or addresses, the shortest path first.
  private func files(naming words: [Substring]) -> [File] {
    let rows: [CatalogueRow]
    switch source {
    case .table(let table, let root):
      let words = Set(words.map(Self.asciiPart))
      rows = table.rows(naming: Array(words), root: root.utf8.count).compactMap { row in
        guard row.path.utf8.starts(with: root.utf8) else { return nil }
        var row = row
        row.path = String(Substring(row.path.utf8.dropFirst(root.utf8.count)))
        return row
      }
    case .rows(let all): rows = all
    case .unknown: rows = []
    }
    return rows.map { row in
      File(
        stem: Self.stem(of: row.path), path: row.path, addresses: row.addresses,
        date: row.dateOrigin?.isGuess == true ? nil : row.date)
    }.sorted { ($0.path.utf8.count, $0.path) < ($1.path.utf8.count, $1.path) }
  }

  /// The longest part of a word that is ASCII, whose small letters any byte of a path tells.
  private static func asciiPart(_ word: Substring) -> [UInt8] {
    let parts = word.utf8.split { $0 >= 0x80 }
    return parts.max { $0.count < $1.count }.map(Array.init) ?? []
  }

  private func path(dated date: DatedAddress, among files: [File]) -> String? {
    var best: (score: Int, path: String)?
    var isTie = false
    for file in files {
      let parts = file.stem.split(separator: "/")
      guard let name = parts.last else { continue }
      let isNamed = date.starts(name)
      guard isNamed || date.name != nil && date.isDate(file.date) else { continue }
      let rest = isNamed ? Self.undated(file.stem) ?? "" : name
      if let name = date.name, name != rest, !file.addresses.contains("/" + name) { continue }
      let score = date.folders.count { parts.dropLast().contains($0) || rest == $0 }
      isTie = best?.score == score
      if score > best?.score ?? -1 { best = (score, file.path) }
    }
    return isTie ? nil : best?.path
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
