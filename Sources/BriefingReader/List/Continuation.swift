/// What the list offers to continue: the briefing that was opened last in an earlier run.
public struct Continuation: Hashable, Sendable {
  /// The path that opens it, as its row has it.
  public var path: String
  /// Its title.
  public var title: String
  /// The heading of the section in which the reader was; empty above the first.
  public var section: String
  /// How far in the briefing that is, 0 to 100.
  public var percent: Int

  /// Makes one.
  public init(path: String, title: String, section: String, percent: Int) {
    self.path = path
    self.title = title
    self.section = section
    self.percent = percent
  }
}
