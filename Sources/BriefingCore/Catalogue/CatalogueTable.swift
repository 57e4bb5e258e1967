/// Rows that are found by their paths, whether they were kept or read.
///
/// An index stands for a row until a row is removed: the last one then takes the place of the one that is gone.
public struct CatalogueTable: Sendable, RandomAccessCollection {
  enum Item: Sendable {
    /// A row of a batch.
    case kept(batch: Int32, row: Int32)
    /// One that was read by itself.
    case read(CatalogueCard)
  }

  private(set) var items: [Item] = []
  private(set) var batches: [CatalogueBatch] = []
  /// For each row of a batch that was kept its number, newest first, and its place by title; -1 for the others. They spare
  /// comparing.
  private(set) var ranks: [(newest: Int32, title: Int32)] = []
  /// Where the row of a path is. The file system compares bytes, so no strings are made.
  private(set) var places = RowPlaces()

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
    places.insert(items.count, Self.hash(of: card.row.path))
    items.append(.read(card))
    addTitle(of: .read(card))
    ranks.append((-1, -1))
    return .added(items.count - 1)
  }

  /// Puts the rows of a batch in, in their order.
  package mutating func put(_ batch: CatalogueBatch) -> [Outcome] {
    let number = Int32(batches.count)
    batches.append(batch)
    places.reserve(items.count + batch.count)
    return batch.prefix.withUnsafeBytes { prefix in
      var prefixHash = ByteHash()
      prefixHash.add(prefix)
      return (0..<batch.count).map { row in
        let ranks = batch.first.map { first in
          (Int32(clamping: first + row), Int32(clamping: batch.rank(of: row)))
        }
        var hash = prefixHash
        let isKnown = batch.withPath(of: row) { path in
          hash.add(path)
          return places.row(hash.value) { hasPath($0, prefix, path) } != nil
        }
        guard isKnown else {
          places.insert(items.count, hash.value)
          items.append(.kept(batch: number, row: Int32(row)))
          addTitle(of: items[items.count - 1])
          self.ranks.append(ranks ?? (-1, -1))
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
    places.remove(index, hash(of: index))
    if index != last {
      places.renumber(last, hash(of: last), to: index)
      items[index] = items[last]
      ranks[index] = ranks[last]
    }
    items.removeLast()
    ranks.removeLast()
  }
}
