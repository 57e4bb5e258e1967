import BriefingLayout

/// Asks where places of a page are on the one that takes its place. In a large file that takes a while.
public struct PlacesRequest: Sendable {
  /// Tells the answer from those to earlier requests.
  public var serial: Int
  /// The way from the old page to the new one.
  public var replacement: PageReplacement
  /// Places of the old page, each once.
  public var places: [Place]

  /// The places of the new page; nil when cancelled.
  public func answer(isCancelled: () -> Bool = { false }) -> [Place: Place]? {
    guard let found = try? replacement.places(of: places, isCancelled: isCancelled) else { return nil }
    return Dictionary(zip(places, found.map(\.place))) { first, _ in first }
  }
}
