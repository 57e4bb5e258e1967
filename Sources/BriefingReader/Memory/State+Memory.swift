import BriefingLayout
import BriefingReading

/// Reading leaves its traces: time passes over what is on the screen, and places are kept. Both happen around every
/// event, so no way to leave a briefing is forgotten.
extension State {
  /// Asks for what is remembered of the briefing that is read; nothing where it cannot be known again.
  ///
  /// - Parameter isSettled: Whether it is known that it was left nowhere else: ``KnownArrival/isSettled``.
  func recall(isVisit: Bool = true, isSettled: Bool = false) -> [Effect] {
    guard options.remembers, let reading, reading.memory == nil, let version = reading.file.version else {
      return []
    }
    let request = RecallRequest(
      serial: reading.serial, path: reading.path, page: reading.plainPage, version: version,
      visit: reading.visitBegan ?? now.time, isVisit: isVisit, anchor: reading.awaited?.anchor,
      isAwaited: reading.awaited != nil && reading.openedAt == nil
        && !(isSettled && reading.awaited == .place))
    return [.work(.recall(request))]
  }

  /// Takes in what is remembered of a briefing, and goes to where it was left.
  mutating func take(_ recalled: RecalledBriefing, serial: Int) -> [Effect] {
    guard let reading, reading.serial == serial else { return [] }
    let awaited = reading.top == reading.openedAt ?? Place() ? reading.awaited : nil
    if case .visit? = reading.awaited {} else { self.reading?.awaited = nil }
    switch awaited {
    // ``take(_:serial:_:)`` goes there.
    case nil, .visit: break
    case .stored:
      if let place = recalled.place {
        self.reading?.top = place
        self.reading?.isReadAtTop = true
      } else {
        complain(Self.placeIsGone)
      }
    case .place: resume(recalled)
    case .unread(let direction):
      let unread = recalled.marks.unread
      if let ordinal = direction == .forward ? unread.first : unread.last {
        go(toOrdinal: ordinal)
        let top = self.reading?.top ?? Place()
        self.reading?.led = (direction, top)
      } else {
        say("Nothing is unread in this briefing.")
      }
    }
    // Where the reader has gone elsewhere, that place is still to be kept.
    let kept = awaited == .place ? self.reading?.top : nil
    // Its sections were counted again.
    hasOldSummaries = true
    var memory = ReadingMemory(recalled, kept: kept, at: now, pace: .quick(for: options.readingSpeed))
    memory.kept.showsDetails = reading.keptDetails
    if let before = reading.before {
      memory.dwell.adopt(memory.marks.places(in: before.marks), from: before.dwell)
      self.reading?.before = nil
    }
    self.reading?.memory = memory
    return findRepeats() + compare(with: recalled.earlier) + fulfilWishes()
  }

  /// Goes to where a briefing was left, with its first frame.
  mutating func resume(at place: Place) {
    guard let reading, reading.awaited == .place, place != Place() else { return }
    self.reading?.top = place
    self.reading?.openedAt = place
    self.reading?.isReadAtTop = true
    say("where you left off · \(key: .move(.start), does: "start")")
  }

  /// Goes to where a briefing was left, unless that is where it was opened.
  private mutating func resume(_ recalled: RecalledBriefing) {
    if let place = recalled.place, place != Place() {
      guard reading?.top != place else { return }
      reading?.top = place
      reading?.isReadAtTop = true
      say("where you left off · \(key: .move(.start), does: "start")")
    } else if reading?.openedAt != nil {
      // The path was another briefing's.
      scrollToStart()
    } else if recalled.isPlaceGone {
      say("What you read last is not in this text any more.")
    }
  }

  /// Lets the time until now count for what was on the screen.
  mutating func passTime() -> [Effect] {
    guard var memory = reading?.memory else { return [] }
    let read = memory.dwell.tick(at: now.uptime)
    if isTextSeen, now.uptime - memory.rest.since >= ReadingMemory.restNeeded,
      memory.rest.top > memory.furthest ?? Place()
    {
      memory.furthest = memory.rest.top
    }
    let changes = memory.marks.read(read, at: now.time)
    reading?.memory = memory
    // Who has read all that has changed needs no word about what was removed.
    let seen = !changes.isEmpty && memory.marks.unread.isEmpty ? noteRemovalsSeen() : []
    return remember(changes, read: read) + seen
  }

  /// Notes what is on the screen from now on, keeps the reader's place, and asks to be woken when something may be read.
  mutating func watchText(isEnding: Bool) -> [Effect] {
    let effects = keepPlaces(isEnding: isEnding)
    guard let reading, var memory = reading.memory else {
      return effects + wake([due, findDue].compactMap(\.self).min())
    }
    if isTextSeen {
      let lines = reading.page.lines(from: reading.top, count: ReadingGeometry(self, reading).rows.count)
      if let range = reading.page.sourceRange(of: lines) {
        _ = memory.dwell.show(range, at: now.uptime)
      } else {
        _ = memory.dwell.hide(at: now.uptime)
      }
      let top = reading.plain(reading.top)
      if memory.rest.top != top { memory.rest = (top, now.uptime) }
    } else {
      _ = memory.dwell.hide(at: now.uptime)
      memory.rest = (reading.plain(reading.top), now.uptime)
    }
    self.reading?.memory = memory
    let tick = isTextSeen ? memory.nextTick(at: now.uptime).map { now.uptime + $0 } : nil
    return effects + wake([due, findDue, tick].compactMap(\.self).min())
  }

