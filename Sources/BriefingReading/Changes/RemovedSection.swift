/// A section that was read and is not there any more.
public struct RemovedSection: Hashable, Sendable {
  /// Its heading.
  public var title: String
  /// The ordinal of the section now behind whose own text it stood: 0 is the lead.
  public var after: Int
  /// Its text with the heading, as it was read; nil where that is not kept.
  public var text: [ReadBlock]?
  /// Words of its text.
  public var words: Int

  /// Makes a section.
  public init(title: String, after: Int, text: [ReadBlock]? = nil, words: Int = 0) {
    self.title = title
    self.after = after
    self.text = text
    self.words = words
  }
}
