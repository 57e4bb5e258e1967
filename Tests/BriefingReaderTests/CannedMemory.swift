import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingText

@testable import BriefingReader

/// Stands for the reading state on disk: a briefing is known by its path.
struct CannedMemory {
  var marks: [SectionID: ReadMark] = [:]
  /// Anchors in their stored form.
  private(set) var places: [BriefingID: String] = [:]
  private(set) var furthest: [BriefingID: String] = [:]
  /// What was to be kept, in order.
  private(set) var kept: [StateChange] = []
  /// Whether briefings are looked up at once; else a test sends the answer.
  var answers = true

  func recalled(_ request: RecallRequest) -> RecalledBriefing? {
    answers ? recollection(of: request) : nil
  }

  func recollection(of request: RecallRequest) -> RecalledBriefing? {
    let page = request.page
    let id = BriefingIdentity.newID(path: request.path)
    guard let digest = try? BriefingDigest(BriefingUnits(page.briefing)),
      let records = try? SectionReunion.records(of: digest, in: id, known: []),
      let extents = try? page.briefing.dwellSections(digest)
    else { return nil }
    let sections = records.map { record in
      SectionState(id: record.id, hash: record.hash, words: record.words, mark: marks[record.id])
    }
    let place = place(places[id], in: page)
    return RecalledBriefing(
      digest: digest, marks: BriefingMarks(briefing: id, sections: sections, visit: request.visit),
      extents: extents, place: place, isPlaceGone: place == nil && places[id] != nil,
      furthest: self.place(furthest[id], in: page))
  }

  private func place(_ anchor: String?, in page: Page) -> Place? {
    anchor.flatMap { Anchor(text: $0) }.flatMap { try? page.place(of: $0) }?.place
  }

  mutating func keep(_ remembrance: Remembrance) {
    kept += remembrance.changes
    for case .mark(let section, _, let mark) in remembrance.changes {
      marks[section] = ReadMark.merge(marks[section], mark)
    }
    guard let text = remembrance.text else { return }
    if let top = text.top { places[text.marks.briefing] = text.page.anchor(of: top).text }
    if let point = text.furthest { furthest[text.marks.briefing] = text.page.anchor(of: point).text }
  }
}
