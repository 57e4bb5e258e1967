import Glibc

/// Linux's notices of changes in folders. All that is Linux's own in the watching is in this file.
final class Inotify: Sendable {
  /// The number of a watched folder; the same for the same folder, whatever path leads to it.
  typealias Watch = Int32

  /// A notice.
  enum Event: Equatable {
    /// A name in a watched folder.
    case name(Watch, bytes: [UInt8], NameChange, isFolder: Bool)
    /// The folder's permissions have changed, or it stands elsewhere.
    case changed(Watch)
    /// The folder is gone, and with it the watch.
    case gone(Watch)
    /// There were more notices than the system keeps.
    case overflow
  }

  /// What has become of a name.
  enum NameChange {
    /// A writer has closed its file, or it was given to a file as it is.
    case written
    /// It was made, and a writer may be at it.
    case made
    /// Permissions or times are others.
    case touched
    /// It is gone.
    case gone
  }

  /// The error number of a system call.
  struct Errno: Error {
    var number: Int32
    /// More folders than may be watched.
    static let tooMany = Errno(number: ENOSPC)

    /// Why a library cannot be watched; nil where it is for one folder, which is gone or may not be read.
    func problem(path: String, interval: Duration) -> FileError? {
      let limit: String
      switch number {
      case ENOSPC: limit = "fs.inotify.max_user_watches"
      case EMFILE: limit = "fs.inotify.max_user_instances"
      case ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG: return nil
      default: return FileError(path: path, errno: number)
      }
      return FileError(
        path: path, reason: "the system cannot watch more folders",
        advice: "raise \(limit); until then it is looked through every \(interval.components.seconds) s")
    }
  }

  /// What `poll` waits for; -1, for which `poll` does not wait, where the system gave none.
  let descriptor: Int32
  /// Why it gave none.
  private let failure: Int32

  init() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    failure = descriptor < 0 ? errno : 0
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  // Not `IN_MODIFY`: a file that is being written is looked at when it is closed.
  private static let mask =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_MOVE_SELF
    | IN_ONLYDIR
    | IN_EXCL_UNLINK

  /// Watches a folder, not those below it; returns the error number where that fails.
  func add(_ path: String, followsLink: Bool) -> Result<Watch, Errno> {
    guard descriptor >= 0 else { return .failure(Errno(number: failure)) }
    let watch = inotify_add_watch(
      descriptor, path, UInt32(bitPattern: followsLink ? Self.mask : Self.mask | IN_DONT_FOLLOW))
    return watch >= 0 ? .success(watch) : .failure(Errno(number: errno))
  }

  /// Watches a folder no longer.
  func remove(_ watch: Watch) { inotify_rm_watch(descriptor, watch) }

  /// The notices that have come; nothing where none has.
  func read() -> [Event] {
    var events: [Event] = []
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      // Interrupted, or nothing there: `poll` will say when to ask again.
      guard count > 0 else { return }
      var rest = UnsafeRawBufferPointer(buffer)[..<count]
      let header = MemoryLayout<inotify_event>.size
      while rest.count >= header {
        let event = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: inotify_event.self)
        let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
        rest = rest.dropFirst(header + Int(event.len))
        if let event = Self.event(event, name: name) { events.append(event) }
      }
    }
    return events
  }

  private static func event(_ event: inotify_event, name: some Sequence<UInt8>) -> Event? {
    func has(_ flags: Int32...) -> Bool { flags.contains { event.mask & UInt32(bitPattern: $0) != 0 } }
    if has(IN_Q_OVERFLOW) { return .overflow }
    if has(IN_IGNORED) { return .gone(event.wd) }
    let name = Array(name)
    if name.isEmpty { return has(IN_ATTRIB, IN_MOVE_SELF) ? .changed(event.wd) : nil }
    let change: NameChange =
      if has(IN_DELETE, IN_MOVED_FROM) {
        .gone
      } else if has(IN_CLOSE_WRITE, IN_MOVED_TO) {
        .written
      } else if has(IN_CREATE) {
        .made
      } else { .touched }
    return .name(event.wd, bytes: name, change, isFolder: has(IN_ISDIR))
  }
}
