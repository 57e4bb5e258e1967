import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingReader
import BriefingReading
import BriefingStore
import BriefingText
import Synchronization

/// What is remembered of reading, for the threads of work. The store is opened when the first of them needs it, while others
/// read what is to be shown.
final class ReadingRecord: Sendable {
  private let location: StateLocation?
  private let shared = Mutex(Shared())

  private struct Shared {
    var store: BriefingStore?
    var tell: (@Sendable (Event) -> Void)?
    /// What nobody was told yet.
    var untold: [Event] = []
  }

  /// Makes it; nothing is opened yet.
  ///
  /// - Parameter location: Where it is; nil where nothing is to be remembered.
  init(_ location: StateLocation?) { self.location = location }

  /// The store, which is opened now if it was not before.
  var store: BriefingStore {
    shared.withLock { shared in
      if let store = shared.store { return store }
      let store = BriefingStore(location) { [weak self] in self?.take($0) }
      shared.store = store
      return store
    }
  }

  // MARK: What becomes of it

  /// Tells what becomes of the state from now on, and what nobody was told yet.
  func attend(_ tell: @escaping @Sendable (Event) -> Void) {
    let untold = shared.withLock { shared in
      shared.tell = tell
      defer { shared.untold = [] }
      return shared.untold
    }
    for event in untold { tell(event) }
  }

  private func take(_ event: StoreEvent) {
    guard let event = Event(event) else { return }
    let tell = shared.withLock { shared in
      if shared.tell == nil { shared.untold.append(event) }
      return shared.tell
    }
    tell?(event)
  }

  /// Ends the store where there is nothing to write any more; waits half a second at most.
  func close() { _ = shared.withLock { $0.store }?.close(milliseconds: 500) }

  /// Writes what waits, and ends the store; waits some milliseconds at most.
  ///
  /// - Throws: `FileError` where the disk has not answered by then. What the disk refused to write was told before.
  func close(milliseconds: Int) throws(FileError) {
    guard let store = shared.withLock({ $0.store }), !store.close(milliseconds: milliseconds), !store.hasEnded
    else {
      return
    }
    throw FileError(
      path: location?.database ?? "",
      reason: "the disk does not answer, so what was read last is not remembered",
      advice: "see that it is there and has room")
  }

  /// Waits until what was kept is written, for a moment at most. The program may be ended by a signal: it waits for the work
  /// that keeps something, and for nothing after it.
  func writeBeforeTheEnd() { _ = store.flush(milliseconds: 400) }

  /// Writes what waits.
  ///
  /// - Throws: `Failure` where that cannot be; why, was told.
  func finish() throws(Failure) {
    guard store.flush(milliseconds: 10_000) else {
      throw Failure(
        FileError(
          path: location?.database ?? "", reason: "it cannot be written", advice: "see the message before"))
    }
  }

  /// The whole state as JSON.
  func exported() throws(Failure) -> String {
    do { return try store.exported() } catch { throw Failure(error) }
  }

  /// Merges a state that was exported; returns how many briefings it has.
  func merge(exported bytes: [UInt8], from path: String) throws(Failure) -> Int {
    do { return try store.merge(exported: bytes, from: path) } catch { throw Failure(error) }
  }

  /// Takes changes, and waits until they are written.
  func apply(_ changes: [StateChange]) {
    store.apply(changes)
    writeBeforeTheEnd()
  }

  /// The bookmarks, by letter.
  var bookmarks: [Bookmark] { store.bookmarks() }

  /// What was opened, newest first.
  var history: [Visit] { store.history() }

  // MARK: A briefing

