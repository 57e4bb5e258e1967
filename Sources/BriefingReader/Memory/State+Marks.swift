import BriefingCore
import BriefingLayout
import BriefingReading

/// Marks by hand, and what undoes them.
extension State {
  /// Turns read into unread and back: the section that is read, or in the list the briefing that is selected.
  mutating func toggleRead() -> [Effect] {
    if context == .list { return markSelected { !$0 } }
    guard let reading else { return [] }
    return toggleRead(ordinal: (reading.currentSection ?? -1) + 1)
  }

  private mutating func toggleRead(ordinal: Int) -> [Effect] {
    guard let reading, let marks = marksToChange(else: .toggle(ordinal: ordinal)) else { return [] }
    guard marks.sections.indices.contains(ordinal), marks.counts(ordinal) else {
      say("There is nothing to read above the first section · \(key: .section(.forward)) goes there")
      return []
    }
    let name = ordinal > 0 ? "“\(reading.sections[ordinal - 1].title)”" : "the beginning"
    return mark([ordinal], isRead: !marks.sections[ordinal].isRead, name)
  }

  /// Marks all of the briefing read.
  mutating func markAllRead() -> [Effect] {
    if context == .list { return markSelected { _ in true } }
    guard let marks = marksToChange(else: .readAll) else { return [] }
    let unread = marks.unread
    let seen = noteRemovalsSeen()
    guard !unread.isEmpty else {
      say("All of it is read · \(key: .toggleRead) marks a section unread")
      return seen
    }
    return mark(unread, isRead: true, unread.count.counted("section")) + seen
  }

  private mutating func mark(_ ordinals: [Int], isRead: Bool, _ what: String) -> [Effect] {
    guard var marks = reading?.memory?.marks,
      let (changes, part) = marks.mark(ordinals, isRead: isRead, at: now.time)
    else { return [] }
    reading?.memory?.marks = marks
    if !isRead { for ordinal in ordinals { reading?.memory?.dwell.forget(ordinal) } }
    note(MarkUndo(label: "marked \(what) \(isRead ? "read" : "unread")", parts: [part]))
    return remember(changes, read: isRead ? ordinals : [], unread: isRead ? [] : ordinals)
  }

  /// Marks the briefing that is selected in the list; it need never have been opened.
  private mutating func markSelected(_ isReadAfter: (Bool) -> Bool) -> [Effect] {
    guard options.remembers else {
      sayThatNothingIsRemembered()
      return []
    }
    guard let list, let row = list.selected, row.problem == nil else {
      say("There is nothing to mark.")
      return []
    }
    let isRead = isReadAfter(ReadingSign(list.summary(of: row.path), isReadAtFirst: row.isRead) == nil)
    return [.work(.mark(MarkRequest(path: row.path, title: row.title, kind: isRead ? .read : .unread)))]
  }

  /// Says what was marked, and notes how it is undone.
  mutating func note(_ step: MarkUndo) {
    markHistory.add(step)
    say("\(step.label.prefix(1).uppercased() + step.label.dropFirst()) · \(key: .undoMark) undoes")
  }

  /// Takes back what was last marked by hand, wherever that was.
  mutating func undoMark() -> [Effect] {
    guard let step = markHistory.undo() else {
      say("Nothing was marked that could be undone.")
      return []
    }
    say("Undone: \(step.label).")
    return step.parts.flatMap { part in
      guard var marks = reading?.memory?.marks, marks.briefing == part.briefing else {
        // What is undone may have been done in this very millisecond.
        return [Effect.work(.remember(Remembrance(part.changes(at: now.time + 1), at: now)))]
      }
      let before = marks
      let changes = marks.restore(part, at: now.time)
      reading?.memory?.marks = marks
      let turned = marks.sections.indices.filter { marks.sections[$0].isRead != before.sections[$0].isRead }
      for ordinal in turned { reading?.memory?.dwell.forget(ordinal) }
      return remember(
        changes, read: turned.filter { marks.sections[$0].isRead },
        unread: turned.filter { !marks.sections[$0].isRead })
    }
  }

