import BriefingCore
import BriefingReading
import GRDB

/// What is remembered of single sections, for a search.
extension StateReader {
  /// The sections that a filter tells from the others of a briefing below a folder, by path; for `unread` and `read` those
  /// that are read.
  ///
  /// Only the rows of such briefings are read: the others are told by their counts.
  func sections(_ filter: StateFilter, under folder: String) throws -> [PathKey: Set<Int>] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT briefing.path AS path, section.ordinal AS ordinal
        FROM briefing JOIN section ON section.briefing = briefing.id \(Self.facts(filter))
        WHERE briefing.path >= ? AND briefing.path < ? AND section.ordinal >= 0 AND \(Self.condition(filter))
        """, arguments: [start, start.dropLast() + "0"])
    var sections: [PathKey: Set<Int>] = [:]
    while let row = try rows.next() {
      guard let path: String = row.value("path"), let ordinal: Int = row.value("ordinal") else { continue }
      sections[PathKey(path), default: []].insert(ordinal)
    }
    return sections
  }

  /// The first line is of the briefing, the rest of the section.
  private static func condition(_ filter: StateFilter) -> String {
    switch filter {
    case .unread, .read:
      """
      (briefing.unread > 0 OR lead >= 2) AND (briefing.unread < briefing.sections OR lead = 1)
      AND mark >= 2 AND read_hash = section.hash
      """
    case .starred: "briefing.is_starred = 0 AND stars > 0 AND section.is_starred != 0"
    case .changed:
      """
      (changed > 0 OR lead = 3)
      AND (mark >= 2 AND read_hash != section.hash
        OR \(StateRows.isAdded(of: "section", firstSeen: "first_seen", mostMarked: "most_marked")))
      """
    }
  }

  /// What says whether a section was added later, see ``StateRows/isAdded(of:firstSeen:mostMarked:)``: asked once a briefing, for to ask it for each
  /// section goes through all sections each time.
  private static func facts(_ filter: StateFilter) -> String {
    guard filter == .changed else { return "" }
    return """
      JOIN (
        SELECT briefing, min(seen) FILTER (WHERE seen > 0) AS first_seen, max(mark) AS most_marked
        FROM section WHERE briefing IN (SELECT id FROM briefing WHERE changed > 0 OR lead = 3) GROUP BY briefing
      ) AS facts ON facts.briefing = briefing.id
      """
  }
}
