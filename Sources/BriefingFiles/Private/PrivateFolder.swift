import Glibc

/// A folder for what the program keeps for its user alone.
public enum PrivateFolder {
  /// Why a folder cannot be had, or is not to be trusted.
  public struct Refusal: Error, Hashable, Sendable {
    /// In a few words.
    public var reason: String
  }

  /// Makes a folder and those above it, for nobody else to look into. One that is there and that others may write to is
  /// made private.
  ///
  /// - Throws: Why there is none, or whose it is: what stands in another user's folder is what that one wants.
  public static func make(_ path: String) throws(Refusal) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made = made.appendingName(String(part))
      guard mkdir(made, 0o700) != 0 else { continue }
      // The next call has an error number of its own.
      let number = errno
      // A folder above that is there and may not be written is not a problem.
      if number == EEXIST || access(made, F_OK) == 0 { continue }
      throw Refusal(number)
    }
    try protect(path)
  }

  private static func protect(_ path: String) throws(Refusal) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { throw Refusal(errno) }
    guard isOwn(facts) else { throw Refusal(reason: "it belongs to another user") }
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Refusal(errno) }
    defer { close(folder) }
    // It may have been a link of the user's own, to whatever.
    guard fstat(folder, &facts) == 0 else { throw Refusal(errno) }
    guard isOwn(facts) else { throw Refusal(reason: "it belongs to another user") }
    guard facts.st_mode & (S_IWGRP | S_IWOTH) != 0 else { return }
    guard fchmod(folder, 0o700) == 0 else { throw Refusal(reason: "other users may write to it") }
  }

  /// Whether a file or folder is this user's. Root takes what it finds: so `sudo` works with the user's own folders.
  static func isOwn(_ facts: stat) -> Bool { facts.st_uid == geteuid() || geteuid() == 0 }
}

extension PrivateFolder.Refusal {
  fileprivate init(_ number: Int32) { self.init(reason: String(cString: strerror(number))) }
}
