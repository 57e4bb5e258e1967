import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingReader
import BriefingReading
import BriefingStore
import BriefingText

/// How the program was left, and where a briefing was.
extension ReadingRecord {
  /// How a library was looked at, or with nil what is opened by itself, and what its list offers to continue.
  func view(of library: String?) -> (ViewSettings?, Continuation?) {
    let known = library.map(KnownPath.folder) ?? ""
    let view = store.view(of: known)
    guard let library else { return (view, nil) }
    // Not before the question, which waits for what is to be written.
    defer { store.apply([.opened(library: known, time: Self.now)]) }
    let last = store.lastVisit(under: known).map { last in
      Continuation(
        path: KnownPath.shown(last.path, in: library, known: known), title: last.title, section: last.section,
        percent: last.progress / 10)
    }
    return (view, last)
  }

  /// Keeps how a library is looked at.
  func keep(_ view: ViewSettings, of library: String?) {
    apply([.view(library: library.map(KnownPath.folder) ?? "", view, time: Self.now)])
  }

  /// The library that was opened last and is still there; nil where there is none.
  var lastLibrary: String? { store.libraries().first { (try? PathKind($0)) == .folder } }

  // MARK: Arriving and leaving

  /// Milliseconds that a page waits for the place where it was left: the store is being opened since before the file was read.
  private static let patience = 3
  /// Milliseconds that it takes at most to find that place in a text that has changed.
  private static let search = 10

  /// Where a briefing was left, if that is known by its path at once; else ``recall(_:isCancelled:)`` tells it.
  func arrival(
    in page: Page, path: String, version: FileStamp?, isCancelled: () -> Bool
  ) -> KnownArrival? {
    guard !store.isOff else { return nil }
    let path = KnownPath.file(path)
    guard let visit = store.earlier(path, within: Self.patience) else {
      let isNew = store.isNew(path, number: version?.inode ?? 0, within: Self.patience)
      return isNew ? KnownArrival(place: nil, showsDetails: false, isSettled: true) : nil
    }
    let deadline = ContinuousClock.now + .milliseconds(Self.search)
    guard let anchor = visit.place?.anchor else {
      return KnownArrival(place: nil, showsDetails: visit.showsDetails, isSettled: true)
    }
    let place =
      try? page.place(
        ofStored: anchor, isUnchanged: version?.size == visit.size && version?.modified == visit.modified
      ) { isCancelled() || .now > deadline }
    return KnownArrival(place: place, showsDetails: visit.showsDetails, isSettled: place == Place())
  }

  /// Whether a briefing is read from its start with nothing unfolded, as far as that is known at once.
  func startsAtTop(path: String, version: FileStamp?) -> Bool {
    guard !store.isOff else { return true }
    let path = KnownPath.file(path)
    guard let visit = store.earlier(path, within: Self.patience) else {
      return store.isNew(path, number: version?.inode ?? 0, within: Self.patience)
    }
    return visit.place?.anchor == nil && !visit.showsDetails
  }

  /// Keeps where the reader was in a briefing that was left before it was looked up.
  func keep(_ left: UnknownPlace) {
    defer { writeBeforeTheEnd() }
    let path = KnownPath.file(left.path)
    let place = PlaceMark(
      anchor: left.page.anchor(of: left.top).text, progress: left.progress, time: left.time)
    if let visit = store.earlier(path, within: 300) {
      store.apply([.place(briefing: visit.briefing, place)])
    } else if let digest = try? BriefingDigest(BriefingUnits(left.page.briefing)),
      let known = try? store.recall(
        digest,
        file: FileIdentity(
          path: path, number: left.version.inode, size: left.version.size, modified: left.version.modified),
        at: left.time)
    {
      store.apply([.record(known.record, isVisit: true), .place(briefing: known.record.id, place)])
    }
  }
}
