/// Which titles several rows of a list share, and what tells these rows apart.
///
/// It is kept as rows come and go: to take one in or out takes no look at the others. Of a title that only one row has it
/// keeps that row, and reads its path when another comes.
public struct SharedTitles<Row: Sendable>: Sendable {
  /// What tells rows of one title apart.
  struct Name {
    /// UTF-8.
    var path: [UInt8]
    var language: String?
  }

  /// The rows of a title that several have, or had.
  private struct Group {
    var count: Int32 = 1
    /// One of them, even if it is gone.
    let sample: Row
    /// Steps that all paths have in common at their start and at their end.
    var start = Int32.max
    var end = Int32.max
    /// Bytes of the longest path whose mark was asked for by ``longestMark(of:title:name:)``.
    var measured: Int32 = 0
    /// The languages of the rows; nil where one has none, or that of another.
    var languages: [String]?
  }

  /// By the hashes of the titles.
  private var groups: [Int: Group] = [:]
  /// The rows that have their titles for themselves, with the hashes of these. Most titles are such, and a group of each would
  /// take several times the memory.
  private var single: [(row: Row, title: Int)] = []
  /// Where the row of a title is in `single`.
  private var places = RowPlaces()

  /// More rows are told apart by their paths.
  private static var mostLanguages: Int { 64 }

  /// Makes one of no rows.
  init() {}

  /// Takes a row in.
  ///
  /// - Parameters:
  ///   - title: The hash of its title.
  ///   - name: What a row is called; asked only where another row has the title.
  mutating func insert(_ row: Row, title: Int, name: (Row) -> Name) {
    let first = takeSingle(title)
    guard var group = first.map({ Group(sample: $0) }) ?? groups.removeValue(forKey: title) else {
      places.insert(single.count, Self.placeHash(title))
      single.append((row, title))
      return
    }
    let (own, other) = (name(row), name(group.sample))
    let (path, otherPath) = (Self.stem(own.path), Self.stem(other.path))
    if first != nil { group.languages = other.language.map { [$0] } }
    group.count += 1
    group.start = min(group.start, Int32(clamping: Self.commonSteps(path, otherPath)))
    group.end = min(group.end, Int32(clamping: Self.commonSteps(path.reversed(), otherPath.reversed())))
    if let languages = group.languages {
      if let language = own.language, languages.count < Self.mostLanguages, !languages.contains(language) {
        group.languages?.append(language)
      } else {
        group.languages = nil
      }
    }
    groups[title] = group
  }

  /// Takes a row out. What the others have in common may be more then, and is not looked for.
  mutating func remove(_ row: Row, title: Int, name: (Row) -> Name) {
    guard var group = groups[title] else {
      _ = takeSingle(title)
      return
    }
    group.count -= 1
    if let languages = group.languages, let language = name(row).language {
      group.languages = languages.filter { $0 != language }
    }
    groups[title] = group.count > 0 ? group : nil
  }

  /// Takes out the row that has a title for itself; nil where there is none. The last one takes its place.
  private mutating func takeSingle(_ title: Int) -> Row? {
    let hash = Self.placeHash(title)
    guard let place = places.row(hash, where: { single[$0].title == title }) else { return nil }
    let row = single[place].row
    places.remove(place, hash)
    if place < single.count - 1 {
      single.swapAt(place, single.count - 1)
      places.renumber(single.count - 1, Self.placeHash(single[place].title), to: place)
    }
    single.removeLast()
    return row
  }

  private static func placeHash(_ title: Int) -> UInt64 { UInt64(bitPattern: Int64(title)) }

  /// What tells a row from others of its title: its language where each has another one, else the part of its path that
  /// differs, without the words that the title says; nil where no other has the title.
  ///
  /// - Parameters:
  ///   - hash: That of the title.
  ///   - title: The title, asked only where another row has it.
  func mark(of row: Row, title hash: Int, name: (Row) -> Name, text: (Row) -> String) -> String? {
    guard let group = groups[hash], group.count > 1 else { return nil }
    let name = name(row)
    if let language = name.language, group.languages != nil { return language }
    let steps = Self.stem(name.path).split(separator: Self.slash, omittingEmptySubsequences: false)
    var differing = steps.dropFirst(Int(group.start))
    differing = differing.dropLast(min(Int(group.end), max(0, differing.count - 1)))
    // A file in a folder and one in a folder of that: the short path has no step of its own.
    if differing.isEmpty { differing = steps.suffix(1) }
    let texts = differing.map { String(decoding: $0, as: UTF8.self) }
    return texts.count == 1 ? Self.withoutTitle(texts[0][...], text(row)) : texts.joined(separator: "/")
  }

