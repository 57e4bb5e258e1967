import BriefingCore
import BriefingReading
import CommonMarkSamples
import ReadingTrial
import Testing

/// Sections keep their numbers through edits.
@Suite struct SectionReunionTests {
  private let briefing = BriefingID(rawValue: 9)

  private func records(_ markdown: String, known: [SectionRecord] = []) throws -> [SectionRecord] {
    try SectionReunion.records(of: digest(markdown), in: briefing, known: known)
  }

  private func text(_ seed: Int) -> String {
    "\(LibrarySample(seed: 4)[seed].text.split(separator: "\n\n").first { $0.count > 300 && !$0.hasPrefix("---") } ?? "")"
  }

  @Test func `two programs that open a briefing for the first time give the same numbers`() throws {
    let markdown = LibrarySample(seed: 1)[3].text
    let a = try records(markdown)
    #expect(try a == records(markdown))
    #expect(Set(a.map(\.id)).count == a.count)
    #expect(a.allSatisfy { $0.id.rawValue > 0 })
    #expect(a.map(\.ordinal) == Array(0..<a.count))
  }

  @Test func `a section that went and comes back is the same`() throws {
    let (first, second) = (text(1), text(2))
    let whole = "## One\n\n\(first)\n\n## Two\n\n\(second)\n"
    let a = try records(whole)
    let b = try records("## One\n\n\(first)\n", known: a)
    #expect(b.map(\.ordinal) == [0, 1, -1])
    #expect(b.last?.id == a.last?.id)
    #expect(try records(whole, known: b) == a)
  }

  @Test func `another text under the same title is another section`() throws {
    let a = try records("## One\n\n\(text(1))\n")
    let b = try records(
      "## One\n\nRain fell over quiet hills while the farmers waited for harvest time.\n", known: a)
    #expect(b[1].id != a[1].id)
    #expect(b.last?.ordinal == -1)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `through a row of edits the sections stay themselves`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sample = SectionedSample(LibrarySample(seed: seed)[Int(seed)].text)
    var known = try records(sample.markdown)
    var numbers: [Int: SectionID] = [:]
    for (index, section) in sample.sections.enumerated() { numbers[section.id] = known[index + 1].id }
    for _ in 0..<6 {
      let edit = BriefingEdit.allCases.randomElement(using: &random) ?? .wrap
      guard edit != .deleteOfOneTitle, let outcome = edit.apply(to: sample, using: &random) else { continue }
      sample = outcome.new
      known = try records(sample.markdown, known: known)
      for (index, section) in sample.sections.enumerated() {
        let id = known[index + 1].id
        if let number = numbers[section.id], !outcome.doubtful.contains(section.id) {
          #expect(id == number, "\(edit): \(section.title)")
        } else if numbers[section.id] == nil {
          #expect(!numbers.values.contains(id), "\(edit): \(section.title)")
        }
        numbers[section.id] = id
      }
      #expect(Set(known.map(\.id)).count == known.count)
    }
  }
}
