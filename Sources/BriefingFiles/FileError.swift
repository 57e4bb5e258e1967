import Glibc

/// Why a file or folder cannot be read.
public struct FileError: Error, Hashable, Sendable {
  /// The path as given.
  public var path: String
  /// What is wrong, in a few words.
  public var reason: String
  /// What to do about it.
  public var advice: String

  /// Whether there was nothing at the path: a file that was listed has been removed since.
  public private(set) var isMissing = false

  /// Makes an error.
  public init(path: String, reason: String, advice: String) {
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  /// Where, what, and what to do, on one line. A path can hold any character; show it as other text is shown.
  public var message: String { "\(path): \(reason); \(advice)" }

  /// What a system call's error number says of a path.
  package init(path: String, errno number: Int32) {
    switch number {
    case ENOENT where path.unicodeScalars.contains("\u{FFFD}"):
      self.init(path: path, reason: "no such file, or its name is not valid UTF-8", advice: "rename it")
    case ENOENT:
      self.init(path: path, reason: "no such file or folder", advice: "check the path")
      isMissing = true
    case EACCES, EPERM:
      self.init(path: path, reason: "permission denied", advice: "ask its owner, or change its permissions")
    case ELOOP:
      self.init(
        path: path, reason: "its symbolic links lead in a circle", advice: "remove or repair the links")
    case ENOTDIR:
      self.init(path: path, reason: "a part of the path is not a folder", advice: "check the path")
    case ENAMETOOLONG:
      self.init(path: path, reason: "the path is too long", advice: "open it from a folder nearer to it")
    default:
      self.init(
        path: path, reason: String(cString: strerror(number)), advice: "try again, or open another file")
    }
  }
}