  /// A mark of a title that may be longer than those that were asked for before: that of a row, or that of another one; nil
  /// where there is none.
  ///
  /// - Parameter length: Bytes of a row's path.
  mutating func longestMark(
    of row: Row, title hash: Int, length: (Row) -> Int, name: (Row) -> Name, text: (Row) -> String
  ) -> String? {
    guard let group = groups[hash], group.count > 1,
      max(length(row), length(group.sample)) > Int(group.measured)
    else { return nil }
    let lengths = [row, group.sample].map { (row: $0, length: Int32(clamping: length($0))) }
    let longer = lengths.filter { $0.length > group.measured }
    guard !longer.isEmpty else { return nil }
    groups[hash]?.measured = longer.map(\.length).max() ?? group.measured
    return longer.compactMap { mark(of: $0.row, title: hash, name: name, text: text) }
      .max { $0.utf8.count < $1.utf8.count }
  }

  private static var slash: UInt8 { UInt8(ascii: "/") }

  /// A path without the ending of a Markdown file.
  private static func stem(_ path: [UInt8]) -> ArraySlice<UInt8> {
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > 0, path[dot - 1] != slash,
      path.count - dot <= ".markdown".utf8.count
    else { return path[...] }
    let ending = String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased()
    return ["md", "markdown"].contains(ending) ? path[..<dot] : path[...]
  }

  /// How many steps two paths have in common at their start.
  private static func commonSteps(
    _ a: some BidirectionalCollection<UInt8>, _ b: some BidirectionalCollection<UInt8>
  )
    -> Int
  {
    var (one, other) = (a.makeIterator(), b.makeIterator())
    var steps = 0
    while true {
      switch (one.next(), other.next()) {
      case (slash, slash): steps += 1
      case (nil, nil), (nil, slash), (slash, nil): return steps + 1
      case (let byte, let otherByte): if byte != otherByte { return steps }
      }
    }
  }

  /// `2020-09-16` of `2020-09-16-this-week`, where the title says the rest; all where that leaves nothing.
  private static func withoutTitle(_ step: Substring, _ title: String) -> String {
    let words = { (text: Substring) in text.split { " -_".contains($0) } }
    let own = words(step)
    // A title may be as long as its file.
    guard title.utf8.count <= step.utf8.count * 4 else { return String(step) }
    let said = words(title[...]).map { Folding.all.fold(String($0)) }
    guard own.count > said.count, own.suffix(said.count).map({ Folding.all.fold(String($0)) }) == said,
      let first = own.dropLast(said.count).first, let last = own.dropLast(said.count).last
    else { return String(step) }
    return String(step[first.startIndex..<last.endIndex])
  }
}

extension SharedTitles where Row == CatalogueRow {
  /// Makes one of some rows.
  public init(_ rows: some Sequence<CatalogueRow>) {
    self.init()
    for row in rows { insert(row) }
  }

  /// Takes a row in.
  public mutating func insert(_ row: CatalogueRow) {
    insert(row, title: Self.hash(row), name: Self.name)
  }

  /// Takes a row out. What the others have in common may be more then, and is not looked for.
  public mutating func remove(_ row: CatalogueRow) {
    remove(row, title: Self.hash(row), name: Self.name)
  }

  /// What tells a row from others of its title: its language where each has another one, else the part of its path that
  /// differs, without the words that the title says; nil where no other has the title.
  public func mark(of row: CatalogueRow) -> String? {
    mark(of: row, title: Self.hash(row), name: Self.name) { $0.title }
  }

  private static func hash(_ row: CatalogueRow) -> Int { row.title.hashValue }

  private static func name(_ row: CatalogueRow) -> Name {
    Name(path: Array(row.path.utf8), language: row.language)
  }
}
