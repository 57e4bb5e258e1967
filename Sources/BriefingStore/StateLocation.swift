import BriefingFiles
import Glibc

/// Where the program keeps what it remembers of what was read: `state.sqlite` in `$XDG_STATE_HOME/briefing`, else in
/// `~/.local/state/briefing`.
public struct StateLocation: Hashable, Sendable {
  /// The folder.
  public let folder: String
  /// The database.
  public var database: String { "\(folder)/state.sqlite" }
  /// Whoever replaces a damaged database holds a lock on this file.
  var lock: String { "\(folder)/state.lock" }

  /// Names a folder of its own.
  public init(folder: String) { self.folder = folder }

  /// The one that the environment names.
  ///
  /// - Parameters:
  ///   - state: `$BRIEFING_STATE`: `off` for a program that remembers nothing.
  ///   - stateHome: `$XDG_STATE_HOME`.
  ///   - home: `$HOME`.
  /// - Returns: nil where nothing is to be remembered, or the environment names no folder.
  public init?(state: String?, stateHome: String?, home: String?) {
    guard state != "off", let folder = UserFolder.state(stateHome: stateHome, home: home) else { return nil }
    self.init(folder: "\(folder)/briefing")
  }

  /// The files that belong to a database.
  static let suffixes = ["", "-wal", "-shm"]

  /// Makes the folder, for nobody else to look into, and sees to it that what stands in the database's place is a file of
  /// the user's that nobody else may read or write.
  func prepare() throws(StoreFault) {
    do { try PrivateFolder.make(folder) } catch {
      throw StoreFault(path: folder, reason: error.reason, advice: "its folder has to be yours to write to")
    }
    for suffix in Self.suffixes {
      let path = database + suffix
      var facts = stat()
      guard lstat(path, &facts) == 0 else { continue }
      guard PrivateFile.isTrusted(facts) else {
        throw StoreFault(
          path: path, reason: "other users may write to it, or it is not a regular file",
          advice: "move it away")
      }
      if facts.st_mode & 0o077 != 0 { chmod(path, 0o600) }
    }
    // SQLite would let others read it; what belongs to the database takes its permissions.
    let file = open(database, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw StoreFault(path: database, errno: errno) }
    close(file)
  }

  /// Bytes of the database.
  var size: off_t {
    var facts = stat()
    return stat(database, &facts) == 0 ? facts.st_size : 0
  }

  /// The number of the database's file; 0 where there is none.
  var inode: ino_t {
    var facts = stat()
    return stat(database, &facts) == 0 ? facts.st_ino : 0
  }
}
