/// Goes through a folder and the folders below it and yields its briefings, in the order of their paths' bytes.
///
/// Each folder is entered once, so mounts in a circle end. `FolderContents` says which names count.
struct FolderWalk {
  /// Something found: a briefing to read, or a reason why what stands there cannot be read.
  enum Item {
    case file(path: String)
    case problem(FileError)
  }

  private struct Folder {
    var path: String
    var contents: FolderContents
    /// The name that comes next.
    var next = 0
  }

  /// The folders that are being gone through, outermost first.
  private var folders: [Folder] = []
  private var entered: Set<FolderID> = []

  /// Starts at a folder.
  init(_ path: String) throws(FileError) { try enter(path) }

  /// The next briefing; nil at the end.
  mutating func next() -> Item? {
    while let folder = folders.last {
      guard folder.next < folder.contents.count else {
        folders.removeLast()
        continue
      }
      folders[folders.count - 1].next += 1
      let path = folder.path.appendingName(folder.contents.name(at: folder.next))
      if let error = folder.contents.problem(at: folder.next, path: path) { return .problem(error) }
      guard case .folder = folder.contents.kind(at: folder.next) else { return .file(path: path) }
      do {
        try enter(path)
      } catch {
        return .problem(error)
      }
    }
    return nil
  }

  /// Reads a folder's names, unless it was entered before.
  private mutating func enter(_ path: String) throws(FileError) {
    let folder = try OpenFolder(path)
    guard entered.insert(folder.id).inserted else { return }
    folders.append(Folder(path: path, contents: try FolderContents(of: folder, path: path)))
  }
}
