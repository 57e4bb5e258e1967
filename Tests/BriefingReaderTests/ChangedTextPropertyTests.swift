import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingText
import CommonMarkSamples
import Testing

@testable import BriefingReader

/// A page with changes, after edits of every kind: the old text and the new one are both in it, and places go both ways.
@Suite struct ChangedTextPropertyTests {
  private static let edits = BriefingEdit.allCases

  /// A briefing and what it was edited into.
  private func texts(seed: UInt64) -> (old: String, new: String) {
    var random = SeededGenerator(seed: seed)
    let sample = SectionedSample(LibrarySample(seed: seed)[Int(seed)].text)
    var (old, edited) = (sample, sample)
    for round in 0..<Int.random(in: 1...6, using: &random) {
      let edit = Self.edits.randomElement(using: &random) ?? .rewriteWords
      guard let outcome = edit.apply(to: edited, using: &random) else { continue }
      // Some edits prepare the old text, which only the first may do.
      if round == 0 { old = outcome.old } else if outcome.old.markdown != edited.markdown { continue }
      edited = outcome.new
    }
    return (old.markdown, edited.markdown)
  }

  private func page(_ markdown: String) throws -> Page {
    try Page(
      cutting: Briefing(parsing: Array(markdown.utf8), file: .init(name: "a")), width: 60,
      settings: Page.Settings(details: .closed))
  }

  /// What a reader of all of the old text is shown of the new one.
  private func compare(_ old: Page, _ new: Page) throws -> ChangedText? {
    let (oldUnits, newUnits) = (BriefingUnits(old.briefing), BriefingUnits(new.briefing))
    let id = BriefingID(rawValue: 1)
    let before = try SectionReunion.records(of: BriefingDigest(oldUnits), in: id, known: [])
    let digest = try BriefingDigest(newUnits)
    let now = try SectionReunion.records(of: digest, in: id, known: before, at: 1)
    let ordinals = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.ordinal) })
    func text(_ ordinal: Int) throws -> [ReadBlock]? { try SectionContent(oldUnits, ordinal: ordinal).kept }
    var earlier = EarlierText(time: 1)
    var behind = 0
    // In the order in which they stood: what follows the same section stands there together.
    for record in now where record.ordinal >= 0 {
      guard let ordinal = ordinals[record.id] else {
        earlier.new.append(record.ordinal)
        continue
      }
      if before[ordinal].hash != record.hash {
        earlier.changed.append(.init(ordinal: record.ordinal, text: try text(ordinal)))
      }
    }
    let living = Dictionary(uniqueKeysWithValues: now.filter { $0.ordinal >= 0 }.map { ($0.id, $0.ordinal) })
    for record in before {
      if let ordinal = living[record.id] {
        behind = ordinal
      } else {
        earlier.removed.append(
          RemovedSection(title: record.title, after: behind, text: try text(record.ordinal)))
      }
    }
    let diff = try BriefingDiff(since: earlier, newUnits, words: digest.sections.map(\.words))
    return try ChangedText(diff, on: new, newUnits, readOn: nil)
  }

  /// The text of a page without what has a trait, and without signs and remarks.
  private func text(
    _ page: Page, without trait: Style.Traits? = nil, _ isLeftOut: (Int) -> Bool = { _ in false }
  ) -> String {
    (0..<page.unitCount).filter { !isLeftOut($0) }.map { unit in
      let text = page.text(of: unit)
      let bytes = Array(text.string.utf8)
      return text.runs.filter { run in
        (trait.map { !run.style.traits.contains($0) } ?? true) && run.style.role != .added
          && run.style.role != .removed
          // The number of a footnote is no word of the author.
          && run.style.role != .marker
      }.map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined()
    }.joined(separator: "\n")
  }

  private func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }

  /// Where two lists of words differ first; nil where they do not.
  private func difference(_ a: [String], _ b: [String]) -> String? {
    if a == b { return nil }
    let place = zip(a, b).prefix { $0 == $1 }.count
    return
      "\(place) of \(a.count), \(b.count): \(a.dropFirst(place).prefix(6)) and \(b.dropFirst(place).prefix(6))"
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `without what was removed it is the new text, and without what was added the old words`(seed: UInt64)
    throws
  {
    let (old, new) = texts(seed: seed)
    let (oldPage, newPage) = (try page(old), try page(new))
    guard let changed = try compare(oldPage, newPage) else {
      #expect(difference(words(text(oldPage)).sorted(), words(text(newPage)).sorted()) == nil)
      return
    }
    let marked = changed.marked
    let isSummary = { (unit: Int) in unit == 0 }
    #expect(
      difference(words(text(marked.page, without: .removed, isSummary)), words(text(newPage))) == nil)
    #expect(
      difference(
        words(text(marked.page, without: .added, isSummary)).sorted(), words(text(oldPage)).sorted()) == nil)
    // Every change is stepped to, in order, and once.
    #expect(!marked.stops.isEmpty)
    #expect(marked.stops.map(\.marked) == marked.stops.map(\.marked).sorted())
    #expect(Set(marked.stops.map(\.marked)).count == marked.stops.count)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `places go to the marked page and back, in order`(seed: UInt64) throws {
    let (old, new) = texts(seed: seed)
    let plain = try page(new)
    guard let marked = try compare(try page(old), plain)?.marked else { return }
    var last = Place()
    for unit in 0..<plain.unitCount {
      for offset in stride(from: 0, through: plain.text(of: unit).string.utf8.count, by: 7) {
        let place = Place(unit: unit, offset: offset)
        let shown = marked.shown(place)
        #expect(marked.plain(shown) == place)
        #expect(shown >= last)
        last = shown
      }
      #expect(marked.plainUnit(of: marked.shown(Place(unit: unit, offset: 1)).unit) == unit)
    }
    #expect(marked.page.sectionUnits.map { marked.plainUnit(of: $0) } == plain.sectionUnits)
    for unit in 0..<marked.page.unitCount {
      let there = marked.plain(Place(unit: unit))
      #expect(0..<plain.unitCount ~= there.unit)
    }
    // At every width it is a page.
    for width in [10, 24, 200] {
      let page = marked.page.resized(to: width)
      #expect(page.lines(from: Place(), count: .max).allSatisfy { $0.line.cells.count <= width })
    }
    #expect(marked.page.fraction(of: Place(unit: marked.page.unitCount - 1)) <= 1)
  }
}
