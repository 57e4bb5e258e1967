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
  /// The headings of sections that were read and have gone since the briefing was last seen.
  public var gone: [String]
}

extension Recollection {
  /// Finds the sections of a text among those that are remembered.
  init(
    _ known: StateReader.Known, _ digest: BriefingDigest, _ file: FileIdentity, time: Int64,
    isCancelled: () -> Bool
  ) throws {
    let sections = try SectionReunion.records(
      of: digest, in: known.id, known: known.sections.map(\.record), isCancelled: isCancelled)
    let before = Dictionary(
      known.sections.map { ($0.record.id, $0) }, uniquingKeysWith: { first, _ in first })
    record = BriefingRecord(
      id: known.id, file: file, title: digest.title, url: digest.url, hash: digest.hash,
      sketch: digest.sketch, sections: sections, time: time, isBlind: known.isBlind)
    let here = sections.filter { $0.ordinal >= 0 }
    marks = BriefingMarks(
      briefing: known.id,
      sections: here.map { section in
        SectionState(
          id: section.id, hash: section.hash, words: section.words, mark: before[section.id]?.mark,
          star: before[section.id]?.star)
      }, star: known.briefing?.star, visit: time)
    place = known.briefing?.place
    furthest = known.briefing?.furthest
    movedFrom = known.briefing?.path.flatMap { PathKey($0) == PathKey(file.path) ? nil : $0 }
    isUnchanged = known.briefing.map { $0.size == file.size && $0.modified == file.modified } ?? false
    opened = known.briefing?.opened ?? 0
    newSections = []
    if let first = known.sections.map(\.seen).min() {
      newSections = here.filter { section in
        let known = before[section.id]
        return known?.mark == nil && known?.seen ?? .max > first && (section.ordinal > 0 || section.words > 0)
      }.map(\.ordinal)
    }
    gone = sections.filter { section in
      guard section.ordinal < 0, let known = before[section.id] else { return false }
      return known.record.ordinal >= 0 && known.mark?.isRead == true
    }.map(\.title)
  }
}
