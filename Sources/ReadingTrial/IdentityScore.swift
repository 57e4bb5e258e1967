import BriefingReading
import CommonMarkSamples

/// Counts how often sections are known again after an edit of a file of which the truth is known.
public struct IdentityScore: Sendable {
  /// Sections that are there after the edit, but doubtful ones.
  public private(set) var sections = 0
  /// Those of them that were known again.
  public private(set) var found = 0
  /// Those of them that were taken for new ones.
  public private(set) var lost = 0
  /// Sections that were taken for another one: what and where.
  public private(set) var wrong: [String] = []
  /// Files, and how many of them were known again.
  public private(set) var files = (all: 0, found: 0)

  /// Counts nothing yet.
  public init() {}

  /// Counts an edit.
  ///
  /// - Parameters:
  ///   - before: The records of the old text.
  ///   - after: Those of the new one.
  public mutating func add(
    _ outcome: FileEdit.Outcome, _ before: BriefingRecord, _ after: BriefingRecord, _ name: String
  ) {
    files.all += 1
    if before.id == after.id { files.found += 1 }
    let old = numbers(outcome.old, before)
    let new = numbers(outcome.new, after)
    guard let old, let new else {
      wrong.append("\(name): not taken apart")
      return
    }
    let owners = Dictionary(new.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for section in outcome.old.sections {
      guard let number = old[section.id] else { continue }
      let answer = owners[number]
      let isThere = new[section.id] != nil
      if let answer, answer != section.id, answer != outcome.becomes[section.id] {
        wrong.append("\(name): \(section.title)")
      }
      guard isThere, !outcome.doubtful.contains(section.id) else { continue }
      sections += 1
      if answer == section.id { found += 1 } else if answer == nil { lost += 1 }
    }
  }

  /// The numbers of a sample's sections; nil where the text has headings that the sample does not know of.
  private func numbers(_ sample: SectionedSample, _ record: BriefingRecord) -> [Int: SectionID]? {
    let records = record.sections.filter { $0.ordinal > 0 }
    guard records.count == sample.sections.count else { return nil }
    return Dictionary(
      zip(sample.sections.map(\.id), records.map(\.id)).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
  }
}
