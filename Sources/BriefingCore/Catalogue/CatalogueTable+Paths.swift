/// Finding rows by their paths.
extension CatalogueTable {
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

  static func hash(_ prefix: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer) -> Int {
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

  func path(of index: Int) -> String {
    if case .read(let card) = items[index] { return card.row.path }
    return withPath(of: index) { String(decoding: Array($0) + Array($1), as: UTF8.self) }
  }

  func withPath<Result>(
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

  /// Says where a row that is there shall be found.
  mutating func setPlace(of index: Int, _ place: Int32?) {
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

  static func hash(of path: String) -> Int {
    var path = path
    return path.withUTF8 { hash(UnsafeRawBufferPointer(start: nil, count: 0), UnsafeRawBufferPointer($0)) }
  }
}
