import BriefingCore
import BriefingReading
import Dispatch
import GRDB

/// What the program remembers of what was read.
///
/// Changes are taken at once and written by a thread of the store's own, within a second. Questions are for threads of work,
/// not for the one that returns keys: each waits until what was changed before is written, a third of a second at most. Where
/// nothing can be remembered they are answered as if nothing was, and a ``StoreEvent`` says so once.
public final class BriefingStore: Sendable {
  let loop: StoreLoop?

  /// Opens the store, on its own thread.
  ///
  /// - Parameters:
  ///   - location: Where it is; nil for one that remembers nothing and says nothing of it.
  ///   - onEvent: Is told what happens, on the store's thread.
  public convenience init(
    _ location: StateLocation?, onEvent: @escaping @Sendable (StoreEvent) -> Void = { _ in }
  ) {
    self.init(location, StorePace(), onEvent)
  }

  init(_ location: StateLocation?, _ pace: StorePace, _ onEvent: @escaping @Sendable (StoreEvent) -> Void) {
    guard let location else {
      loop = nil
      return
    }
    let loop = StoreLoop(location, pace, onEvent)
    self.loop = loop
    DispatchQueue(label: "briefing.state", qos: .utility).async { loop.run() }
  }

  /// Whether there is a store at all.
  public var isOff: Bool { loop == nil }

  // MARK: Writing

  /// Takes changes to be written; never waits.
  ///
  /// - Returns: The number of the last one, for ``StoreEvent/written(upTo:)``.
  @discardableResult
  public func apply(_ changes: [StateChange]) -> Int { changes.isEmpty ? 0 : loop?.queue.add(changes) ?? 0 }

  /// Waits until all that was applied is written; false where that was not possible in time.
  public func flush(milliseconds: Int) -> Bool { loop?.queue.flush(milliseconds: milliseconds) ?? true }

  /// Writes what was applied, and ends the store; false where not all was written in time.
  public func close(milliseconds: Int) -> Bool {
    loop?.queue.close(milliseconds: milliseconds) ?? true
  }

  /// Whether it has ended; what it could not write by then, it has told.
  public var hasEnded: Bool { loop?.queue.isOver ?? true }

  // MARK: Questions

  /// What a list shows of the briefings that are remembered, by absolute path: of all, or of those below a folder.
  public func summaries(under folder: String? = nil) -> [PathKey: BriefingSummary] {
    ask { try StateReader($0).summaries(under: folder) } ?? [:]
  }

  /// The sections that a filter tells from the others of a briefing below a folder: their ordinals, by absolute path. Where it
  /// tells none apart, the briefing counts as a whole, also one in which sections were only removed.
  ///
  /// - Parameter filter: For `unread` as for `read` those that are read: what nothing is remembered of is unread.
  public func sections(_ filter: StateFilter, under folder: String) -> [PathKey: Set<Int>] {
    ask { try StateReader($0).sections(filter, under: folder) } ?? [:]
  }

  /// What is remembered of a briefing that is being opened, or that has changed while it was open. It is found again though
  /// its file was renamed, and its sections though they were.
  ///
  /// - Parameters:
  ///   - digest: Its text as it is now.
  ///   - file: Its file, by an absolute path.
  ///   - time: When, in milliseconds since 1970 (UTC).
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public func recall(
    _ digest: BriefingDigest, file: FileIdentity, at time: Int64, isCancelled: () -> Bool = { false }
  ) throws -> Recollection {
    let found =
      ask { try StateReader($0).known(digest, file) }
      ?? StateReader.Known(id: BriefingIdentity.newID(path: file.path), isBlind: true)
    return try Recollection(found, digest, file, time: time, isCancelled: isCancelled)
  }

  /// What is remembered of the sections of a briefing that is open, after ``StoreEvent/changedElsewhere``: to be merged into
  /// its marks.
  public func marks(of briefing: BriefingID) -> (
    marks: [SectionID: ReadMark], stars: [SectionID: StarMark], star: StarMark?
  ) {
    ask { try StateReader($0).marks(of: briefing) } ?? ([:], [:], nil)
  }

  /// What a briefing was when it was read, as far as it is another one now. What is read from now on takes the place of the
  /// texts that are kept, so it is asked for before anything is marked.
  public func earlierText(than recollection: Recollection) -> EarlierText {
    let marks = recollection.marks
    func text(_ section: SectionID, _ hash: UInt64) -> [ReadBlock]? {
      ask { try StateReader($0).text(of: section, hash: hash) } ?? nil
    }
    let changed = marks.changed.map { ordinal in
      let section = marks.sections[ordinal]
      return EarlierText.Section(ordinal: ordinal, text: text(section.id, section.mark?.hash ?? 0))
    }
    let removed = recollection.removed.map { section in
      RemovedSection(
        title: section.record.title, after: section.after,
        text: text(section.record.id, section.mark.hash), words: section.record.words)
    }
    let compared = marks.changed.compactMap { marks.sections[$0].mark } + recollection.removed.map(\.mark)
    // Where there is only more than before, since anything was read.
    let read = compared.isEmpty ? marks.sections.compactMap(\.mark).filter(\.isRead) : compared
    return EarlierText(
      changed: changed, new: recollection.newSections, removed: removed, time: read.map(\.time).max() ?? 0)
  }

  /// The bookmarks, by letter.
  public func bookmarks() -> [Bookmark] { ask { try StateReader($0).bookmarks() } ?? [] }

  /// The briefings that were opened, newest first.
  public func history(limit: Int = 200) -> [Visit] { ask { try StateReader($0).history(limit: limit) } ?? [] }

  /// The database, once it is known whether there is one.
  var database: StateDatabase? { loop?.database }

  /// Returns a question as soon as can be; nil where there is no database by then.
  func ask<Answer>(within milliseconds: Int, _ question: (Database) throws -> Answer) -> Answer? {
    guard let database = loop?.database(within: milliseconds) else { return nil }
    _ = loop?.queue.flush(milliseconds: milliseconds)
    return try? database.pool.read(question)
  }

  /// Returns a question; nil where there is no database that could.
  func ask<Answer>(_ question: (Database) throws -> Answer) -> Answer? {
    guard let loop else { return nil }
    // What was changed before is part of the answer.
    _ = loop.queue.flush(milliseconds: 300)
    do {
      return try loop.database?.pool.read(question)
    } catch {
      loop.mend(error)
      return try? loop.database?.pool.read(question)
    }
  }
}
