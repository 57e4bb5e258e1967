import BriefingCore
import BriefingLayout

/// Places with letters.
extension State {
  /// Gives the place at the top a letter, in place of the one that had it.
  mutating func setBookmark(_ letter: Character) -> [Effect] {
    guard options.remembers else {
      sayThatNothingIsRemembered()
      return []
    }
    guard let reading else { return [] }
    guard reading.file.version != nil else {
      say("What has no file is not remembered.")
      return []
    }
    say("Bookmark \(letter) is here · \(key: .goToBookmark(letter)) comes back")
    return [
      .work(
        .bookmark(
          BookmarkRequest(
            letter: letter, path: reading.path, page: reading.page, place: reading.top, time: now.time)))
    ]
  }

  /// Asks where a bookmark is.
  mutating func goToBookmark(_ letter: Character) -> [Effect] {
    guard options.remembers else {
      sayThatNothingIsRemembered()
      return []
    }
    awaitedBookmark = letter
    return [.work(.listPlaces(.bookmarks))]
  }

  /// Takes in what was looked up: for the window, or for a letter.
  mutating func take(_ places: KnownPlaces) -> [Effect] {
    if knownPlaces?.kind == places.kind { knownPlaces?.rows = places.rows }
    guard let letter = awaitedBookmark, places.kind == .bookmarks else { return [] }
    awaitedBookmark = nil
    guard let row = places.rows.first(where: { $0.label == String(letter) }), let anchor = row.anchor else {
      say("There is no bookmark \(letter) · \(key: .bookmarks) lists them")
      return []
    }
    return go(to: anchor, in: row.path)
  }

  /// Goes to a stored anchor. In the briefing that is read it is looked up, and everything else stays.
  mutating func go(to anchor: String, in path: String) -> [Effect] {
    closeOutline()
    guard case .reading(let reading)? = layers.last, reading.path == path else {
      return open(path, at: .stored(anchor))
    }
    guard let anchor = Anchor(text: anchor) else {
      complain(Self.placeIsGone)
      return []
    }
    let request = AnchorRequest(serial: reading.serial, page: reading.page, anchor: anchor, purpose: .leap)
    return [.work(.locate(request))]
  }

  /// Goes to where an anchor was found.
  mutating func take(_ place: Place?, serial: Int, _ purpose: AnchorRequest.Purpose) {
    guard let reading, reading.serial == serial else { return }
    switch purpose {
    case .leap: break
    case .comeBack:
      // Who has pressed a key meanwhile is somewhere else.
      guard case .visit? = reading.awaited else { return }
      self.reading?.awaited = nil
    }
    guard let place else { return complain(Self.placeIsGone) }
    if purpose == .leap { leaveTrail() }
    self.reading?.top = place
    self.reading?.isReadAtTop = true
  }

  static let placeIsGone: Wording = "The place is not in this text any more."

  /// Goes to the place before the last jump, and from there back here.
  mutating func goBeforeJump() -> [Effect] {
    closeOutline()
    guard let reading, let there = reading.trail.last else {
      say("There is no place before a jump.")
      return []
    }
    guard there.path == reading.path else { return open(there.path, at: .visit(there), lighting: there.lit) }
    leaveTrail()
    return comeBack(to: there)
  }
}
