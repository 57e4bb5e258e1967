import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingText

@testable import BriefingReader

/// Stands for the reading state on disk: a briefing is known by its path.
struct CannedMemory {
  var marks: [SectionID: ReadMark] = [:]
  private(set) var stars: [SectionID: StarMark] = [:]
  private(set) var ownStars: [BriefingID: StarMark] = [:]
  /// Anchors in their stored form.
  private(set) var places: [BriefingID: String] = [:]
  private(set) var furthest: [BriefingID: String] = [:]
  /// What was to be kept, in order.
  private(set) var kept: [StateChange] = []
  /// The sections of briefings that were opened or marked, by path.
  private var known: [String: [SectionState]] = [:]
  /// The same as they are known again in another text.
  private var records: [BriefingID: [SectionRecord]] = [:]
  /// Those that were there when a briefing was opened for the first time.
  private var first: [BriefingID: Set<SectionID>] = [:]
  /// The texts of sections as they were read.
  var texts: [SectionID: [ReadBlock]] = [:]
  /// How things are looked at, and what the list offers to continue.
  var view: ViewSettings?
  var continuation: Continuation?
  /// Whether the details of the front matter are unfolded.
  private var details: [BriefingID: Bool] = [:]
  /// Whether a page comes with the place where it was left.
  var knowsArrivals = true
  /// The blocks that were read in other briefings.
  private var blocks: Set<UInt64> = []

  /// Has a text read in another briefing.
  mutating func readElsewhere(_ markdown: String) {
    guard let page = Session.page(markdown), let digest = try? BriefingDigest(BriefingUnits(page.briefing))
    else {
      return
    }
    blocks.formUnion(digest.sections.flatMap { $0.blocks.map(\.value) })
  }

  func repeats(in digest: BriefingDigest) -> Repeats { Repeats(in: digest) { blocks.contains($0) } }

  /// Whether briefings are looked up at once; else a test sends the answer.
  var answers = true

  mutating func recalled(_ request: RecallRequest) -> RecalledBriefing? {
    guard answers, let recollection = recollection(of: request) else { return nil }
    known[request.path] = recollection.marks.sections
    let id = BriefingIdentity.newID(path: request.path)
    records[id] = try? SectionReunion.records(
      of: recollection.digest, in: id, known: records[id] ?? [], at: 1)
    if first[id] == nil { first[id] = Set((records[id] ?? []).map(\.id)) }
    let row = KnownPlaces.Row(
      label: "", title: request.page.briefing.metadata.title, date: "1 Jan 2026", path: request.path,
      anchor: nil)
    if request.isVisit { history = [row] + history.filter { $0.path != row.path } }
    return recollection
  }

  /// Marks a briefing that is not open.
  mutating func mark(_ request: MarkRequest, _ page: Page, at time: Int64) -> Event {
    let opening = RecallRequest(
      serial: 0, path: request.path, page: page, version: Session.version(of: ""), visit: time, isVisit: false
    )
    guard var marks = recalled(opening)?.marks else { return .markFailed(message: "It cannot be read.") }
    if request.kind == .star || request.kind == .noStar {
      // Without a star of its own it has none of its sections either.
      let isOn = request.kind == .star
      let places = [nil] + marks.sections.indices.filter { !isOn && marks.sections[$0].isStarred }
      let before = places.compactMap { marks.star(ofSection: $0) }
      take(places.compactMap { marks.setStar(isOn, section: $0, at: time) })
      let part = MarkUndo.Part(briefing: marks.briefing, stars: before)
      return .marked(MarkUndo(label: request.label, parts: [part]))
    }
    let ordinals = marks.sections.indices.filter { marks.counts($0) }
    guard let (changes, part) = marks.mark(ordinals, isRead: request.kind == .read, at: time) else {
      return .markFailed(message: "It is so already.")
    }
    take(changes)
    return .marked(MarkUndo(label: request.label, parts: [part]))
  }

  /// Bookmarks and history, in order.
  private(set) var bookmarks: [KnownPlaces.Row] = []
  private(set) var history: [KnownPlaces.Row] = []

  mutating func keep(_ request: BookmarkRequest) {
    bookmarks.removeAll { $0.label == String(request.letter) }
    let page = request.page
    bookmarks.append(
      KnownPlaces.Row(
        label: String(request.letter), title: page.text(of: request.place.unit).string, date: "1 Jan 2026",
        path: request.path, anchor: page.anchor(of: request.place).text))
  }

  func listed(_ kind: KnownPlaces.Kind) -> KnownPlaces {
    KnownPlaces(kind: kind, rows: kind == .history ? history : bookmarks)
  }

