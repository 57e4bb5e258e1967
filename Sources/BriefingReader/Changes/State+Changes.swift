import Algorithms
import BriefingLayout
import BriefingReading

/// What has changed since a briefing was read: stepping through it, and showing it in the text.
extension State {
  /// Asks for a comparison with the text as it was read, where something was other.
  mutating func compare(with earlier: EarlierText?) -> [Effect] {
    guard let earlier, !earlier.isEmpty, let reading, let memory = reading.memory else {
      reading?.comparison = .none
      return []
    }
    let request = CompareRequest(
      serial: reading.serial, page: reading.page, earlier: earlier,
      words: memory.digest.sections.map(\.words))
    self.reading?.comparison = .underWay(request, showsMarks: reading.showsChanges)
    return [.work(.compare(request))]
  }

  /// Asks once more where the comparison was given up, for something covered the briefing.
  func compareAgain() -> [Effect] {
    guard case .underWay(let request?, _)? = reading?.comparison else { return [] }
    return [.work(.compare(request))]
  }

  /// Takes in what has changed.
  mutating func take(_ text: ChangedText?, serial: Int) -> [Effect] {
    guard let reading, reading.serial == serial, case .underWay(_, let showsMarks) = reading.comparison else {
      return []
    }
    self.reading?.comparison =
      text.map { .known(ReadingChanges(text: $0, plain: reading.page)) } ?? Comparison.none
    // Lines that are selected, or shown alone, are those of the page without marks.
    let isFree = selection == nil && only == nil
    return (showsMarks && isFree ? setChanges(areShown: true) : []) + fulfilWishes()
  }

  /// What has changed; where that is not known yet, what needs it is done afterwards, and where it is nothing, that is said.
  private mutating func changesToShow(else wish: ReadingState.Wish) -> ReadingChanges? {
    if let changes = reading?.changes { return changes }
    guard let marks = marksToChange(else: wish) else { return nil }
    if case .underWay? = reading?.comparison {
      if reading?.wishes.count ?? 0 < 100 { reading?.wishes.append(wish) }
    } else if marks.sections.contains(where: { $0.mark?.isRead == true }) {
      say("Nothing has changed since you read it.")
    } else {
      say("You have not read this before, so nothing has changed for you.")
    }
    return nil
  }

  // MARK: Stepping

  /// Goes on or back by so many changes, around the ends, and says which one it is.
  mutating func goToChange(_ direction: Direction, times: Int = 1) -> [Effect] {
    guard let changes = changesToShow(else: .goToChange(direction)), let reading else { return [] }
    let stops = changes.stops
    guard !stops.isEmpty else {
      say("What has changed is only said, not shown: \(changes.text.summary).")
      return []
    }
    let wanted =
      changes.next(direction, at: reading.top) { isVisible($0, in: changes) } + (times - 1) * direction.step
    let next = (wanted % stops.count + stops.count) % stops.count
    var turn = ""
    if next != wanted {
      turn =
        stops.count == 1
        ? "The only change"
        : wanted > 0
          ? "Past the last change: \(next == 0 ? "back at" : "on from") the first"
          : "Past the first change: on \(next == stops.count - 1 ? "at" : "from") the last"
      turn += " · "
    }
    leaveTrail()
    self.reading?.changes?.current = next
    reveal(changes.match(of: stops[next]))
    let number = "\(turn)change \(next + 1) of \(stops.count)"
    if changes.isShown {
      say(Wording(number))
    } else if stops[next].added.isEmpty {
      say("\(number), words removed here · \(key: .showChanges) shows them")
    } else {
      say("\(number) · \(key: .showChanges) shows what was before")
    }
    return noteRemovalsSeen()
  }

  private func isVisible(_ stop: ChangeStop, in changes: ReadingChanges) -> Bool {
    guard let reading else { return false }
    return reading.page.shows(changes.match(of: stop), from: reading.top, rows: textHeight, pan: reading.pan)
  }

  private mutating func reveal(_ match: FindMatch) {
    guard let reading else { return }
    let pan = reading.page.pan(revealing: match, from: reading.pan)
    let top = reading.page.top(revealing: match, from: reading.top, rows: textHeight, pan: pan)
    self.reading?.pan = pan
    self.reading?.top = top
  }

  // MARK: Showing

  /// Shows the changes in the text, or the text as it is.
  mutating func toggleChanges() -> [Effect] {
    guard let changes = changesToShow(else: .showChanges) else { return [] }
    let effects = setChanges(areShown: !changes.isShown)
    if changes.isShown {
      say("The text as it is · \(key: .showChanges) shows the changes")
    } else {
      // At the start the line that counts is on the screen.
      let isCounted = reading?.top == Place()
      say("\(isCounted ? "Changes are shown" : changes.text.summary) · \(key: .showChanges) hides them")
    }
    return effects + noteRemovalsSeen()
  }

  /// Puts the page with the marks, or the one without, under the reader: their line stays, and matches are found again.
  private mutating func setChanges(areShown: Bool) -> [Effect] {
    guard let old = reading, let changes = old.changes, changes.isShown != areShown else { return [] }
    var new = old
    new.changes?.isShown = areShown
    func moved(_ place: Place) -> Place { new.shown(old.plain(place)) }
    new.page = areShown ? changes.text.marked.page : changes.plain
    new.top = moved(old.top)
    new.session.origin = moved(old.session.origin)
    new.session.previous = nil
    new.findText = nil
    if let search = old.search {
      let here = search.current.map { search.matches[$0] }.map {
        let place = moved(Place(unit: $0.unit, offset: $0.range.lowerBound))
        return FindMatch(unit: place.unit, range: place.offset..<place.offset + $0.range.count)
      }
      new.search = FindState(query: search.query, matches: here.map { [$0] } ?? [], from: new.top)
    }
    reading = new
    if let origin = outline?.origin {
      layers[layers.count - 1] = .outline(OutlineState(origin: moved(origin)))
    }
    fitPage()
    var effects: [Effect] = []
    if collecting == new.serial {
      // What is being collected is the text of the other page.
      collecting = nil
      effects.append(.giveUp(.text))
    }
    if new.session.awaited != nil { return effects + findAwaitedAgain() }
    guard let query = new.search?.query else { return effects }
    reading?.session.staysInPlace = true
    return effects + find(query)
  }

  /// Keeps that the reader knows which sections were removed: nothing else tells that, for they cannot be read.
  mutating func noteRemovalsSeen() -> [Effect] {
    guard let memory = reading?.memory, let changes = reading?.changes, !changes.text.diff.removed.isEmpty,
      !changes.hasToldRemovals
    else { return [] }
    reading?.changes?.hasToldRemovals = true
    return remember([.removalsSeen(briefing: memory.marks.briefing)])
  }
}

extension ReadingChanges {
  /// The place among the stops of the one to go to; before the first or behind the last where there is none.
  fileprivate func next(_ direction: Direction, at top: Place, isVisible: (ChangeStop) -> Bool) -> Int {
    if let current, isVisible(stops[current]) { return current + direction.step }
    // The reader went elsewhere meanwhile: on from there.
    let after = stops.partitioningIndex { stop in
      let match = match(of: stop)
      return (match.unit, match.range.upperBound) > (top.unit, top.offset)
    }
    return direction == .forward ? after : after - 1
  }

  /// What of a change is to be seen on the page that is shown.
  func match(of stop: ChangeStop) -> FindMatch {
    if isShown { return stop.marked }
    return stop.added.first
      ?? FindMatch(unit: stop.plain.unit, range: stop.plain.offset..<stop.plain.offset + 1)
  }
}
