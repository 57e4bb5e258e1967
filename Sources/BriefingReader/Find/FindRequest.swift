import BriefingLayout

/// What to search, and for what.
public struct FindRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// The text that is searched.
  public var text: FindText
  /// What is looked for.
  public var query: FindQuery

  /// Makes a request.
  public init(serial: Int, text: FindText, query: FindQuery) {
    self.serial = serial
    self.text = text
    self.query = query
  }
}
