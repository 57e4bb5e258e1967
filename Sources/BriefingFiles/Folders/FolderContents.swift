import Glibc

/// The names in one folder that matter to a library, in the order of the paths that start with them.
///
/// Hidden files and folders are left out. Links to files are followed; links to folders are not, since they may
/// lead out of the library, as `..` does.
struct FolderContents: Sendable {
  /// What a name stands for.
  enum Kind: Sendable {
    case briefing
    case folder
    /// A briefing or folder whose name cannot be shown or given as a path.
    case notUTF8
    /// A briefing that cannot be read, and the error number of why.
    case unreadable(Int32)
  }

  private struct Item {
    /// Where the name starts in `bytes`.
    var start: Int
    /// In bytes; a name has 255 at most.
    var count: UInt8
    var kind: Kind
    /// The first eight bytes of the paths that start with it, as far as they are its own and the slash behind a folder's, as
    /// a number: it tells most names apart.
    var beginning: UInt64
  }

  /// All names, each with a NUL after it.
  private var bytes: [UInt8] = []
  private var items: [Item] = []

  /// Those of an empty folder.
  init() {}

  /// Reads the names of a folder.
  ///
  /// - Parameters:
  ///   - path: For errors.
  ///   - onlyFolders: Whether briefings do not matter: of most names nothing need then be known.
  init(of folder: OpenFolder, path: String, onlyFolders: Bool = false) throws(FileError) {
    // The stream closes its descriptor, and the folder's is still needed.
    let copy = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, let stream = fdopendir(copy) else {
      let number = errno
      if copy >= 0 { close(copy) }
      throw FileError(path: path, errno: number)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let type = Int(entry.pointee.d_type)
      if onlyFolders, type != DT_DIR, type != DT_UNKNOWN { continue }
      let name = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
      add(
        UnsafeRawBufferPointer(start: name, count: strlen(name.assumingMemoryBound(to: CChar.self))),
        type: type, in: folder)
    }
    guard errno == 0 else { throw FileError(path: path, errno: errno) }
    sort()
  }

  /// How many names there are.
  var count: Int { items.count }

  /// What a name stands for; names are counted from 0.
  func kind(at index: Int) -> Kind { items[index].kind }

  /// A name; what is not UTF-8 in it is replaced.
  func name(at index: Int) -> String {
    let item = items[index]
    return String(decoding: bytes[item.start..<item.start + Int(item.count)], as: UTF8.self)
  }

  /// Gives the bytes of a name to `body`.
  func withName(at index: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    let item = items[index]
    bytes.withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[item.start..<item.start + Int(item.count)]))
    }
  }

  /// Why what a name stands for cannot be read; nil where nothing is known against it.
  func problem(at index: Int, path: String) -> FileError? {
    switch items[index].kind {
    case .briefing, .folder: nil
    case .notUTF8: FileError(path: path, reason: "its name is not valid UTF-8", advice: "rename it")
    case .unreadable(let number): FileError(path: path, errno: number)
    }
  }

  /// Notes that a briefing turned out not to be readable.
  mutating func markUnreadable(_ index: Int, errno number: Int32) { items[index].kind = .unreadable(number) }

  /// Gives the names of a range, as system calls want them, to `body`.
  func forEachName(in range: Range<Int>, _ body: (Int, UnsafePointer<CChar>) -> Void) {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      for index in range { body(index, base + items[index].start) }
    }
  }

  private mutating func add(_ name: UnsafeRawBufferPointer, type: Int, in folder: OpenFolder) {
    // The folder itself and its parent are among the hidden ones.
    guard name.first != UInt8(ascii: "."), let kind = Self.kind(of: name, type: type, in: folder) else {
      return
    }
    items.append(
      Item(
        start: bytes.count, count: UInt8(truncatingIfNeeded: name.count), kind: kind,
        beginning: Self.beginning(of: name, kind)))
    bytes.append(contentsOf: name)
    bytes.append(0)
  }

  /// What a folder's entry is; nil where it is nothing to a library.
  ///
  /// Most entries say themselves what they are, which spares a `stat`.
  private static func kind(of name: UnsafeRawBufferPointer, type: Int, in folder: OpenFolder) -> Kind? {
    let isBriefing = BriefingFile.isBriefing(name: name)
    var isFolder = type == DT_DIR
    if type == DT_LNK || type == DT_UNKNOWN {
      let pointer = name.baseAddress!.assumingMemoryBound(to: CChar.self)
      var facts = stat()
      // A dangling link, or one to itself: what it would be called decides whether anybody misses it.
      guard fstatat(folder.descriptor, pointer, &facts, 0) == 0 else {
        return isBriefing ? .unreadable(errno) : nil
      }
      isFolder = facts.st_mode & S_IFMT == S_IFDIR
      if isFolder {
        guard fstatat(folder.descriptor, pointer, &facts, AT_SYMLINK_NOFOLLOW) == 0,
          facts.st_mode & S_IFMT == S_IFDIR
        else { return nil }
      }
    }
    guard isFolder || isBriefing else { return nil }
    guard name.allSatisfy({ $0 < 0x80 }) || String(validating: name, as: UTF8.self) != nil else {
      return .notUTF8
    }
    return isFolder ? .folder : .briefing
  }

  private static func beginning(of name: UnsafeRawBufferPointer, _ kind: Kind) -> UInt64 {
    var beginning: UInt64 = 0
    for at in 0..<8 { beginning = beginning << 8 | UInt64(at < name.count ? name[at] : 0) }
    if case .folder = kind, name.count < 8 {
      beginning |= UInt64(UInt8(ascii: "/")) << UInt64(8 * (7 - name.count))
    }
    return beginning
  }

  /// Puts the names into the order of the paths that start with them: after a folder's name comes a slash.
  private mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      func tail(_ item: Item) -> UInt8 {
        if case .folder = item.kind { UInt8(ascii: "/") } else { 0 }
      }
      items.sort { a, b in
        guard a.beginning == b.beginning else { return a.beginning < b.beginning }
        let common = Int(min(a.count, b.count))
        let order = memcmp(bytes.baseAddress! + a.start, bytes.baseAddress! + b.start, common)
        guard order == 0 else { return order < 0 }
        let next = a.count > b.count ? bytes[a.start + common] : tail(a)
        return next < (b.count > a.count ? bytes[b.start + common] : tail(b))
      }
    }
  }
}

extension String {
  /// A path with a name after it; an empty path is the folder that paths are relative to.
  package func appendingName(_ name: String) -> String {
    isEmpty || hasSuffix("/") ? self + name : "\(self)/\(name)"
  }

  /// The path of a file in this folder as it is named to people: one in the folder where they are has no `./` before it.
  package func naming(_ name: String) -> String { self == "." ? name : appendingName(name) }

  /// A folder's path with one after it that is relative to it; an empty one is the folder itself.
  func appendingPath(_ path: String) -> String { path.isEmpty ? self : appendingName(path) }
}
