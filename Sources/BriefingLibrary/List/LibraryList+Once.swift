import BriefingCore
import BriefingFiles
import Dispatch

/// Reading the list once, for those who do not follow it.
extension LibraryList {
  /// Tells the rows as they come: see `Library.list`.
  func readAll(
    isCancelled: () -> Bool, report: ([CatalogueRow]) -> Void
  ) throws(FileError) -> Bool {
    try readAll(isCancelled: isCancelled) { files, problems in
      let rows = state.withLock { state in
        let rows = state.catalogue.rows
        let unread =
          rows.isEmpty ? [] : Set(files.compactMap { rows.index(of: path.appendingName($0.path)) })
        return rows.indices.lazy.filter { !unread.contains($0) }.map { rows[$0] } + problems
      }
      if !rows.isEmpty { report(rows) }
    } read: { answers in
      // Also what has turned out to be as the cache had it: it was not told yet.
      let rows = answers.compactMap { $0.row?.row }
      if !rows.isEmpty { report(rows) }
    }
  }

  /// All rows: see `Library.table`.
  func readTable() throws(FileError) -> CatalogueTable {
    var unlisted: [CatalogueRow] = []
    _ = try readAll(isCancelled: { false }) { _, problems in
      unlisted = problems
    } read: { _ in
    }
    return state.withLock { state in
      var rows = state.catalogue.rows
      for row in unlisted { _ = rows.put(CatalogueCard(row, root: path)) }
      return rows
    }
  }

  /// - Parameters:
  ///   - known: Takes the files that have to be read, of which rows may be known, and the rows of what cannot be listed.
  ///   - read: Takes what was read, as it comes.
  /// - Returns: Whether it came to the end.
  private func readAll(
    isCancelled: () -> Bool, known: (_ files: [Catalogue.File], _ problems: [CatalogueRow]) -> Void,
    read: ([CatalogueReader.Answer]) -> Void
  ) throws(FileError) -> Bool {
    // The disk has to be waited for meanwhile.
    let recalled = DispatchGroup()
    DispatchQueue.global(qos: .userInitiated).async(group: recalled) { self.recall { _, _ in } }
    let listing = try FolderListing(walking: path, isCancelled: isCancelled)
    recalled.wait()
    guard let listing else { return false }
    let (files, change) = state.withLock { $0.catalogue.compare(listing, root: path) }
    known(files, change.put)
    func take(_ answers: [CatalogueReader.Answer]) {
      _ = state.withLock { $0.catalogue.take(answers, root: path) }
      read(answers)
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
