import BriefingLayout

/// A place of a briefing that gets a letter.
public struct BookmarkRequest: Sendable {
  /// The letter.
  public var letter: Character
  /// The path that opened the briefing.
  public var path: String
  /// Its text.
  public var page: Page
  /// The place.
  public var place: Place
  /// When, in milliseconds since 1970 (UTC).
  public var time: Int64
}
