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
    places.row(Self.hash(prefix, rest)) { hasPath($0, prefix, rest) }
  }

  private static func hash(_ prefix: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer) -> UInt64 {
    var hash = ByteHash()
    hash.add(prefix)
    hash.add(rest)
    return hash.value
  }

  static func hash(of path: String) -> UInt64 {
    var path = path
    return path.withUTF8 { hash(UnsafeRawBufferPointer(start: nil, count: 0), UnsafeRawBufferPointer($0)) }
  }

  /// The hash of a row's path.
  func hash(of index: Int) -> UInt64 { withPath(of: index) { Self.hash($0, $1) } }

  func hasPath(
    _ index: Int, _ prefix: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer
  ) -> Bool {
    withPath(of: index) { ownPrefix, ownRest in
      if prefix.count == ownPrefix.count { return ownPrefix.holds(prefix) && ownRest.holds(rest) }
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
}

extension UnsafeRawBufferPointer {
  /// Whether these are the same bytes, eight of which are looked at a time.
  fileprivate func holds(_ other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    var at = 0
    while at + 8 <= count {
      let (word, others) = (
        loadUnaligned(fromByteOffset: at, as: UInt64.self),
        other.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      )
      guard word == others else { return false }
      at += 8
    }
    while at < count {
      guard self[at] == other[at] else { return false }
      at += 1
    }
    return true
  }
}
