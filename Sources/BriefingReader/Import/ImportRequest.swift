/// An article that the library may get: briefings are made of it, and none is written.
public struct ImportRequest: Hashable, Sendable {
  /// Where the article comes from.
  public enum Source: Hashable, Sendable {
    /// A file, by its path as typed: `~` is still in it.
    case file(String)
    /// What was pasted.
    case text(String)
  }

  /// Tells the answer from that of another request.
  public let serial: Int
  /// Where the article comes from.
  public let source: Source

  package init(serial: Int, source: Source) {
    self.serial = serial
    self.source = source
  }
}
