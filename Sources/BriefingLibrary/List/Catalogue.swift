import BriefingCore
import Glibc

/// The rows of a library's list as they are known, with what their files were when they were read.
struct Catalogue: Sendable {
  /// A briefing.
  struct Entry: Sendable {
    /// What the file was; `unsettled` where it may change unseen, or is no file.
    var stamp: FileStamp
    /// nil as long as the file is being read for the first time.
    var row: CatalogueRow?
    /// The reading that is under way; nil where none is.
    var wanted: File?
  }

  /// A file that has to be read.
  struct File: Hashable, Sendable {
    /// Below the library's folder.
    var path: String
    /// What it is now.
    var stamp: FileStamp
    /// Whether the stamp tells of every change after it.
    var isSettled: Bool
    /// Tells a reading from an earlier one of the same file.
    fileprivate var serial: Int
  }

  /// By the path below the library's folder.
  private(set) var entries: [PathKey: Entry] = [:]
  /// That of the last reading.
  private var serial = 0
  /// Whether it is as the cache has it.
  private(set) var isCached = false

  /// The rows that are known with their paths below the folder, of which the files are sure to be the same as long as their
  /// stamps are.
  var settled: [CatalogueCache.Row] {
    entries.compactMap { key, entry in
      guard let row = entry.row, row.problem == nil, entry.stamp != .unsettled else { return nil }
      return CatalogueCache.Row(path: key.path, stamp: entry.stamp, row: row)
    }
  }

  /// Takes a row from the cache.
  mutating func recall(_ path: String, _ stamp: FileStamp, _ row: CatalogueRow) {
    entries[PathKey(path)] = Entry(stamp: stamp, row: row)
    isCached = true
  }

  /// Notes that the cache is as this is.
  mutating func noteCached() { isCached = true }

  /// Compares it with the folder.
  ///
  /// - Parameter root: The folder as given: rows' paths start with it.
  /// - Returns: The files to read, newest first, and the changes that are known without reading any.
  mutating func compare(_ listing: FolderListing, root: String) -> (files: [File], change: CatalogueChange) {
    var files: [File] = []
    var seen: Set<PathKey> = []
    seen.reserveCapacity(listing.count)
    for entry in listing {
      seen.insert(PathKey(entry.path))
      if let file = want(entry.path, entry.stamp, isSettled: listing.isSettled(entry.stamp)) {
        files.append(file)
      }
    }
    var change = CatalogueChange()
    for problem in listing.problems {
      let row = CatalogueRow(problem)
      // Its path is the one that it is shown with: it may have no other.
      let path = PathKey(problem.path)
      seen.insert(path)
      guard entries[path]?.row != row else { continue }
      entries[path] = Entry(stamp: .unsettled, row: row)
      change.put.append(row)
    }
    let gone = entries.keys.filter { !seen.contains($0) }
    return finish(files, gone, change, root: root)
  }

  /// Compares some files; nil where one of them is no file, but perhaps a folder.
  mutating func compare(_ paths: Set<String>, root: String) -> (files: [File], change: CatalogueChange)? {
    var files: [File] = []
    var gone: [PathKey] = []
    let looks = paths.map { ($0, FileLook(path: root.appendingName($0))) }
    if looks.contains(where: { $0.1 == .other }) { return nil }
    for (path, look) in looks {
      switch look {
      case .file(let stamp, let isSettled):
        if let file = want(path, stamp, isSettled: isSettled) { files.append(file) }
      case .missing: if entries[PathKey(path)] != nil { gone.append(PathKey(path)) }
      case .other: break
      }
    }
    return finish(files, gone, CatalogueChange(), root: root)
  }

  /// Takes the row of a file that was read; nil where the file was gone.
  ///
  /// - Returns: Whether the list changes by it: not where the file has changed since, or its row is the same.
  mutating func take(_ row: CatalogueRow?, of file: File) -> Bool {
    let key = PathKey(file.path)
    guard let entry = entries[key], entry.wanted == file else { return false }
    guard let row else {
      entries[key] = nil
      return entry.row != nil
    }
    let stamp = file.isSettled ? file.stamp : .unsettled
    if entry.stamp != stamp { isCached = false }
    entries[key] = Entry(stamp: stamp, row: row)
    return entry.row != row
  }

  /// Forgets all, as the folder is gone.
  mutating func removeAll() -> [String] {
    defer { entries = [:] }
    return entries.values.compactMap { $0.row?.path }
  }

  /// Notes that a file is to be read; nil where that is known of it, or under way.
  private mutating func want(_ path: String, _ stamp: FileStamp, isSettled: Bool) -> File? {
    let key = PathKey(path)
    if let entry = entries[key] {
      if entry.wanted?.stamp == stamp, isSettled { return nil }
      if entry.wanted == nil, entry.row != nil, entry.stamp == stamp { return nil }
    }
    serial += 1
    let file = File(path: path, stamp: stamp, isSettled: isSettled, serial: serial)
    entries[key, default: Entry(stamp: .unsettled)].wanted = file
    return file
  }

  private mutating func finish(
    _ files: [File], _ gone: [PathKey], _ change: CatalogueChange, root: String
  ) -> (files: [File], change: CatalogueChange) {
    var change = change
    // What was or is a problem has another key, and the same path.
    let replaced = Set(
      files.map { PathKey(root.appendingName($0.path)) } + change.put.map { PathKey($0.path) })
    // A file that was renamed keeps everything but the time of its last change.
    var left: [UInt64: (stamp: FileStamp, path: String)] = [:]
    for key in gone {
      guard let entry = entries.removeValue(forKey: key) else { continue }
      isCached = false
      guard let row = entry.row else { continue }
      if !replaced.contains(PathKey(row.path)) { change.removed.append(row.path) }
      if entry.stamp != .unsettled { left[entry.stamp.inode] = (entry.stamp, row.path) }
    }
    for file in files {
      guard let old = left[file.stamp.inode], old.stamp.size == file.stamp.size,
        old.stamp.modified == file.stamp.modified
      else { continue }
      change.renamed[old.path] = root.appendingName(file.path)
    }
    return (FileStamp.readingOrder(files, by: \.stamp), change)
  }
}

/// What stands at a path.
private enum FileLook: Equatable {
  case file(FileStamp, isSettled: Bool)
  case missing
  /// A folder, or what cannot be asked.
  case other

  init(path: String) {
    let began = FileStamp.now
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      // What a link leads to may be missing; only a look at the folder says why it cannot be read.
      self = errno == ENOENT && lstat(path, &facts) != 0 ? .missing : .other
      return
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      self = .other
      return
    }
    let stamp = FileStamp(facts)
    self = .file(stamp, isSettled: stamp.isSettled(between: began, and: FileStamp.now))
  }
}
