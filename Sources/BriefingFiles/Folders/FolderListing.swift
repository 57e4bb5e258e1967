import BriefingCore

/// The briefings of a library and their stamps, in the order of their paths' bytes.
///
/// Each folder counts once, so mounts in a circle end; hidden files and folders and links to folders are left out.
/// A briefing's path is made when it is asked for: a listing takes some 80 bytes a briefing.
public struct FolderListing: Sendable, RandomAccessCollection {
  /// A briefing.
  public struct Entry: Hashable, Sendable {
    /// Relative to the folder: `2025/05/15-a.md`.
    public var path: String
    /// What it was when the folder was listed.
    public var stamp: FileStamp

    /// Makes an entry of a file that no folder was listed for.
    package init(path: String, stamp: FileStamp) {
      self.path = path
      self.stamp = stamp
    }
  }

  private struct Place {
    var folder: UInt32
    var item: UInt32
    var stamp: FileStamp
  }

  private var folders: [FolderLister.Folder] = []
  private var places: [Place] = []
  /// What cannot be listed, with the path as the folder was given before it, in the order of paths.
  public private(set) var problems: [FileError] = []
  /// When the listing began and when it was done, in nanoseconds since 1970 (UTC).
  package var moments: (began: Int64, ended: Int64) = (0, 0)

  /// Lists a folder on all cores. Files are not opened.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked on the calling thread, some hundred times a second.
  /// - Returns: nil where cancelled.
  /// - Throws: Why the folder itself cannot be read.
  public init?(walking path: String, isCancelled: () -> Bool = { false }) throws(FileError) {
    let lister = FolderLister(root: path)
    moments.began = FileStamp.now
    guard lister.run(isCancelled: isCancelled) else { return nil }
    moments.ended = FileStamp.now
    folders = lister.listed
    if let failure = folders[0].failure { throw failure }
    collect(root: path)
  }

  /// The index of the first briefing.
  public var startIndex: Int { 0 }
  /// How many briefings there are.
  public var endIndex: Int { places.count }

  /// A briefing, counted from 0.
  public subscript(index: Int) -> Entry {
    let place = places[index]
    let folder = folders[Int(place.folder)]
    return Entry(
      path: folder.path.appendingName(folder.contents.name(at: Int(place.item))), stamp: place.stamp)
  }

  /// Gives the bytes of each briefing's path, relative to the folder, and its stamp to `body`, without making strings.
  package func forEach(_ body: (UnsafeRawBufferPointer, FileStamp) -> Void) {
    var folder = UInt32.max
    var path: [UInt8] = []
    var start = 0
    for place in places {
      if place.folder != folder {
        folder = place.folder
        path = Array(folders[Int(folder)].path.appendingName("").utf8)
        start = path.count
      }
      path.removeSubrange(start...)
      folders[Int(folder)].contents.withName(at: Int(place.item)) { path += $0 }
      path.withUnsafeBytes { body($0, place.stamp) }
    }
  }

  /// Whether the stamp of one of the files tells of every change after it.
  package func isSettled(_ stamp: FileStamp) -> Bool {
    stamp.isSettled(between: moments.began, and: moments.ended)
  }

  /// A number that is the same for two listings as good as never, unless they hold the same files with the same
  /// stamps.
  package var fingerprint: [UInt64] {
    var fingerprint = Fingerprint()
    var folder = UInt32.max
    for place in places {
      if place.folder != folder {
        folder = place.folder
        folders[Int(folder)].path.utf8.withContiguousStorageIfAvailable { path in
          fingerprint.add(UnsafeRawBufferPointer(path))
        }
      }
      folders[Int(folder)].contents.withName(at: Int(place.item)) { fingerprint.add($0) }
      fingerprint.add(UInt64(bitPattern: place.stamp.size))
      fingerprint.add(UInt64(bitPattern: place.stamp.modified))
      fingerprint.add(UInt64(bitPattern: place.stamp.changed))
      fingerprint.add(place.stamp.inode)
    }
    return fingerprint.value
  }

  /// Goes through the folders in the order of paths, whatever the order in which they were listed.
  private mutating func collect(root: String) {
    var entered: Set<FolderID> = []
    // The folders that are being gone through, with the name and the subfolder that come next.
    var open: [(folder: Int, item: Int, child: Int)] = []

    func enter(_ index: Int) {
      guard let id = folders[index].id, entered.insert(id).inserted else { return }
      open.append((index, 0, folders[index].firstChild))
    }
    enter(0)
    while let (index, item, child) = open.last {
      let contents = folders[index].contents
      guard item < contents.count else {
        open.removeLast()
        folders[index].stamps = []
        continue
      }
      open[open.count - 1].item += 1
      switch contents.kind(at: item) {
      case .briefing:
        guard let stamp = folders[index].stamps[item] else { continue }
        places.append(Place(folder: UInt32(index), item: UInt32(item), stamp: stamp))
      case .folder:
        open[open.count - 1].child += 1
        if let failure = folders[child].failure { problems.append(failure) }
        enter(child)
      case .notUTF8, .unreadable:
        let path = root.appendingPath(folders[index].path).appendingName(contents.name(at: item))
        if let problem = contents.problem(at: item, path: path) { problems.append(problem) }
      }
    }
  }
}
