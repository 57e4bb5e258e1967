import BriefingLayout

/// Where a briefing was left, known by its path before it is known who it is.
public struct KnownArrival: Hashable, Sendable {
  /// The place; nil where none is remembered, or it was not found in time.
  public var place: Place?
  /// Whether the details of the front matter were unfolded.
  public var showsDetails: Bool

  /// Makes one.
  public init(place: Place?, showsDetails: Bool) {
    self.place = place
    self.showsDetails = showsDetails
  }
}
