import BriefingCore
import BriefingLayout
import BriefingSearch

extension State {
  /// Asks for a briefing to be opened: in the place of the one that is read, else on top of list or results.
  mutating func open(
    _ path: String, at arrival: Opening.Arrival = .start, lighting query: FindQuery? = nil,
    trail: Trail? = nil
  ) -> [Effect] {
    closeOutline()
    var opening = Opening(path: path, arrival: arrival, query: query)
    // From a briefing this is a leap, unless it is one along the trail.
    if let trail {
      opening.trail = trail
    } else if case .reading(let reading)? = layers.last {
      opening.trail = reading.trail
      opening.trail.leave(reading.visit)
    }
    push(.opening(opening))
    return [.work(.open(path: path))]
  }

  /// Shows a briefing that was asked for, and does what was typed since.
  ///
  /// - Parameter known: Where it was left; nil where that is not known yet, or never was.
  mutating func show(
    _ page: Page, _ version: FileStamp?, _ opening: Opening, _ known: KnownArrival? = nil
  ) -> [Effect] {
    layers.removeLast()
    lastSerial += 1
    options.page.details = known?.showsDetails == true && page.detailsUnit != nil ? .open : .closed
    let page = page.resized(to: options.textWidth, settings: options.page)
    var reading = ReadingState(
      path: opening.path, serial: lastSerial, page: page, version: version,
      outlineWidth: opening.front?.reading.outlineWidth)
    reading.trail = opening.trail
    var left: [Effect] = []
    if case .reading(let old)? = layers.last {
      layers.removeLast()
      left = discard(old)
    }
    forgetEarlierSearch()
    search?.ahead = nil
    reading.awaited = opening.query == nil ? opening.arrival.awaited : nil
    reading.keptDetails = options.page.details == .open
    layers.append(.reading(reading))
    // It has been continued, or something else is read.
    list?.continuation = nil
    list?.select(path: opening.path)
    files.go(to: opening.path)
    fitPage()
    let landing = arrive(opening.arrival)
    if let place = known?.place { resume(at: place) }
    if let front = opening.front { goOn(from: front) }
    if let problem = page.briefing.metadata.encodingProblem {
      complain(Wording("\(opening.name): \(problem)"))
    } else if page.hasPartedLeaf, message == nil {
      say("A paragraph has so many marks that some are shown as they are written.")
    }
    let effects =
      left + [.work(.count(serial: lastSerial, page))] + follow()
      + recall(isSettled: known?.isSettled ?? false)
      + landing
    return effects + (opening.query.map { light($0, at: opening.arrival) } ?? [])
      + catchUp(opening.typedAhead)
  }

  /// A hit of a second search takes the place of the first search and of what was opened from it: the way back to
  /// the list does not grow with every search.
  private mutating func forgetEarlierSearch() {
    let searches = layers.indices.filter { if case .search = layers[$0] { true } else { false } }
    guard let first = searches.first, let last = searches.last, first < last else { return }
    layers.removeSubrange(first..<last)
  }

  /// Says why a briefing cannot be shown. What was typed for it is not done elsewhere.
  mutating func failToOpen(_ message: String) -> [Effect] {
    // Past it: the next key leads on to the one after it.
    if let path = opening?.path { files.go(to: path) }
    guard layers.count > 1 else {
      opening?.typedAhead = []
      if let next = files.neighbour(.forward) {
        opening = Opening(path: next)
        complain(Wording(message))
        return [.work(.open(path: next))]
      }
      self.message = nil
      opening?.problem = message
      return []
    }
    layers.removeLast()
    complain(Wording(message))
    return []
  }

  /// Lands in the briefing that is open; what has to be looked up for it is asked for.
  mutating func arrive(_ arrival: Opening.Arrival) -> [Effect] {
    switch arrival {
    case .start, .unread, .stored: scrollToStart()
    case .visit(let visit): return comeBack(to: visit)
    case .anchor(""): scrollToStart()
    case .anchor(let name):
      // GitHub's anchors are lower case, but people write them as the heading is.
      guard let reading else { return [] }
      guard let block = reading.page.briefing.block(ofAnchor: name) else {
        // A browser goes to the start by this name.
        if name.lowercased() == "top" {
          scrollToStart()
        } else {
          complain("There is no section #\(name) here.")
        }
        return []
      }
      if let index = reading.sections.firstIndex(where: { $0.heading == block }) {
        go(toSection: index)
      } else {
        self.reading?.top = Place(unit: reading.page.unit(of: block))
      }
    case .hit(let hit):
      scrollToStart()
      if let index = reading?.page.section(of: hit) {
        go(toSection: index)
      } else if !hit.isLead {
        complain("“\(hit.sectionName)” is not in this briefing any more.")
      }
    }
    return []
  }

  /// Lights what was looked for elsewhere; only a match in the section that was arrived at is gone to.
  mutating func light(_ query: FindQuery, at arrival: Opening.Arrival) -> [Effect] {
    guard let reading else { return [] }
    var session = FindSession(origin: reading.top, pan: reading.pan)
    session.arrival = 0..<0
    if case .hit(let hit) = arrival { session.arrival = reading.page.units(of: hit) ?? 0..<0 }
    self.reading?.session = session
    return find(query)
  }

  /// Lights the matches, and goes to the first one in `units`; not if the reader has gone on meanwhile.
  mutating func light(_ matches: [FindMatch], of query: FindQuery, arrivedAt units: Range<Int>) {
    reading?.session.arrival = nil
    guard let origin = reading?.session.origin, !matches.isEmpty else { return }
    let search = FindState(query: query, matches: matches, from: origin)
    reading?.search = search
    guard let current = search.current, units.contains(matches[current].unit), reading?.top == origin else {
      return
    }
    reveal()
  }
}
