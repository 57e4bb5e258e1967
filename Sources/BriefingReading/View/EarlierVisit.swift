/// What is known of an earlier visit to a file by its path alone, before the file was read: who it is may turn out otherwise.
public struct EarlierVisit: Hashable, Sendable {
  /// The briefing that the path was last.
  public var briefing: BriefingID
  /// Where the reader was; nil where that is not known.
  public var place: PlaceMark?
  /// Whether the details of the front matter were unfolded.
  public var showsDetails: Bool

  /// The size of its file then, in bytes.
  public var size: Int64
  /// The time of modification of its file then, in nanoseconds since 1970 (UTC).
  public var modified: Int64

  /// Makes one.
  public init(
    briefing: BriefingID, place: PlaceMark?, showsDetails: Bool, size: Int64 = 0, modified: Int64 = 0
  ) {
    self.size = size
    self.modified = modified
    self.briefing = briefing
    self.place = place
    self.showsDetails = showsDetails
  }
}
