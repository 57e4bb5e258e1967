import BriefingLayout

/// Where a briefing was left, known by its path before it is known who it is.
public struct KnownArrival: Hashable, Sendable {
  /// The place; nil where none is remembered, or it was not found in time.
  public var place: Place?
  /// Whether the details of the front matter were unfolded.
  public var showsDetails: Bool
  /// Whether nothing is remembered of the file, so that no place has to be waited for.
  public var isNew: Bool

  /// Makes one.
  public init(place: Place?, showsDetails: Bool, isNew: Bool = false) {
    self.place = place
    self.showsDetails = showsDetails
    self.isNew = isNew
  }
}
