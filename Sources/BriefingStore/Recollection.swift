import BriefingCore
import BriefingReading

/// What is remembered of a briefing that is being opened.
public struct Recollection: Sendable {
  /// Who it is and its sections, to be recorded by `StateChange.record`.
  public var record: BriefingRecord
  /// Its marks.
  public var marks: BriefingMarks
  /// Where the reader was; nil for a first visit.
  public var place: PlaceMark?
  /// The furthest point that was read.
  public var furthest: PlaceMark?
  /// Its path before, where the file has another one now.
  public var movedFrom: String?
  /// Whether its file has the size and the time that it had when it was last seen.
  public var isUnchanged: Bool
  /// When it was opened last, in milliseconds since 1970 (UTC); 0 for never.
  public var opened: Int64
  /// The ordinals of sections that came after the briefing had been seen for the first time, and of which nothing is read.
  public var newSections: [Int]
  /// Sections that were read and are not there any more, in the order in which they stood, until the reader knows.
  public var removed: [Removed]

  /// A section that was removed.
  public struct Removed: Hashable, Sendable {
    /// What it was: its text as it was read is kept under its number.
    public var record: SectionRecord
    /// The mark of its text.
    public var mark: ReadMark
    /// The ordinal of the section now behind which it stood.
    public var after: Int
  }
}

extension Recollection {
  /// Finds the sections of a text among those that are remembered.
  init(
    _ known: StateReader.Known, _ digest: BriefingDigest, _ file: FileIdentity, time: Int64,
    isCancelled: () -> Bool
  ) throws {
    let sections = try SectionReunion.records(
      of: digest, in: known.id, known: known.sections.map(\.record), at: time, isCancelled: isCancelled)
    let before = Dictionary(
      known.sections.map { ($0.record.id, $0) }, uniquingKeysWith: { first, _ in first })
    record = BriefingRecord(
      id: known.id, file: file, title: digest.title, url: digest.url, hash: digest.hash,
      sketch: digest.sketch, sections: sections, time: time, isBlind: known.isBlind)
    let here = sections.filter { $0.ordinal >= 0 }
    newSections = Self.newSections(here, before)
    let new = Set(newSections)
    marks = BriefingMarks(
      briefing: known.id,
      sections: here.map { section in
        SectionState(
          id: section.id, hash: section.hash, words: section.words, mark: before[section.id]?.mark,
          star: before[section.id]?.star, isAdded: new.contains(section.ordinal))
      }, star: known.briefing?.star, visit: time)
    place = known.briefing?.place
    furthest = known.briefing?.furthest
    movedFrom = known.briefing?.path.flatMap { PathKey($0) == PathKey(file.path) ? nil : $0 }
    isUnchanged = known.briefing.map { $0.size == file.size && $0.modified == file.modified } ?? false
    opened = known.briefing?.opened ?? 0
    removed = Self.removed(sections, before)
  }

  /// The ordinals of sections that came since something of the briefing was read.
  private static func newSections(
    _ here: [SectionRecord], _ before: [SectionID: StateReader.KnownSection]
  ) -> [Int] {
    guard let first = before.values.lazy.map(\.seen).filter({ $0 > 0 }).min(),
      before.values.contains(where: { $0.mark?.isRead == true })
    else { return [] }
    return here.filter { section in
      let known = before[section.id]
      return known?.mark == nil && known?.seen ?? .max > first && (section.ordinal > 0 || section.words > 0)
    }.map(\.ordinal)
  }

  /// What was read and is not there any more.
  private static func removed(
    _ sections: [SectionRecord], _ before: [SectionID: StateReader.KnownSection]
  ) -> [Removed] {
    let records = Dictionary(sections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let found = sections.compactMap { section -> (Removed, distance: Int)? in
      guard section.ordinal < 0, let removal = section.removal, removal.time > 0,
        let mark = before[section.id]?.mark, mark.isRead
      else { return nil }
      var predecessor = removal.after
      // What it stood behind may have been removed as well. A damaged file may have a circle.
      for distance in 0..<sections.count {
        guard let record = predecessor.flatMap({ records[$0] }) else { break }
        if record.ordinal >= 0 {
          return (Removed(record: section, mark: mark, after: record.ordinal), distance)
        }
        predecessor = record.removal?.after
      }
      return (Removed(record: section, mark: mark, after: 0), 0)
    }
    return found.sorted { ($0.0.after, $0.distance) < ($1.0.after, $1.distance) }.map(\.0)
  }
}
