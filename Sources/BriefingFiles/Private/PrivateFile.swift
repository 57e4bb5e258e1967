import Glibc

/// A file in a ``PrivateFolder``: what another user may have put there is not read.
public final class PrivateFile {
  private let descriptor: Int32

  /// Opens a file; nil where there is none that is the user's own and stands in one place alone.
  package init?(reading path: String) {
    // Not blocking: it may be a pipe. A link may have been put there by another user.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    var facts = stat()
    guard descriptor >= 0, fstat(descriptor, &facts) == 0, Self.isTrusted(facts) else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next bytes; nil where there are fewer.
  package func read(_ count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let added = Glibc.read(descriptor, buffer.baseAddress! + filled, count - filled)
        if added > 0 { filled += added } else if added == 0 || errno != EINTR { break }
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// Replaces a file: it is there as it was or as it should be, whatever happens meanwhile.
  ///
  /// What fails leaves it as it was.
  ///
  /// - Parameters:
  ///   - isDurable: Whether it shall outlive a failure of the machine right after this.
  ///   - body: Is given what writes bytes.
  public static func replace(
    _ path: String, isDurable: Bool = false, _ body: (_ write: ([UInt8]) -> Void) -> Void
  ) {
    // Two programs may do it at once.
    let new = "\(path).\(getpid()).new"
    // Of a program that was killed here.
    unlink(new)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    var isWhole = true
    body { bytes in
      var rest = bytes[...]
      while isWhole, !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        isWhole = count > 0 || errno == EINTR
        rest = rest.dropFirst(max(0, count))
      }
    }
    if isWhole, isDurable { isWhole = fsync(file) == 0 }
    close(file)
    if !isWhole || rename(new, path) != 0 { unlink(new) }
  }

  /// A file of the user's that stands in one place alone, and that nobody else may write to.
  package static func isTrusted(_ facts: stat) -> Bool {
    facts.st_mode & S_IFMT == S_IFREG && facts.st_nlink == 1 && PrivateFolder.isOwn(facts)
      && facts.st_mode & (S_IWGRP | S_IWOTH) == 0
  }
}
