/// A place that a person has given a letter.
public struct Bookmark: Hashable, Sendable {
  /// The letter; `'` for the place before the last jump.
  public var letter: Character
  /// The path of its briefing.
  public var path: String
  /// The `Anchor` of the place, in its stored form.
  public var anchor: String
  /// What stands there, for a list.
  public var excerpt: String
  /// When it was set, in milliseconds since 1970 (UTC).
  public var time: Int64

  /// Bytes of an excerpt that are kept.
  public static let longestExcerpt = 240

  /// Makes one; an excerpt that is too long is cut at a character.
  public init(letter: Character, path: String, anchor: String, excerpt: String, time: Int64) {
    self.letter = letter
    self.path = path
    self.anchor = anchor
    var excerpt = excerpt
    while excerpt.utf8.count > Self.longestExcerpt { excerpt.removeLast() }
    self.excerpt = excerpt
    self.time = time
  }
}
