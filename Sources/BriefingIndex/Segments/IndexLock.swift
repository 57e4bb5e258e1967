import Glibc

/// The right to write an index: of several programs on one library only one reads what has changed.
package struct IndexLock: ~Copyable {
  private let file: Int32

  /// Takes the lock; nil where another program has it. It ends with the value, and with the program whatever
  /// becomes of it.
  ///
  /// - Throws: Why there can be no lock.
  package init?(_ path: String) throws(IndexError) {
    // A link would be another user's: it is not followed.
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw IndexError(path: path, reason: String(cString: strerror(errno))) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
    self.file = file
  }

  deinit { close(file) }
}
