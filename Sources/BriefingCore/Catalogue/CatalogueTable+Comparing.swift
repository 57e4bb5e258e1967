/// What lists compare of rows, where it stands.
extension CatalogueTable {
  /// Whether a row stands before another where the newest come first.
  package func isNewer(_ a: Int, than b: Int) -> Bool {
    let (first, second) = (ranks[a].newest, ranks[b].newest)
    if first >= 0, second >= 0 { return first < second }
    let (age, other) = (age(of: a), age(of: b))
    guard age == other else { return age > other }
    return withPath(of: a) { prefix, rest in
      withPath(of: b) { otherPrefix, otherRest in
        // A library's rows have one folder before their paths, or all of it in them.
        prefix.elementsEqual(otherPrefix)
          ? NaturalOrder.precedes(rest, otherRest, highestFirst: true)
          : NaturalOrder.precedes(Array(prefix) + rest, Array(otherPrefix) + otherRest, highestFirst: true)
      }
    }
  }

  private func age(of index: Int) -> RowAge {
    switch items[index] {
    case .kept(let batch, let row): batches[Int(batch)].age(of: Int(row))
    case .read(let card): card.age
    }
  }

  /// Whether a row stands before another in the order of their titles, case and diacritics aside, and then of their
  /// paths.
  package func isBeforeByTitle(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (ranks[a].title, ranks[b].title)
    if first >= 0, second >= 0 { return first < second }
    return withTitle(of: a) { title in
      withTitle(of: b) { other in
        let common = Swift.min(title.count, other.count)
        var at = 0
        while at < common, title[at] == other[at] { at += 1 }
        if at < common { return title[at] < other[at] }
        if title.count != other.count { return title.count < other.count }
        return NaturalOrder.precedes(path(of: a), path(of: b))
      }
    }
  }

  /// Rows, the newest first: as ``isNewer(_:than:)`` has it, with the ages asked for once where some rows were read.
  package func newestFirst(_ indices: [Int]) -> [Int] {
    if indices.allSatisfy({ ranks[$0].newest >= 0 }) { return indices.sorted(by: isNewer(_:than:)) }
    let ages = items.indices.map { age(of: $0) }
    return indices.sorted { a, b in ages[a] == ages[b] ? isNewer(a, than: b) : ages[a] > ages[b] }
  }

  /// Rows in the order of ``isBeforeByTitle(_:_:)``. The beginnings of titles, as numbers, tell most of them apart.
  package func byTitle(_ indices: [Int]) -> [Int] {
    let beginnings = items.indices.map { index in
      withTitle(of: index) { title in
        (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 < title.count ? title[$1] : 0) }
      }
    }
    return indices.sorted { a, b in
      beginnings[a] == beginnings[b] ? isBeforeByTitle(a, b) : beginnings[a] < beginnings[b]
    }
  }

  /// Bytes of a row's title as it is shown.
  package func titleLength(at index: Int) -> Int {
    switch items[index] {
    case .kept(let batch, let row): batches[Int(batch)].withShownTitle(of: Int(row), \.count)
    case .read(let card): card.row.title.utf8.count
    }
  }

  /// Bytes of a row's source as it is shown.
  package func sourceLength(at index: Int) -> Int {
    switch items[index] {
    case .kept(let batch, let row): batches[Int(batch)].sourceLength(of: Int(row))
    case .read(let card): card.row.source?.utf8.count ?? 0
    }
  }

  private func withTitle<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch items[index] {
    case .kept(let batch, let row): batches[Int(batch)].withTitle(of: Int(row), body)
    case .read(let card): card.withTitle(body)
    }
  }
}
