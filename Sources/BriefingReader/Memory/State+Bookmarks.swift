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
    return open(row.path, at: .stored(anchor))
  }

  /// Goes to the place before the last jump, and from there back here.
  mutating func goBeforeJump() -> [Effect] {
    closeOutline()
    guard let reading, let there = reading.trail.last else {
      say("There is no place before a jump.")
      return []
    }
    guard there.path == reading.path else {
      return open(there.path, at: .place(there.place), lighting: there.lit)
    }
    leaveTrail()
    self.reading?.top = there.place
    return []
  }
}
