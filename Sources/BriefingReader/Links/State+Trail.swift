extension ReadingState {
  /// Where the reader is.
  var visit: Trail.Visit {
    let place = plain(top)
    return Trail.Visit(
      path: path, place: place, anchor: plainPage.anchor(of: place), version: file.version, lit: search?.query
    )
  }
}

extension State {
  /// Remembers where the reader is, before a leap within the briefing.
  mutating func leaveTrail() {
    if let visit = reading?.visit { reading?.trail.leave(visit) }
  }

  /// Goes back (or forward) by so many places, to another briefing too; from where the trail starts to the results that the
  /// briefing was opened from.
  mutating func goAlongTrail(_ direction: Direction, times: Int = 1) -> [Effect] {
    closeOutline()
    guard case .reading(let reading)? = layers.last else { return goForwardFromResults() }
    var trail = reading.trail
    var found: Trail.Visit?
    for _ in 0..<times {
      guard let next = trail.go(direction, from: found ?? reading.visit) else { break }
      found = next
    }
    guard let there = found else {
      if direction == .backward, layers.count > 1, case .search = layers[layers.count - 2] {
        let effects = pop()
        search?.ahead = reading
        return effects
      }
      say(direction == .forward ? "There is nowhere to go forward to." : "There is nowhere to go back to.")
      return []
    }
    guard there.path == reading.path else {
      return open(there.path, at: .visit(there), lighting: there.lit, trail: trail)
    }
    self.reading?.trail = trail
    return comeBack(to: there)
  }

  /// Goes to where the reader was in the briefing that is read. Where that has another text since, the place is looked
  /// up first.
  mutating func comeBack(to visit: Trail.Visit) -> [Effect] {
    guard let reading else { return [] }
    guard visit.version != reading.file.version else {
      self.reading?.top = reading.shown(visit.place)
      return []
    }
    self.reading?.awaited = .visit(visit)
    let request = AnchorRequest(
      serial: reading.serial, page: reading.plainPage, anchor: visit.anchor, purpose: .comeBack)
    return [.work(.locate(request))]
  }

  private mutating func goForwardFromResults() -> [Effect] {
    guard let ahead = search?.ahead else {
      say("There is nowhere to go forward to.")
      return []
    }
    search?.ahead = nil
    push(.reading(ahead))
    return ReadingMode.uncover(&self)
  }
}
