import BriefingLayout

/// Where a briefing was left, known by its path before it is known who it is.
public struct KnownArrival: Hashable, Sendable {
  /// The place; nil where none is remembered, or it was not found in time.
  public var place: Place?
  /// Whether the details of the front matter were unfolded.
  public var showsDetails: Bool
  /// Whether this is all that is remembered of where it was left, so that no place has to be waited for: nothing is, or it was left
  /// at its start.
  public var isSettled: Bool

  /// Makes one.
  public init(place: Place?, showsDetails: Bool, isSettled: Bool = false) {
    self.place = place
    self.showsDetails = showsDetails
    self.isSettled = isSettled
  }
}
