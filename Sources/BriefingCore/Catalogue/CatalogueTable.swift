/// Rows that are found by their paths, whether they were kept or read.
///
/// An index stands for a row until a row is removed: the last one then takes the place of the one that is gone.
public struct CatalogueTable: Sendable, RandomAccessCollection {
  enum Item: Sendable {
    /// A row of a batch.
    case kept(batch: Int32, row: Int32)
    case read(CatalogueCard)
  }

  private(set) var items: [Item] = []
  private(set) var batches: [CatalogueBatch] = []
  /// For each row of a batch its number, newest first, and its place by title; -1 for the others. They spare comparing.
  private var ranks: [(newest: Int32, title: Int32)] = []
  /// Where the row of a path is, by the path's hash. The file system compares bytes, so no strings are made.
  private var places: [Int: Int32] = [:]
  /// Those whose hash is that of another.
  private var others: [PathKey: Int32] = [:]

  /// Which titles several rows have; nil where nobody asks.
  var sharedTitles: SharedTitles<Item>?

  /// An empty table.
  ///
  /// - Parameter tellsTitlesApart: Whether ``mark(at:)`` will be asked for.
  public init(tellsTitlesApart: Bool = false) { sharedTitles = tellsTitlesApart ? SharedTitles() : nil }

  /// The index of the first row.
  public var startIndex: Int { 0 }
  /// How many rows there are.
  public var endIndex: Int { items.count }

  /// A row.
  public subscript(index: Int) -> CatalogueRow { row(of: items[index]) }

  func row(of item: Item) -> CatalogueRow {
    switch item {
    case .kept(let batch, let row): batches[Int(batch)][Int(row)]
    case .read(let card): card.row
    }
  }

  // MARK: Paths

  /// The index of a path's row.
  public func index(of path: String) -> Int? {
    var path = path
    return path.withUTF8 {
      index(of: UnsafeRawBufferPointer(start: nil, count: 0), UnsafeRawBufferPointer($0))
    }
  }

  /// The index of the row whose path has these bytes, one part after the other.
  package func index(of prefix: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer) -> Int? {
    guard let place = places[Self.hash(prefix, rest)] else { return nil }
    if hasPath(Int(place), prefix, rest) { return Int(place) }
    if others.isEmpty { return nil }
    return others[PathKey(String(decoding: Array(prefix) + Array(rest), as: UTF8.self))].map(Int.init)
  }

  private static func hash(_ prefix: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    // It takes bytes as one row of them, however they are cut.
    hasher.combine(bytes: prefix)
    hasher.combine(bytes: rest)
    return hasher.finalize()
  }

  private func hasPath(
    _ index: Int, _ prefix: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer
  ) -> Bool {
    withPath(of: index) { ownPrefix, ownRest in
      if prefix.count == ownPrefix.count {
        return ownPrefix.elementsEqual(prefix) && ownRest.elementsEqual(rest)
      }
      guard prefix.count + rest.count == ownPrefix.count + ownRest.count else { return false }
      return [prefix, rest].joined().elementsEqual([ownPrefix, ownRest].joined())
    }
  }

  private func path(of index: Int) -> String {
    if case .read(let card) = items[index] { return card.row.path }
    return withPath(of: index) { String(decoding: Array($0) + Array($1), as: UTF8.self) }
  }

  private func withPath<Result>(
    of index: Int, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    switch items[index] {
    case .kept(let number, let row):
      let batch = batches[Int(number)]
      return batch.prefix.withUnsafeBytes { prefix in batch.withPath(of: Int(row)) { body(prefix, $0) } }
    case .read(let card):
      var path = card.row.path
      return path.withUTF8 { body(UnsafeRawBufferPointer(start: nil, count: 0), UnsafeRawBufferPointer($0)) }
    }
  }

  // MARK: Changes

  /// What putting a row in did.
  package enum Outcome: Hashable, Sendable {
    /// It is new, at this index.
    case added(Int)
    /// It took the place of the one that had its path.
    case changed(Int)
    /// It is the same as before.
    case same(Int)
  }

  /// Puts a row in.
  package mutating func put(_ card: CatalogueCard) -> Outcome {
    if let index = index(of: card.row.path) {
      if self[index] == card.row { return .same(index) }
      removeTitle(of: items[index])
      items[index] = .read(card)
      addTitle(of: items[index])
      ranks[index] = (-1, -1)
      return .changed(index)
    }
    let hash = Self.hash(of: card.row.path)
    if places[hash] == nil {
      places[hash] = Int32(items.count)
    } else {
      others[PathKey(card.row.path)] = Int32(items.count)
    }
    items.append(.read(card))
    addTitle(of: .read(card))
    ranks.append((-1, -1))
    return .added(items.count - 1)
  }

  /// Puts the rows of a batch in, in their order.
  package mutating func put(_ batch: CatalogueBatch) -> [Outcome] {
    let number = Int32(batches.count)
    batches.append(batch)
    places.reserveCapacity(items.count + batch.count)
    return batch.prefix.withUnsafeBytes { prefix in
      (0..<batch.count).map { row in
        let ranks = (Int32(clamping: batch.first + row), Int32(clamping: batch.rank(of: row)))
        let hash = batch.withPath(of: row) { Self.hash(prefix, $0) }
        guard places[hash] != nil else {
          places[hash] = Int32(items.count)
          items.append(.kept(batch: number, row: Int32(row)))
          addTitle(of: items[items.count - 1])
          self.ranks.append(ranks)
          return .added(items.count - 1)
        }
        // Kept twice, or read meanwhile.
        return put(CatalogueCard(batch[row], root: String(decoding: prefix, as: UTF8.self)))
      }
    }
  }

