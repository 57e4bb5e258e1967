/// Which titles several rows of a list share, and what tells these rows apart.
///
/// It is kept as rows come and go: to take one in or out takes no look at the others.
public struct SharedTitles: Sendable {
  /// The rows of one title.
  private struct Group {
    var count = 0
    /// The steps of one of their paths.
    var steps: [Substring]
    /// Steps that all paths have in common at their start and at their end.
    var start: Int
    var end: Int
    /// How many rows there are in each language.
    var languages: [String: Int] = [:]
  }

  private var groups: [String: Group] = [:]

  /// Makes one of no rows.
  public init() {}

  /// Makes one of some rows.
  public init(_ rows: some Sequence<CatalogueRow>) {
    for row in rows { insert(row) }
  }

  /// Takes a row in.
  public mutating func insert(_ row: CatalogueRow) {
    let steps = Self.steps(of: row.path)
    var group = groups[row.title] ?? Group(steps: steps, start: steps.count, end: steps.count)
    group.count += 1
    if let language = row.language { group.languages[language, default: 0] += 1 }
    group.start = min(group.start, zip(group.steps, steps).prefix { $0 == $1 }.count)
    group.end = min(group.end, zip(group.steps.reversed(), steps.reversed()).prefix { $0 == $1 }.count)
    groups[row.title] = group
  }

  /// Takes a row out. What the others have in common may be more then, and is not looked for.
  public mutating func remove(_ row: CatalogueRow) {
    guard var group = groups[row.title] else { return }
    group.count -= 1
    if let language = row.language { group.languages[language, default: 1] -= 1 }
    groups[row.title] = group.count > 0 ? group : nil
  }

  /// What tells a row from others of its title: its language where each has another one, else the part of its path that
  /// differs, without the words that the title says; nil where no other has the title.
  public func mark(of row: CatalogueRow) -> String? {
    guard let group = groups[row.title], group.count > 1 else { return nil }
    if let language = row.language, group.languages.values.reduce(0, +) == group.count,
      group.languages.values.allSatisfy({ $0 <= 1 })
    {
      return language
    }
    let steps = Self.steps(of: row.path)
    var differing = steps.dropFirst(group.start)
    differing = differing.dropLast(min(group.end, max(0, differing.count - 1)))
    // A file in a folder and one in a folder of that: the short path has no step of its own.
    if differing.isEmpty { differing = steps.suffix(1) }
    if differing.count == 1, let step = differing.first { return Self.withoutTitle(step, row.title) }
    return differing.joined(separator: "/")
  }

  /// Folders and name, without the ending of a Markdown file.
  private static func steps(of path: String) -> [Substring] {
    var steps = path.split(separator: "/")
    guard let name = steps.last, let dot = name.lastIndex(of: "."), dot > name.startIndex,
      ["md", "markdown"].contains(name[name.index(after: dot)...].lowercased())
    else { return steps }
    steps[steps.count - 1] = name[..<dot]
    return steps
  }

  /// `2020-09-16` of `2020-09-16-this-week`, where the title says the rest; all where that leaves nothing.
  private static func withoutTitle(_ step: Substring, _ title: String) -> String {
    let words = { (text: Substring) in text.split { " -_".contains($0) } }
    let said = words(title[...]).map { Folding.all.fold(String($0)) }
    let own = words(step)
    guard own.count > said.count, own.suffix(said.count).map({ Folding.all.fold(String($0)) }) == said,
      let first = own.dropLast(said.count).first, let last = own.dropLast(said.count).last
    else { return String(step) }
    return String(step[first.startIndex..<last.endIndex])
  }
}
