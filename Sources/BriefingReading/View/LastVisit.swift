/// The briefing of a library that was opened last, where something of it is left to read.
public struct LastVisit: Hashable, Sendable {
  /// Its path.
  public var path: String
  /// Its title.
  public var title: String
  /// The heading of the section in which the reader was; empty above the first.
  public var section: String
  /// How far in the briefing that is, 0 to 1000.
  public var progress: Int

  /// Makes one.
  public init(path: String, title: String, section: String, progress: Int) {
    self.path = path
    self.title = title
    self.section = section
    self.progress = progress
  }
}
