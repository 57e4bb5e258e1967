/// A path as a file system compares it: by its bytes. To Swift, two strings are the same however they compose `é`; to a
/// file system these are two names.
public struct PathKey: Hashable, Sendable {
  /// The path.
  public let path: String

  /// Makes a key of a path.
  public init(_ path: String) { self.path = path }

  /// Byte by byte.
  public static func == (a: PathKey, b: PathKey) -> Bool { a.path.utf8.elementsEqual(b.path.utf8) }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