  /// The marks of the briefing that is read; where they are still looked up, what needs them is done afterwards, and where
  /// there are none, that is said.
  mutating func marksToChange(else wish: ReadingState.Wish) -> BriefingMarks? {
    guard options.remembers else {
      sayThatNothingIsRemembered()
      return nil
    }
    if let marks = reading?.memory?.marks { return marks }
    if reading?.file.version == nil {
      say("What has no file is not remembered.")
    } else if reading?.wishes.count ?? 0 < 100 {
      reading?.wishes.append(wish)
    }
    return nil
  }

  /// Does what was asked for before the marks were there.
  mutating func fulfilWishes() -> [Effect] {
    let wishes = reading?.wishes ?? []
    reading?.wishes = []
    return wishes.flatMap { wish in
      switch wish {
      case .toggle(let ordinal): toggleRead(ordinal: ordinal)
      case .readAll: markAllRead()
      case .star(let ordinal): star(ordinal: ordinal)
      case .goToUnread(let direction): goToUnread(direction)
      case .goToChange(let direction): goToChange(direction)
      case .showChanges: toggleChanges()
      }
    }
  }

  // MARK: What is unread

  /// Goes on or back by so many unread sections, into another briefing where this one has not so many there.
  mutating func goToUnread(_ direction: Direction, times: Int = 1) -> [Effect] {
    guard let reading, marksToChange(else: .goToUnread(direction)) != nil else { return [] }
    let new = newOrdinals(direction, in: reading)
    if new.count >= times {
      leaveTrail()
      go(toOrdinal: new[times - 1])
      return []
    }
    if let path = unreadNeighbour(direction)?.path { return open(path, at: .unread(direction)) }
    if let last = new.last {
      leaveTrail()
      go(toOrdinal: last)
    } else {
      sayNothingUnread(direction, in: reading)
    }
    return []
  }

  mutating func go(toOrdinal ordinal: Int) {
    if ordinal > 0 { go(toSection: ordinal - 1) } else { scrollToStart() }
  }

  /// The next or previous briefing with something unread; of files that were opened by themselves the next one, for what
  /// is read of it is not known yet.
  ///
  /// - Parameter limit: Briefings that are looked at.
  private func unreadNeighbour(_ direction: Direction, limit: Int = .max) -> (path: String, title: String)? {
    guard let list else { return files.neighbour(direction).map { ($0, $0) } }
    return list.unreadNeighbour(of: reading?.path, step: direction.step, limit: limit)
  }

  /// What the last line offers at the end of a briefing below which nothing is unread.
  func nextUnreadOffer(_ reading: ReadingState) -> String? {
    guard reading.memory != nil, newOrdinals(.forward, in: reading).isEmpty,
      let next = unreadNeighbour(.forward, limit: 1000)
    else { return nil }
    return text("\(key: .unread(.forward)) next unread: \(next.title.prefix(60))")
  }

  /// The sections with something new before or behind the place that is read, the nearest first. Its own is not among those
  /// behind it.
  private func newOrdinals(_ direction: Direction, in reading: ReadingState) -> [Int] {
    guard let memory = reading.memory else { return [] }
    let here = reading.ordinal(at: reading.top)
    let new = newSections(memory)
    return switch direction {
    case .forward: new.filter { $0 > here.ordinal }
    case .backward: new.filter { $0 < here.ordinal || ($0 == here.ordinal && !here.isStart) }.reversed()
    }
  }
}

extension ReadingState {
  /// In which section a place is, by ordinal, and whether it is its start.
  fileprivate func ordinal(at place: Place) -> (ordinal: Int, isStart: Bool) {
    guard let section = section(ofUnit: place.unit) else { return (0, place == Place()) }
    return (section + 1, place == Place(unit: sectionUnits[section]))
  }
}
