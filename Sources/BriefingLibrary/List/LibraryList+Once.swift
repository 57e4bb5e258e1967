import BriefingCore
import BriefingFiles

extension LibraryList {
  /// Reads the list once, for those who do not follow it: see `Library.list`.
  func readAll(
    isCancelled: () -> Bool, report: ([CatalogueRow]) -> Void
  ) throws(FileError) -> Bool {
    guard let listing = try FolderListing(walking: path, isCancelled: isCancelled) else { return false }
    recall { _, _ in }
    let (files, rows) = state.withLock { state in
      let (files, change) = state.catalogue.compare(listing, root: path)
      let rows = state.catalogue.rows
      let unread =
        rows.isEmpty ? [] : Set(files.compactMap { rows.index(of: path.appendingName($0.path)) })
      let known = state.catalogue.rows.indices.lazy.filter { !unread.contains($0) }
      return (files, known.map { state.catalogue.rows[$0] } + change.put)
    }
    if !rows.isEmpty { report(rows) }
    func take(_ answers: [CatalogueReader.Answer]) {
      state.withLock { state in
        for (file, card) in answers { _ = state.catalogue.take(card, of: file, root: path) }
      }
      // Also what has turned out to be as the cache had it: it was not told yet.
      let rows = answers.compactMap { $0.row?.row }
      if !rows.isEmpty { report(rows) }
    }
    let (small, large) = Self.parts(of: files)
    guard CatalogueReader(small, root: path).run(isCancelled: isCancelled, report: take) else { return false }
    for file in large {
      guard let answer = try? CatalogueReader.row(of: file, in: path, isCancelled: isCancelled) else {
        return false
      }
      take([answer])
    }
    store()
    return true
  }
}
