import Glibc

/// The folders that have to be watched to see every change of one file: that of its path, and where a link leads that of
/// the file itself. Of a folder that is not there the nearest one above it is watched, for it may come.
struct FollowedName {
  private let path: String
  private let inotify: Inotify
  /// The watched folders, with the name that matters there; nil where every name does.
  private var names: [Inotify.Watch: Set<[UInt8]>?] = [:]
  /// Why not every change is seen.
  private(set) var failure: FileError?

  /// Watches nothing yet.
  init(path: String, inotify: Inotify) {
    self.path = path
    self.inotify = inotify
  }

  /// Watches the folders that matter now, and no others. Folders that are watched stay so: nothing is missed.
  mutating func watch() {
    let old = names.keys
    names = [:]
    failure = nil
    add(path)
    if let target = Self.target(of: path) { add(target) }
    for watch in old where names[watch] == nil { inotify.remove(watch) }
  }

  /// What a notice says of the file, nil where it is about another one; `isOutdated` where folders may be others now.
  func meaning(of event: Inotify.Event) -> (notice: FileRest.Notice?, isOutdated: Bool) {
    switch event {
    case .overflow: return (.touched, true)
    case .changed(let watch), .gone(let watch): return names[watch] == nil ? (nil, false) : (.touched, true)
    case .name(let watch, let name, let change, _):
      guard let watched = names[watch] else { return (nil, false) }
      // On the way to a folder that is missing every name matters. A link may lead to another file from now on.
      guard watched?.contains(name) ?? true else { return (nil, false) }
      return (FileRest.Notice(change), true)
    }
  }

  private mutating func add(_ file: String) {
    var (folder, name) = Self.split(file)
    var isNear = true
    while true {
      switch inotify.add(folder, followsLink: true) {
      case .success(let watch):
        if !isNear {
          names[watch] = .some(nil)
        } else if names[watch] == nil {
          names[watch] = [Array(name.utf8)]
        } else if case .some(.some(let others)) = names[watch] {
          names[watch] = others.union([Array(name.utf8)])
        }
        return
      case .failure(let error):
        if [ENOENT, ENOTDIR].contains(error.number), folder != "/", folder != "." {
          (folder, name) = Self.split(folder)
          isNear = false
        } else {
          failure = failure ?? Self.problem(file, error.number)
          return
        }
      }
    }
  }

  private static func problem(_ path: String, _ number: Int32) -> FileError {
    switch number {
    case ENOSPC:
      FileError(
        path: path, reason: "the system cannot watch more folders",
        advice: "raise fs.inotify.max_user_watches")
    case EMFILE:
      FileError(
        path: path, reason: "the system cannot watch more folders",
        advice: "raise fs.inotify.max_user_instances")
    default: FileError(path: path, errno: number)
    }
  }

  /// The file that a link leads to in the end; nil for what is not a link or leads nowhere.
  private static func target(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    let target = String(cString: resolved)
    return target == path ? nil : target
  }

  /// A path's folder and the name in it.
  private static func split(_ path: String) -> (folder: String, name: String) {
    var path = path[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
