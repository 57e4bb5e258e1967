/// A stretch of a text that was compared with an earlier one. The stretches that are not removed, joined, are the text.
public struct TextChange: Hashable, Sendable {
  /// What became of it.
  public var kind: Kind
  /// The text.
  public var text: String
  /// Where it stands in the text now, UTF-8 offsets; of what was removed the place where it stood, which is empty.
  public var range: Range<Int>

  /// What became of a stretch.
  public enum Kind: String, Hashable, Sendable {
    case same, added, removed
  }

  /// Makes a stretch.
  public init(_ kind: Kind, _ text: String, _ range: Range<Int>) {
    self.kind = kind
    self.text = text
    self.range = range
  }
}
