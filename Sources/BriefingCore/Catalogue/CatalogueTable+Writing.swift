/// Keeping rows for a later run.
extension CatalogueTable {
  /// Whether a row can be kept: one that was read, unless it is so long that others would have no room beside it, as a title
  /// can be as long as its file.
  package func isKeepable(at index: Int) -> Bool {
    switch items[index] {
    case .kept(let batch, let row): batches[Int(batch)].isKeepable(Int(row))
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