  /// When places are to be kept; nil where none are, or not before they are left.
  private var due: Int? { unkept.flatMap { $0.isKnown ? $0.due : nil } }

  private func wake(_ due: Int?) -> [Effect] {
    due.map { [.terminal(.wake(milliseconds: max(1, $0 - now.uptime)))] } ?? []
  }

  /// Whether the text is before the reader: nothing lies over it.
  private var isTextSeen: Bool {
    guard size.rows >= Self.minimumSize.rows, size.columns >= Self.minimumSize.columns else { return false }
    // In a narrow window the outline takes the text's place.
    return context == .reading || context.kind == .text && size.columns >= ReadingGeometry.outlineNeeds
  }

  /// Asks once, with the first thing to show, to be told what becomes of the reading state.
  mutating func attendState() -> [Effect] {
    guard options.remembers, !attendsState, reading != nil || list?.rows.count ?? 0 > 0 else { return [] }
    attendsState = true
    return [.work(.attendState)]
  }

  // MARK: Keeping

  /// Asks to keep marks, and the text of what was read.
  ///
  /// - Parameters:
  ///   - read: The ordinals of sections of the briefing that is open which were read with the changes.
  ///   - unread: The same of those that are unread again.
  func remember(_ changes: [StateChange], read: [Int] = [], unread: [Int] = []) -> [Effect] {
    guard !changes.isEmpty else { return [] }
    var text = reading.flatMap { keptText(of: $0) }
    text?.read = read
    text?.unread = unread
    return [.work(.remember(Remembrance(changes, text: text, at: now)))]
  }

  /// Keeps where the reader is, soon, and at once where the briefing is left.
  private mutating func keepPlaces(isEnding: Bool) -> [Effect] {
    var effects: [Effect] = []
    if let unkept, unkept.serial != reading?.serial { effects += keep(unkept) }
    if let reading, let memory = reading.memory {
      let places = ReadingMemory.KeptPlaces(
        top: reading.plain(reading.top), furthest: memory.furthest,
        showsDetails: options.page.details == .open)
      if places != memory.kept, var text = keptText(of: reading) {
        text.top = places.top
        text.progress = progress(of: reading)
        text.furthest = places.furthest
        text.showsDetails = places.showsDetails
        let due = unkept?.due ?? now.uptime + UnkeptPlaces.patience
        unkept = UnkeptPlaces(serial: reading.serial, what: .text(text), due: due)
        self.reading?.memory?.kept = places
      }
    } else if let left = unknownPlace {
      // Kept only where it is left before it is known what is remembered of it.
      unkept = UnkeptPlaces(serial: left.serial, what: .unknown(left), due: .max)
    }
    if let unkept, isEnding || unkept.due <= now.uptime || !isTextSeen && unkept.isKnown {
      effects += keep(unkept)
    }
    return effects
  }

  private mutating func keep(_ places: UnkeptPlaces) -> [Effect] {
    unkept = nil
    switch places.what {
    case .text(let text): return [.work(.remember(Remembrance(text: text, at: now)))]
    case .unknown(let left): return [.work(.rememberPlace(left))]
    }
  }

  /// Where the reader is in a briefing of which it is not known yet what is remembered; nil where they have not moved.
  private var unknownPlace: UnknownPlace? {
    guard options.remembers, let reading, reading.memory == nil, reading.awaited == nil,
      let version = reading.file.version, reading.top != reading.openedAt ?? Place()
    else { return nil }
    return UnknownPlace(
      serial: reading.serial, path: reading.path, page: reading.page, version: version, top: reading.top,
      progress: progress(of: reading), time: now.time)
  }

  /// How far the reader is, as the last line of the screen says it, of a thousand.
  private func progress(of reading: ReadingState) -> Int {
    let page = reading.page
    guard reading.top < page.lastTop(height: textHeight) else { return 1000 }
    return min(999, Int(page.fraction(of: page.place(reading.top, movedBy: textHeight - 1)) * 1000))
  }

  private func keptText(of reading: ReadingState) -> Remembrance.Text? {
    reading.memory.map { Remembrance.Text(page: reading.plainPage, digest: $0.digest, marks: $0.marks) }
  }

  // MARK: The furthest point

  mutating func goToFurthest() {
    guard let reading else { return }
    guard options.remembers else { return sayThatNothingIsRemembered() }
    guard let memory = reading.memory else { return say("What was read before is still looked up.") }
    guard let furthest = memory.furthest, furthest > reading.plain(reading.top) else {
      return say("You have not read further than this.")
    }
    leaveTrail()
    self.reading?.top = reading.shown(furthest)
    self.reading?.isReadAtTop = true
    say("the furthest point read · \(key: .place(.backward)) back")
  }

  mutating func sayThatNothingIsRemembered() {
    say("What you read is not remembered: --no-state or BRIEFING_STATE says so, or there is no home folder.")
  }
}
