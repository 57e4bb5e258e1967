extension CatalogueTable {
  /// What tells a row from others of its title; nil where no other has it. See ``SharedTitles``.
  package func mark(at index: Int) -> String? {
    let item = items[index]
    return sharedTitles?.mark(
      of: item, title: titleHash(of: item), name: { name(of: $0) }, text: { row(of: $0).title })
  }

  /// A mark of a row's title that may be longer than those that were asked for before; nil where there is none. So what
  /// is as wide as the longest mark takes no look at each.
  package mutating func longestMark(at index: Int) -> String? {
    let item = items[index]
    let hash = titleHash(of: item)
    // A copy, for the closures look at the table while the titles change; the one in the table is set aside meanwhile.
    guard var titles = sharedTitles.take() else { return nil }
    defer { sharedTitles = titles }
    return titles.longestMark(
      of: item, title: hash, length: { pathLength(of: $0) }, name: { name(of: $0) },
      text: { row(of: $0).title })
  }

  /// What tells each of some rows from the others of its title among them, in their order; nil where no other has it.
  package func marks(of indices: [Int]) -> [String?] {
    let hashes = indices.map { titleHash(of: items[$0]) }
    // Of most titles there is one row, of which nothing has to be kept.
    let order = hashes.indices.sorted { hashes[$0] < hashes[$1] }
    var shared: [Int] = []
    for (place, next) in zip(order, order.dropFirst()) where hashes[place] == hashes[next] {
      if shared.last != place { shared.append(place) }
      shared.append(next)
    }
    shared.sort()
    var titles = SharedTitles<Item>()
    for place in shared {
      titles.insert(items[indices[place]], title: hashes[place]) { name(of: $0) }
    }
    var marks = [String?](repeating: nil, count: indices.count)
    for place in shared {
      marks[place] = titles.mark(
        of: items[indices[place]], title: hashes[place], name: { name(of: $0) }, text: { row(of: $0).title })
    }
    return marks
  }

  /// Notes that a row came.
  mutating func addTitle(of item: Item) {
    guard var titles = sharedTitles.take() else { return }
    titles.insert(item, title: titleHash(of: item)) { name(of: $0) }
    sharedTitles = titles
  }

  /// Notes that a row goes.
  mutating func removeTitle(of item: Item) {
    guard var titles = sharedTitles.take() else { return }
    titles.remove(item, title: titleHash(of: item)) { name(of: $0) }
    sharedTitles = titles
  }

  private func titleHash(of item: Item) -> Int {
    var hash = ByteHash()
    switch item {
    case .kept(let batch, let row):
      batches[Int(batch)].withShownTitle(of: Int(row)) { hash.add($0) }
    case .read(let card):
      var title = card.row.title
      title.withUTF8 { hash.add(UnsafeRawBufferPointer($0)) }
    }
    return Int(truncatingIfNeeded: hash.value)
  }

  private func pathLength(of item: Item) -> Int {
    switch item {
    case .kept(let number, let row):
      let batch = batches[Int(number)]
      return batch.prefix.count + batch.withPath(of: Int(row), \.count)
    case .read(let card): return card.row.path.utf8.count
    }
  }

  private func name(of item: Item) -> SharedTitles<Item>.Name {
    switch item {
    case .kept(let number, let row):
      let batch = batches[Int(number)]
      return SharedTitles.Name(
        path: batch.withPath(of: Int(row)) { batch.prefix + $0 }, language: batch.language(of: Int(row)))
    case .read(let card):
      return SharedTitles.Name(path: Array(card.row.path.utf8), language: card.row.language)
    }
  }
}
