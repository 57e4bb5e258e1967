import Glibc

/// Goes through a folder and the folders below it and yields its briefings, in the order of their names.
///
/// Hidden files and folders are left out. Links to files are followed; links to folders are not, since they may
/// lead out of the library, as `..` does. Each folder is entered once, so mounts in a circle end.
struct FolderWalk {
  /// Something found: a briefing to read, or a reason why what stands there cannot be read.
  enum Item {
    case file(path: String)
    case problem(FileError)
  }

  private struct Name {
    var text: String
    /// The folder entry's type as `readdir` tells it; often enough to spare a `stat`.
    var type: UInt8
    var isValid: Bool
  }

  private struct Folder {
    var path: String
    /// In reverse order.
    var names: [Name]
  }

  private struct FolderID: Hashable {
    var device: dev_t
    var inode: ino_t
  }

  /// The folders that are open, outermost first.
  private var folders: [Folder] = []
  private var entered: Set<FolderID> = []

  /// Starts at a folder.
  init(_ path: String) throws(FileError) {
    if let folder = try enter(path) { folders = [folder] }
  }

  /// The next briefing; nil at the end.
  mutating func next() -> Item? {
    while let folder = folders.last {
      guard let name = folders[folders.count - 1].names.popLast() else {
        folders.removeLast()
        continue
      }
      let path = folder.path.hasSuffix("/") ? folder.path + name.text : "\(folder.path)/\(name.text)"
      if let item = visit(path, name) { return item }
    }
    return nil
  }

  /// What a name in a folder yields; a folder is entered and yields nothing itself.
  private mutating func visit(_ path: String, _ name: Name) -> Item? {
    let isBriefing = BriefingFile.isBriefing(name: name.text)
    let isFolder: Bool
    switch Int(name.type) {
    case DT_DIR: isFolder = true
    case DT_LNK, DT_UNKNOWN:
      var facts = stat()
      // A dangling link, or one to itself: what it would be called decides whether anybody misses it.
      guard stat(path, &facts) == 0 else {
        return isBriefing ? .problem(FileError(path: path, errno: errno)) : nil
      }
      isFolder = facts.st_mode & S_IFMT == S_IFDIR
      if isFolder, isLink(path, name) { return nil }
    default: isFolder = false
    }
    guard isFolder || isBriefing else { return nil }
    guard name.isValid else {
      return .problem(FileError(path: path, reason: "its name is not valid UTF-8", advice: "rename it"))
    }
    guard isFolder else { return .file(path: path) }
    do {
      if let folder = try enter(path) { folders.append(folder) }
      return nil
    } catch {
      return .problem(error)
    }
  }

  private func isLink(_ path: String, _ name: Name) -> Bool {
    if Int(name.type) == DT_LNK { return true }
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }

  /// Reads a folder's names; nil where it was entered before.
  private mutating func enter(_ path: String) throws(FileError) -> Folder? {
    guard let stream = opendir(path) else { throw FileError(path: path, errno: errno) }
    defer { closedir(stream) }
    var facts = stat()
    guard fstat(dirfd(stream), &facts) == 0 else { throw FileError(path: path, errno: errno) }
    guard entered.insert(FolderID(device: facts.st_dev, inode: facts.st_ino)).inserted else { return nil }

    var names: [Name] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { bytes -> Name? in
          // Hidden ones, and the folder and its parent among them.
          if bytes[0] == CChar(UInt8(ascii: ".")) { return nil }
          let valid = String(validatingCString: bytes)
          return Name(
            text: valid ?? String(cString: bytes), type: entry.pointee.d_type, isValid: valid != nil)
        }
      }
      if let name { names.append(name) }
    }
    names.sort { $1.text.utf8.lexicographicallyPrecedes($0.text.utf8) }
    return Folder(path: path, names: names)
  }
}