  /// Looks up what is remembered of a briefing that was opened, and records that.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func recall(_ request: RecallRequest, isCancelled: () -> Bool) throws -> RecalledBriefing {
    let page = request.page
    let digest = try BriefingDigest(
      BriefingUnits(page.briefing, isCancelled: isCancelled), isCancelled: isCancelled)
    let extents = try page.briefing.dwellSections(digest, isCancelled: isCancelled)
    let file = FileIdentity(
      path: KnownPath.file(request.path), number: request.version.inode, size: request.version.size,
      modified: request.version.modified)
    let recollection = try store.recall(digest, file: file, at: Self.now, isCancelled: isCancelled)
    let known = recollection.marks
    var marks = BriefingMarks(
      briefing: known.briefing, sections: known.sections, star: known.star, visit: request.visit)
    let seeded = marks.seed(isRead: ReadingSeed.isRead(page.briefing.metadata) ?? false)
    // Before anything is read: that takes the place of the texts as they were.
    let earlier = store.earlierText(than: recollection)
    store.apply([.record(recollection.record, isVisit: request.isVisit)] + seeded)
    let place = try (request.anchor ?? recollection.place?.anchor).flatMap {
      try page.place(
        ofStored: $0, isUnchanged: recollection.isUnchanged, isCancelled: isCancelled)
    }
    return RecalledBriefing(
      digest: digest, marks: marks, extents: extents, place: place,
      isPlaceGone: place == nil && recollection.place?.anchor != nil,
      furthest: try recollection.furthest?.anchor.flatMap {
        try page.place(
          ofStored: $0, isUnchanged: recollection.isUnchanged, isCancelled: isCancelled)
      }, earlier: earlier.isEmpty ? nil : earlier)
  }

  /// Looks up what of a briefing that is open was read in others.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func repeats(_ request: RepeatsRequest, isCancelled: () -> Bool) throws -> RepeatedText {
    try request.answer(isCancelled: isCancelled) { digest, briefing in
      try store.repeats(in: digest, of: briefing, isCancelled: isCancelled)
    }
  }

  /// Marks a briefing that need not be open, or a section of it.
  ///
  /// - Parameter section: The index of the section; nil for the whole briefing.
  /// - Returns: What undoes it; nil where it was so before.
  /// - Throws: `FileError` where it cannot be read, and what `section` throws.
  @discardableResult
  func mark(
    _ path: String, _ kind: MarkRequest.Kind, section: (Briefing) throws -> Int? = { _ in nil }
  ) throws -> MarkUndo.Part? {
    let stamp = FileStamp(path: path)
    let briefing = try BriefingFile(path: path).parse()
    let ordinal = try section(briefing).map { $0 + 1 }
    let units = BriefingUnits(briefing)
    let digest = try BriefingDigest(units)
    let file = FileIdentity(
      path: KnownPath.file(path), number: stamp?.inode ?? 0, size: stamp?.size ?? 0,
      modified: stamp?.modified ?? 0)
    let now = Self.now
    let recollection = try store.recall(digest, file: file, at: now)
    var marks = recollection.marks
    let record = StateChange.record(recollection.record, isVisit: false)
    defer { writeBeforeTheEnd() }
    let ordinals = ordinal.map { [$0] } ?? marks.sections.indices.filter { marks.counts($0) }
    switch kind {
    case .star, .noStar:
      let starred = marks.sections.indices.filter { marks.sections[$0].isStarred }
      let all: [Int?] = ordinal.map { [$0] } ?? [nil] + (kind == .star ? [] : starred.map { $0 })
      let before = all.compactMap { marks.star(ofSection: $0) }
      store.apply([record] + all.compactMap { marks.setStar(kind == .star, section: $0, at: now) })
      return MarkUndo.Part(briefing: marks.briefing, stars: before)
    case .read, .unread:
      if kind == .read, ordinal == nil {
        store.apply([record, .removalsSeen(briefing: marks.briefing)])
      }
      guard let (changes, part) = marks.mark(ordinals, isRead: kind == .read, at: now) else { return nil }
      store.apply([record] + changes)
      store.apply(
        kind == .read
          ? try marks.textChanges(ofRead: ordinals, units, digest, at: now)
          : marks.textChanges(ofUnread: ordinals, digest))
      return part
    }
  }

  /// The marks of a briefing, those of other programs too.
  func marks(of briefing: BriefingID) -> RecalledMarks {
    let (marks, stars, star) = store.marks(of: briefing)
    return RecalledMarks(marks: marks, stars: stars, star: star)
  }

  /// What is remembered of the briefings of a library, by the paths of its rows.
  func summaries(of folder: String) -> [PathKey: BriefingSummary] {
    let known = KnownPath.folder(folder)
    let length = known.utf8.count + (known.hasSuffix("/") ? 0 : 1)
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    var summaries: [PathKey: BriefingSummary] = [:]
    for (key, summary) in store.summaries(under: known) {
      summaries[PathKey(start + String(decoding: key.path.utf8.dropFirst(length), as: UTF8.self))] = summary
    }
    return summaries
  }

  /// Keeps something. Places become anchors here, and not on the way of a key.
  func keep(_ remembrance: Remembrance) {
    defer { writeBeforeTheEnd() }
    store.apply(remembrance.changes)
    guard let text = remembrance.text else { return }
    let briefing = text.marks.briefing
    func mark(_ place: Place, progress: Int? = nil) -> PlaceMark {
      PlaceMark(
        anchor: text.page.anchor(of: place).text,
        progress: progress ?? Int(text.page.fraction(of: place) * 1000), time: remembrance.time)
    }
    store.apply(
      (text.top.map { [.place(briefing: briefing, mark($0, progress: text.progress))] } ?? [])
        + (text.furthest.map { [.furthest(briefing: briefing, mark($0))] } ?? [])
        + (text.showsDetails.map { [.details(briefing: briefing, isOpen: $0)] } ?? []))
    if !text.unread.isEmpty { store.apply(text.marks.textChanges(ofUnread: text.unread, text.digest)) }
    guard !text.read.isEmpty else { return }
    let units = BriefingUnits(text.page.briefing)
    let texts = try? text.marks.textChanges(ofRead: text.read, units, text.digest, at: remembrance.time)
    store.apply(texts ?? [])
  }

  /// The time, in milliseconds since 1970 (UTC).
  static var now: Int64 { FileStamp.now / 1_000_000 }
}

extension Event {
  /// What the reader is to know of what has become of the state; nil where that is nothing.
  fileprivate init?(_ event: StoreEvent) {
    switch event {
    case .notice(let notice):
      let isError = if case .cannotRemember = notice { true } else { false }
      self = .stateNotice(message: notice.message, isError: isError)
    case .changedElsewhere: self = .stateChanged
    case .written: return nil
    }
  }
}
