import BriefingCore
import BriefingFiles
import Glibc

/// The rows of a library's list as they are known, with what their files were when they were read.
struct Catalogue: Sendable {
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

  /// The rows that are known.
  private(set) var rows = CatalogueTable()
  /// What the file of each row was, as unsettled where it may change unseen.
  private(set) var stamps: [FileStamp] = []
  /// The readings that are under way, by the paths below the library's folder.
  private var wanted: [PathKey: File] = [:]
  /// What cannot be listed, by the path that it is shown with: it may have no other.
  private var problems: [PathKey: CatalogueRow] = [:]
  /// The number of the last reading.
  private var serial = 0
  /// Whether it is as the cache has it.
  private(set) var isCached = false

  /// Takes rows from the cache.
  mutating func recall(_ batch: CatalogueBatch) {
    for (number, outcome) in rows.put(batch).enumerated() {
      note(FileStamp(batch.stamp(of: number)), outcome)
    }
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
    var isThere = [Bool](repeating: false, count: rows.count)
    var unseen = Set(wanted.keys)
    let prefix = Array(root.appendingName("").utf8)
    prefix.withUnsafeBytes { prefix in
      listing.forEach { path, stamp in
        let index = rows.index(of: prefix, path)
        if let index { isThere[index] = true }
        // Most are as they were.
        if let index, wanted.isEmpty, stamps[index] == stamp { return }
        let path = String(decoding: path, as: UTF8.self)
        unseen.remove(PathKey(path))
        if let file = want(path, at: index, stamp, isSettled: listing.isSettled(stamp)) { files.append(file) }
      }
    }
    for path in unseen { wanted[path] = nil }
    var change = CatalogueChange()
    var seen: Set<PathKey> = []
    for problem in listing.problems {
      let row = CatalogueRow(problem)
      let path = PathKey(problem.path)
      seen.insert(path)
      guard problems[path] != row else { continue }
      problems[path] = row
      change.put.append(row)
    }
    for path in problems.keys where !seen.contains(path) {
      problems[path] = nil
      change.removed.append(path.path)
    }
    return finish(files, isThere.indices.filter { !isThere[$0] }, change, root: root)
  }

  /// Compares some files; nil where one of them is not a file, but perhaps a folder.
  mutating func compare(_ paths: Set<String>, root: String) -> (files: [File], change: CatalogueChange)? {
    var files: [File] = []
    var gone: [Int] = []
    let looks = paths.map { ($0, FileLook(path: root.appendingName($0))) }
    if looks.contains(where: { $0.1 == .other }) { return nil }
    for (path, look) in looks {
      let index = rows.index(of: root.appendingName(path))
      switch look {
      case .file(let stamp, let isSettled):
        if let file = want(path, at: index, stamp, isSettled: isSettled) { files.append(file) }
      case .missing:
        wanted[PathKey(path)] = nil
        if let index { gone.append(index) }
      case .other: break
      }
    }
    return finish(files, gone, CatalogueChange(), root: root)
  }

  /// Takes the rows of files that were read, as one batch.
  ///
  /// - Returns: The rows, and the paths of those that are gone.
  mutating func take(
    _ answers: [CatalogueReader.Answer], root: String
  ) -> (rows: CatalogueBatch, gone: [String]) {
    var (cards, stamps): ([CatalogueCard], [FileStamp]) = ([], [])
    var gone: [String] = []
    for (file, card) in answers where isWanted(file) {
      guard let card else {
        if take(nil, of: file, root: root) { gone.append(root.appendingName(file.path)) }
        continue
      }
      wanted[PathKey(file.path)] = nil
      cards.append(card)
      stamps.append(file.isSettled ? file.stamp : file.stamp.asUnsettled)
    }
    let batch = CatalogueBatch(cards, root: root)
    for (stamp, outcome) in zip(stamps, rows.put(batch)) { note(stamp, outcome) }
    return (batch, gone)
  }

  /// Takes the row of a file that was read; nil where the file was gone.
  ///
  /// - Returns: Whether the list changes by it: not where the file has changed since, or its row is the same.
  mutating func take(_ card: CatalogueCard?, of file: File, root: String) -> Bool {
    guard isWanted(file) else { return false }
    wanted[PathKey(file.path)] = nil
    guard let card else {
      guard let index = rows.index(of: root.appendingName(file.path)) else { return false }
      remove(index)
      return true
    }
    return put(card, file.isSettled ? file.stamp : file.stamp.asUnsettled)
  }

  /// Puts a row in, with what its file is; whether the list changes by it.
  @discardableResult
  mutating func put(_ card: CatalogueCard, _ stamp: FileStamp) -> Bool {
    let outcome = rows.put(card)
    note(stamp, outcome)
    if case .same = outcome { return false }
    return true
  }

  /// Forgets all, as the folder is gone.
  mutating func removeAll() -> [String] {
    defer { self = Catalogue(serial: serial) }
    return rows.map(\.path) + problems.keys.map(\.path)
  }

  /// Makes an empty one.
  init() {}

  private init(serial: Int) { self.serial = serial }

  private mutating func note(_ stamp: FileStamp, _ outcome: CatalogueTable.Outcome) {
    switch outcome {
    case .added:
      stamps.append(stamp)
      isCached = false
    case .changed(let index), .same(let index):
      if stamps[index] != stamp { isCached = false }
      stamps[index] = stamp
    }
  }

  private mutating func remove(_ index: Int) {
    isCached = false
    rows.remove(at: index)
    stamps.swapAt(index, stamps.count - 1)
    stamps.removeLast()
  }

  /// Whether a reading is the last one that was asked for of its file.
  private func isWanted(_ file: File) -> Bool { wanted[PathKey(file.path)] == file }

  /// Notes that a file is to be read; nil where that is known of it, or under way.
  private mutating func want(_ path: String, at index: Int?, _ stamp: FileStamp, isSettled: Bool) -> File? {
    let key = PathKey(path)
    if let file = wanted[key] {
      if file.stamp == stamp, isSettled { return nil }
    } else if let index, stamps[index] == stamp {
      return nil
    }
    serial += 1
    let file = File(path: path, stamp: stamp, isSettled: isSettled, serial: serial)
    wanted[key] = file
    return file
  }

  private mutating func finish(
    _ files: [File], _ gone: [Int], _ change: CatalogueChange, root: String
  ) -> (files: [File], change: CatalogueChange) {
    // In a folder that is read for the first time nothing is gone.
    if gone.isEmpty, change.removed.isEmpty { return (FileStamp.readingOrder(files, by: \.stamp), change) }
    var change = change
    // What was or is a problem has the same path.
    let replaced = Set(
      files.map { PathKey(root.appendingName($0.path)) } + change.put.map { PathKey($0.path) })
    change.removed.removeAll { replaced.contains(PathKey($0)) }
    // A file that was renamed keeps everything but the time of its last change.
    var left: [UInt64: (stamp: FileStamp, path: String)] = [:]
    // From the last on, for the last one takes the place of one that goes.
    for index in gone.sorted(by: >) {
      let (path, stamp) = (rows[index].path, stamps[index])
      remove(index)
      if !replaced.contains(PathKey(path)) { change.removed.append(path) }
      left[stamp.inode] = (stamp, path)
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
