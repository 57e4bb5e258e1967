import BriefingCore
import BriefingFiles

/// Looking at the folder, and reading what differs from what is known.
extension LibraryList {
  /// Takes what the watcher tells: into the list at once, and then to the index, which may be at work for long.
  func note(_ change: FolderChange) {
    switch change {
    // That changes are not seen at once is not a change.
    case .notSeen: break
    case .files(let paths):
      guard look(at: paths) else { return note(.everything) }
      // Behind the look at everything that may be under way, which is older.
      reading.async { self.toIndex.add(paths) }
    case .everything:
      do { try lookAtAll() } catch { toIndex.addLoss() }
    }
  }

  /// Looks at the whole folder, and returns when it is known what has to be read.
  func lookAtAll() throws(FileError) {
    let result = looking.withLock { _ -> Result<Void, FileError> in
      do throws(FileError) {
        guard let listing = try FolderListing(walking: path) else { return .success(()) }
        let (isFirst, (files, change)) = state.withLock { state in
          defer { state.isListed = true }
          return (!state.isListed, state.catalogue.compare(listing, root: path))
        }
        reading.async { [self] in
          read(files, change, isFirst: isFirst)
          // The list comes first.
          toIndex.add(listing)
        }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Looks at some files; false where more than files may have changed.
  private func look(at paths: Set<String>) -> Bool {
    looking.withLock { _ in
      guard let (files, change) = state.withLock({ $0.catalogue.compare(paths, root: path) }) else {
        return false
      }
      read(files, change, isFirst: false)
      return true
    }
  }

  /// So many files at most are told of at once, with those that are gone: of a briefing that was renamed both are needed.
  private static var batch: Int { 64 }

  /// Reads files and tells of them: as they come the first time, else at once where they are few.
  private func read(_ files: [Catalogue.File], _ change: CatalogueChange, isFirst: Bool) {
    let (small, large) = Self.parts(of: files)
    var change = change
    let isWhole = !isFirst && small.count <= Self.batch
    if !isWhole { tell(&change) }
    _ = CatalogueReader(small, root: path).run(isCancelled: { false }) { answers in
      take(answers, isFirst: isFirst, into: &change)
      if !isWhole { tell(&change) }
    }
    tell(&change)
    for file in large {
      self.large.async { [self] in
        guard let answer = try? CatalogueReader.row(of: file, in: path, isCancelled: { false }) else {
          return
        }
        var change = CatalogueChange()
        take([answer], isFirst: isFirst, into: &change)
        tell(&change)
      }
    }
    guard isFirst else { return }
    // At once where nothing is left, so that whoever waits for the first look sees it all.
    if large.isEmpty { complete() }
    finishFirstLook()
    self.large.async { [self] in
      if !large.isEmpty { complete() }
      store()
    }
  }

  /// Takes rows in; the first time they are told at once, else they become part of a change.
  private func take(_ answers: [CatalogueReader.Answer], isFirst: Bool, into change: inout CatalogueChange) {
    state.withLock { state in
      if isFirst {
        let (rows, gone) = state.catalogue.take(answers, root: path)
        change.removed += gone
        if !rows.isEmpty { state.report?(.listed(rows)) }
        return
      }
      for (file, row) in answers where state.catalogue.take(row, of: file, root: path) {
        if let row {
          change.put.append(row.row)
        } else {
          change.removed.append(path.appendingName(file.path))
        }
      }
    }
  }

  static func parts(of files: [Catalogue.File]) -> (small: [Catalogue.File], large: [Catalogue.File]) {
    (
      files.filter { !LargeFiles.contains($0.stamp.size) },
      files.filter { LargeFiles.contains($0.stamp.size) }
    )
  }
}
