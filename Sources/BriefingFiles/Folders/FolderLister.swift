import BriefingCore
import Dispatch
import Glibc
import Synchronization

/// Reads a folder and those below it on all cores, and asks for the stamps of their briefings.
///
/// System calls are most of the time: one for each file, and few for each folder.
final class FolderLister: Sendable {
  /// A folder that was found.
  struct Folder: Sendable {
    /// Relative to the root.
    var path: String
    /// nil until it is open.
    var id: FolderID?
    /// Nothing where it could not be read.
    var contents = FolderContents()
    /// One for each name: nil for what is not a briefing, and for briefings that were gone when they were asked.
    var stamps: [FileStamp?] = []
    /// The index of its first subfolder; the others follow, in the order of the names.
    var firstChild = 0
    /// Why it could not be read.
    var failure: FileError?
  }

  /// How many names are a job: folders can be large, and then have to be shared out too.
  private static let namesPerJob = 512

  private let root: String
  private let folders: Mutex<[Folder]>
  private let jobs = DispatchGroup()
  private let isStopped = Atomic(false)

  init(root: String) {
    self.root = root
    folders = Mutex([Folder(path: "")])
  }

  /// The folders found, each after the one that it stands in; the root comes first.
  var listed: [Folder] { folders.withLock { $0 } }

  /// Does the work; false where it was cancelled.
  func run(isCancelled: () -> Bool) -> Bool {
    start { self.list(0, path: "", ancestors: []) }
    while true {
      if isCancelled() { isStopped.store(true, ordering: .relaxed) }
      if jobs.wait(timeout: .now() + .milliseconds(5)) == .success { break }
    }
    return !isStopped.load(ordering: .relaxed)
  }

  private func start(_ job: @escaping @Sendable () -> Void) {
    DispatchQueue.global(qos: .userInitiated).async(group: jobs) {
      if !self.isStopped.load(ordering: .relaxed) { job() }
    }
  }

  private func list(_ index: Int, path: String, ancestors: [FolderID]) {
    let fullPath = root.appendingPath(path)
    do {
      let folder = try OpenFolder(fullPath)
      folders.withLock { $0[index].id = folder.id }
      // A mount that leads back. Which of several mounts of one folder counts, their order decides in the end.
      guard !ancestors.contains(folder.id) else { return }
      let contents = try FolderContents(of: folder, path: fullPath)
      listSubfolders(of: index, path: path, contents, ancestors: ancestors + [folder.id])
      for start in stride(from: Self.namesPerJob, to: contents.count, by: Self.namesPerJob) {
        let names = start..<min(start + Self.namesPerJob, contents.count)
        self.start { self.stamp(names, of: index, contents, folder) }
      }
      stamp(0..<min(Self.namesPerJob, contents.count), of: index, contents, folder)
    } catch {
      folders.withLock { $0[index].failure = error }
    }
  }

  private func listSubfolders(
    of index: Int, path: String, _ contents: FolderContents, ancestors: [FolderID]
  ) {
    let paths = (0..<contents.count).compactMap { item in
      guard case .folder = contents.kind(at: item) else { return String?.none }
      return path.appendingName(contents.name(at: item))
    }
    let first = folders.withLock { folders in
      folders[index].contents = contents
      folders[index].stamps = Array(repeating: nil, count: contents.count)
      folders[index].firstChild = folders.count
      folders += paths.map { Folder(path: $0) }
      return folders[index].firstChild
    }
    for (number, path) in paths.enumerated() {
      start { self.list(first + number, path: path, ancestors: ancestors) }
    }
  }

  private func stamp(_ names: Range<Int>, of index: Int, _ contents: FolderContents, _ folder: OpenFolder) {
    var stamps: [FileStamp?] = []
    stamps.reserveCapacity(names.count)
    var unreadable: [(item: Int, errno: Int32)] = []
    contents.forEachName(in: names) { item, name in
      var facts = stat()
      if case .briefing = contents.kind(at: item) {
        if fstatat(folder.descriptor, name, &facts, 0) == 0 {
          stamps.append(FileStamp(facts))
          return
        }
        // What was removed since its name was read is not a problem.
        if errno != ENOENT { unreadable.append((item, errno)) }
      }
      stamps.append(nil)
    }
    folders.withLock { folders in
      folders[index].stamps.replaceSubrange(names, with: stamps)
      for (item, number) in unreadable { folders[index].contents.markUnreadable(item, errno: number) }
    }
  }
}
