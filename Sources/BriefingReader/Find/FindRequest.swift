import BriefingLayout

/// What to search, and for what.
public struct FindRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// The text that is searched, as much of it as was collected.
  public var text: FindText
  /// Where the reader is: that is searched first.
  public var place: Place
  /// What was found of the query in the parts that were there before.
  public var found: FindMatches

  /// What is looked for.
  public var query: FindQuery { found.query }

  /// Makes a request.
  public init(serial: Int, text: FindText, query: FindQuery, from place: Place = Place()) {
    self.init(serial: serial, text: text, found: FindMatches(query), from: place)
  }

  /// Makes a request that goes on where another one has ended.
  init(serial: Int, text: FindText, found: FindMatches, from place: Place) {
    (self.serial, self.text, self.found, self.place) = (serial, text, found, place)
  }

  /// Looks for it: the answer says all, or where the text is not complete, what was found in all that is there.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked every few milliseconds; when it returns true, the answer is nil.
  ///   - report: Is told what was found so far, after each part but the last.
  public func answer(isCancelled: () -> Bool = { false }, report: (FindMatches) -> Void = { _ in }) -> Event?
  {
    var found = found
    let isWhole = found.search(text, from: place, isCancelled: isCancelled) {
      if $0.searchedUnits < text.collectedUnits { report($0) }
    }
    guard isWhole else { return nil }
    guard text.isComplete else { return .foundSome(serial: serial, found) }
    return .found(serial: serial, search: found.id, query, found.matches)
  }
}
