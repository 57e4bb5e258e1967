import Glibc

/// Why a program cannot be started, driven or measured.
public struct DriverFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// One line: what cannot be done, and the system's reason.
  public let description: String

  /// Makes a failure; `number` is the `errno` of a system call, where there was one.
  public init(_ what: String, errno number: Int32? = nil) {
    description = number.map { "\(what): \(String(cString: strerror($0)))" } ?? what
  }
}
