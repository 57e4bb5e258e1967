import BriefingLayout

/// The one way in which the text under a reader changes: what they look at and where they came from stay, whatever was
/// written above.
extension State {
  /// The places of the plain page that have to be found again, each once.
  var keptPlaces: [Place] {
    guard let reading else { return [] }
    var places = [reading.top, reading.session.origin]
    if let match = reading.currentMatch { places.append(match.place) }
    if let origin = outline?.origin { places.append(origin) }
    places = places.map(reading.plain)
    places += reading.trail.places(in: reading.path, reading.file.version)
    var known: Set<Place> = []
    return places.filter { known.insert($0).inserted }
  }

  /// Puts a newer text under the reader.
  ///
  /// - Parameter places: Where each of ``keptPlaces`` is in it.
  mutating func replace(by next: OpenFile.Next, _ places: [Place: Place]) -> [Effect] {
    guard let old = reading else { return [] }
    func moved(_ place: Place) -> Place { places[old.plain(place)] ?? Place() }
    lastSerial += 1
    let page = next.replacement.page.resized(to: options.textWidth, settings: options.page)
    var reading = ReadingState(path: old.path, serial: lastSerial, page: page, version: next.version)
    reading.top = moved(old.top)
    reading.visitBegan = old.memory?.marks.visit ?? old.visitBegan
    reading.before = old.memory ?? old.before
    reading.openedAt = reading.top
    reading.keptDetails = old.memory?.kept.showsDetails ?? old.keptDetails
    reading.pan = old.pan
    if old.showsChanges { reading.comparison = .underWay(nil, showsMarks: true) }
    reading.isReadAtTop = old.isReadAtTop
    reading.trail = old.trail
    reading.trail.move(in: old.path, from: old.file.version, to: next.version) { places[$0] ?? Place() }
    // Until they are counted again.
    reading.words = old.words
    reading.lastQuery = old.lastQuery
    reading.session = old.session
    reading.session.origin = moved(old.session.origin)
    reading.session.previous = nil
    // Wherever the reader has arrived, they are at their line by now.
    if old.session.arrival != nil { reading.session.arrival = 0..<0 }
    if let search = old.search {
      // The matches are found again; until then the reader is at the place of the current one.
      let here = old.currentMatch.map { moved($0.place) }.map {
        FindMatch(unit: $0.unit, range: $0.offset..<$0.offset)
      }
      reading.search = FindState(query: search.query, matches: here.map { [$0] } ?? [], from: reading.top)
    }
    reading.file.news =
      next.replacement.changes.summary.map { "reloaded, \($0)" } ?? "reloaded, no word changed"
    self.reading = reading
    if let origin = outline?.origin {
      layers[layers.count - 1] = .outline(OutlineState(origin: moved(origin)))
    }
    fitPage()
    let effects: [Effect] = [.giveUp(.reading), .giveUp(.matches), .work(.count(serial: lastSerial, page))]
    return effects + follow() + recall(isVisit: false) + findInNewText() + discard(old)
  }

  /// Looks again for what is lit or being looked for.
  private mutating func findInNewText() -> [Effect] {
    guard let reading else { return [] }
    if reading.session.awaited != nil { return findAwaitedAgain() }
    guard let query = reading.search?.query else { return [] }
    self.reading?.session.staysInPlace = true
    return find(query)
  }
}

extension ReadingState {
  /// The match that the reader is at.
  fileprivate var currentMatch: FindMatch? {
    guard let search, let current = search.current else { return nil }
    return search.matches[current]
  }
}

extension FindMatch {
  /// Where it starts.
  fileprivate var place: Place { Place(unit: unit, offset: range.lowerBound) }
}
