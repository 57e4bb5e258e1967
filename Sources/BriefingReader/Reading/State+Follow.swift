import BriefingLayout

/// An open briefing follows its file. A newer text waits until nothing stands over the old one, for nothing is to move
/// under a prompt or a window; then it is shown by ``replace(by:_:)``.
extension State {
  /// Follows the file of the briefing that is read, until another is opened or the reader leaves.
  mutating func follow(isAsked: Bool = false) -> [Effect] {
    guard let reading, reading.file.isFollowed else { return [] }
    let request = FollowRequest(
      serial: reading.serial, path: reading.path, page: reading.plainPage, version: reading.file.version,
      isAsked: isAsked)
    return [.work(.follow(request))]
  }

  /// Looks whether the file has changed, for what nobody tells: changes that other machines make on a network's file
  /// system.
  mutating func lookAtFile() -> [Effect] {
    guard let reading else { return [] }
    guard reading.file.isFollowed else {
      say("This text came by a pipe and cannot be read again.")
      return []
    }
    say("Looking at the file again …")
    self.reading?.file.isAsked = true
    return follow(isAsked: true)
  }

  /// Takes in what has become of the file.
  mutating func take(_ news: FileNews, serial: Int) {
    guard let file = reading?.file, reading?.serial == serial else { return }
    switch news {
    case .changed(let replacement, let version):
      reading?.file.next = OpenFile.Next(replacement: replacement, version: version)
    case .unchanged(let version):
      // What was newer meanwhile was taken back.
      reading?.file.next = nil
      reading?.file.version = version
      if file.isGone {
        reading?.file.news = "The file is back, and unchanged."
      } else if file.isAsked {
        reading?.file.news = "The file has not changed."
      }
      reading?.file.isGone = false
    case .vanished:
      reading?.file.version = nil
      if !file.isGone || file.isAsked { reading?.file.news = "The file is gone; its text stays here." }
      reading?.file.isGone = true
    case .unreadable(let message):
      reading?.file.news = "\(message) · the text is that of before"
    case .notSeen(let message):
      reading?.file.news = "\(message) · \(key: .lookAgain) looks for changes"
    }
    reading?.file.isAsked = false
  }

  /// Says what has become of the file; a prompt or window that is open keeps its line.
  mutating func sayFileNews() {
    guard isTextFree, message?.isError != true, let news = reading?.file.news else { return }
    reading?.file.news = nil
    say(news)
  }

  /// Whether the text and its outline have the screen, and nothing refers to them as they are.
  private var isTextFree: Bool { context.kind == .text }

  /// Asks where the reader's places are in a newer text, again where they have changed since.
  mutating func askForPlaces() -> [Effect] {
    guard isTextFree, let reading, let next = reading.file.next else { return [] }
    let places = keptPlaces
    guard next.asked?.places != places else { return [] }
    lastSerial += 1
    let serial = lastSerial
    self.reading?.file.next?.asked = (serial, places)
    return [.work(.place(PlacesRequest(serial: serial, replacement: next.replacement, places: places)))]
  }

  /// Shows the newer text, unless the reader has gone on meanwhile: then ``askForPlaces()`` asks again.
  mutating func take(_ places: [Place: Place], serial: Int) -> [Effect] {
    guard let next = reading?.file.next, let asked = next.asked, asked.serial == serial else { return [] }
    guard isTextFree, asked.places == keptPlaces else {
      reading?.file.next?.asked = nil
      return []
    }
    return replace(by: next, places)
  }
}