  /// Takes a row out; the last one takes its index.
  package mutating func remove(at index: Int) {
    let last = items.count - 1
    removeTitle(of: items[index])
    setPlace(of: index, nil)
    if index != last {
      setPlace(of: last, Int32(index))
      items[index] = items[last]
      ranks[index] = ranks[last]
    }
    items.removeLast()
    ranks.removeLast()
  }

  /// Says where a row that is there shall be found.
  private mutating func setPlace(of index: Int, _ place: Int32?) {
    let hash = withPath(of: index) { Self.hash($0, $1) }
    if places[hash].map(Int.init) == index {
      places[hash] = place
      // Another one with this hash is found as before: by its path, after one that is not its own.
      guard place == nil, let next = others.first(where: { Self.hash(of: $0.key.path) == hash }) else {
        return
      }
      places[hash] = next.value
      others[next.key] = nil
    } else {
      others[PathKey(self[index].path)] = place
    }
  }

  private static func hash(of path: String) -> Int {
    var path = path
    return path.withUTF8 { hash(UnsafeRawBufferPointer(start: nil, count: 0), UnsafeRawBufferPointer($0)) }
  }

  // MARK: What lists compare

  private func age(of index: Int) -> RowAge {
    switch items[index] {
    case .kept(let batch, let row): batches[Int(batch)][Int(row)].age
    case .read(let card): card.age
    }
  }

  /// Whether a row stands before another where the newest come first.
  package func isNewer(_ a: Int, than b: Int) -> Bool {
    let (first, second) = (ranks[a].newest, ranks[b].newest)
    if first >= 0, second >= 0 { return first < second }
    let (age, other) = (age(of: a), age(of: b))
    guard age == other else { return age > other }
    return withPath(of: a) { prefix, rest in
      withPath(of: b) { otherPrefix, otherRest in
        NaturalOrder.precedes(Array(prefix) + rest, Array(otherPrefix) + otherRest, highestFirst: true)
      }
    }
  }

  /// Whether a row stands before another in the order of their titles, case and diacritics aside, and then of their
  /// paths.
  package func isBeforeByTitle(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (ranks[a].title, ranks[b].title)
    if first >= 0, second >= 0 { return first < second }
    return withTitle(of: a) { title in
      withTitle(of: b) { other in
        if title.elementsEqual(other) { return NaturalOrder.precedes(path(of: a), path(of: b)) }
        return title.lexicographicallyPrecedes(other)
      }
    }
  }

  /// Whether a row holds every word of a filter, folded, in one of the fields of ``ListField``.
  package func holds(_ words: [[UInt8]], at index: Int) -> Bool {
    switch items[index] {
    case .kept(let batch, let row):
      batches[Int(batch)].withFilterText(of: Int(row)) { text in words.allSatisfy(text.holds) }
    case .read(let card): card.text.withUnsafeBytes { text in words.allSatisfy(text.holds) }
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
    case .read(let card): card.title.withUnsafeBytes(body)
    }
  }

  // MARK: Writing

  /// Whether a row can be kept: one that was read, unless it is so long that others would have no room beside it, as a title
  /// can be as long as its file.
  package func isKeepable(at index: Int) -> Bool {
    switch items[index] {
    case .kept: true
    case .read(let card): card.row.problem == nil && card.length <= CatalogueCard.longestKept
    }
  }

  /// Writes a row.
  ///
  /// - Parameters:
  ///   - prefix: So many bytes of its path are the library's folder.
  ///   - rank: Its place by title.
  package func write(
    _ index: Int, stamp: SIMD4<Int64>, prefix: Int, rank: Int, to writer: inout CatalogueWriter
  ) {
    switch items[index] {
    case .kept(let batch, let row):
      writer.append(batches[Int(batch)], Int(row), stamp: stamp, rank: UInt32(clamping: rank))
    case .read(let card):
      writer.append(
        card, path: Substring(card.row.path.utf8.dropFirst(prefix)), stamp: stamp,
        rank: UInt32(clamping: rank))
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether `needle` stands in it; a plain search, quick on texts as short as a row's.
  fileprivate func holds(_ needle: [UInt8]) -> Bool {
    needle.withUnsafeBytes { needle in
      guard let first = needle.first else { return true }
      let pattern = UInt64(first) &* 0x0101_0101_0101_0101
      var start = 0
      while start &+ needle.count <= count {
        // Eight bytes at a time, as long as the first one of the needle is not among them.
        if start &+ 8 <= count {
          let bytes = loadUnaligned(fromByteOffset: start, as: UInt64.self) ^ pattern
          if (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080 == 0 {
            start &+= 8
            continue
          }
        }
        if self[start] == first {
          var length = 1
          while length < needle.count, self[start &+ length] == needle[length] { length &+= 1 }
          if length == needle.count { return true }
        }
        start &+= 1
      }
      return false
    }
  }
}