  /// What a list shows, by path.
  var summaries: [PathKey: BriefingSummary] {
    var summaries: [PathKey: BriefingSummary] = [:]
    for (path, sections) in known {
      let id = BriefingIdentity.newID(path: path)
      let now = BriefingMarks(
        briefing: id,
        sections: sections.map {
          var section = $0
          section.mark = marks[section.id]
          return section
        }, visit: 0)
      summaries[PathKey(path)] = BriefingSummary(
        id: id, sections: max(1, sections.count - 1),
        unread: now.unread.count { $0 > 0 || sections.count == 1 },
        changed: now.changed.count { $0 > 0 || sections.count == 1 },
        star: ownStars[id]?.isOn == true
          ? .briefing : sections.contains { stars[$0.id]?.isOn == true } ? .sections : .none,
        progress: 0, opened: 0, size: 0, modified: 0, lead: Self.lead(of: now))
    }
    return summaries
  }

  private static func lead(of marks: BriefingMarks) -> BriefingSummary.Lead {
    guard marks.sections.count > 1, marks.counts(0) else { return .none }
    return marks.sections[0].isRead ? .read : marks.sections[0].isChanged ? .changed : .unread
  }

  func recollection(of request: RecallRequest) -> RecalledBriefing? {
    let page = request.page
    let id = BriefingIdentity.newID(path: request.path)
    guard let digest = try? BriefingDigest(BriefingUnits(page.briefing)),
      let records = try? SectionReunion.records(of: digest, in: id, known: records[id] ?? [], at: 1),
      let extents = try? page.briefing.dwellSections(digest)
    else { return nil }
    let first = first[id] ?? Set(records.map(\.id))
    let wasRead = records.contains { marks[$0.id]?.isRead == true }
    let sections = records.filter { $0.ordinal >= 0 }.map { record in
      SectionState(
        id: record.id, hash: record.hash, words: record.words, mark: marks[record.id],
        star: stars[record.id], isAdded: wasRead && !first.contains(record.id) && record.ordinal > 0)
    }
    let own = BriefingMarks(briefing: id, sections: sections, star: ownStars[id], visit: request.visit)
    let place = place(request.anchor ?? places[id], in: page)
    return RecalledBriefing(
      digest: digest,
      marks: own,
      extents: extents, place: place, isPlaceGone: place == nil && places[id] != nil,
      furthest: self.place(furthest[id], in: page), earlier: earlier(than: own, records))
  }

  /// What was read as another text, or is not there any more.
  private func earlier(than marks: BriefingMarks, _ records: [SectionRecord]) -> EarlierText? {
    let removed = records.filter { record in
      record.ordinal < 0 && record.removal.map { $0.time > 0 } == true
        && self.marks[record.id]?.isRead == true
    }
    let earlier = EarlierText(
      changed: marks.changed.map { .init(ordinal: $0, text: texts[marks.sections[$0].id]) },
      new: marks.sections.indices.filter { marks.sections[$0].isNew },
      removed: removed.map { record in
        RemovedSection(
          title: record.title,
          after: records.first { $0.id == record.removal?.after }?.ordinal ?? 0, text: texts[record.id],
          words: record.words)
      }, time: 1)
    return earlier.isEmpty ? nil : earlier
  }

  /// Where a briefing was left, by its path.
  func arrival(_ path: String, in page: Page) -> KnownArrival? {
    let id = BriefingIdentity.newID(path: path)
    guard knowsArrivals, known[path] != nil else { return nil }
    return KnownArrival(place: place(places[id], in: page), showsDetails: details[id] ?? false)
  }

  /// Keeps the place of a briefing that was left at once.
  mutating func keep(_ left: UnknownPlace) {
    places[BriefingIdentity.newID(path: left.path)] = left.page.anchor(of: left.top).text
  }

  private func place(_ anchor: String?, in page: Page) -> Place? {
    anchor.flatMap { Anchor(text: $0) }.flatMap { try? page.place(of: $0) }?.place
  }

  mutating func keep(_ remembrance: Remembrance) {
    take(remembrance.changes)
    guard let text = remembrance.text else { return }
    let units = BriefingUnits(text.page.briefing)
    for case .text(let section, _, let blocks, _, _)
      in (try? text.marks.textChanges(
        ofRead: text.read, units, text.digest, at: 1)) ?? []
    {
      texts[section] = blocks
    }
    if let top = text.top { places[text.marks.briefing] = text.page.anchor(of: top).text }
    if let isOpen = text.showsDetails { details[text.marks.briefing] = isOpen }
    if let point = text.furthest { furthest[text.marks.briefing] = text.page.anchor(of: point).text }
  }

  private mutating func take(_ changes: [StateChange]) {
    kept += changes
    for case .mark(let section, _, let mark) in changes {
      marks[section] = ReadMark.merge(marks[section], mark)
    }
    for case .removalsSeen(let briefing) in changes {
      for index in records[briefing, default: []].indices { records[briefing]?[index].removal?.time = 0 }
    }
    for case .star(let section, let briefing, let star) in changes {
      if let section { stars[section] = star } else { ownStars[briefing] = star }
    }
  }
}
