import CommonMark
import Testing

@testable import BriefingCore

/// Which section of a new text is an old one.
@Suite struct SectionMatchingTests {
  private func briefing(_ markdown: String) throws -> Briefing {
    try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
  }

  /// For each old section the title of the one that it is now.
  private func titles(_ old: String, _ new: String) throws -> [String?] {
    let (old, new) = (try briefing(old), try briefing(new))
    let matching = try SectionMatching(from: old.sectionIdentities(), to: new.sectionIdentities())
    return matching.matches.map {
      $0.map { "\(new.sections[$0.index].numberText) \(new.sections[$0.index].title)" }
    }
  }

  private let missiles =
    "The missiles that Turkey asked for will be delivered in spring, the ministry said on Monday."
  private let prices =
    "Oil fell below seventy dollars after traders read that pipelines from Iraq reopen next week."
  private let courts =
    "Judges in Strasbourg heard lawyers of both parties and will publish their ruling before June."

  @Test func `sections are known by their path where others come and go`() throws {
    let found = try titles(
      "## A\n\n\(missiles)\n\n## B\n\n\(prices)",
      "## New\n\n\(courts)\n\n## B\n\n\(prices)\n\n## A\n\n\(missiles)")
    #expect(found == ["3 A", "2 B"])
  }

  @Test func `a section with another title is known by its text`() throws {
    let found = try titles(
      "## A\n\n\(missiles)\n\n## B\n\n\(prices)", "## Rearmament\n\n\(missiles) So far.\n\n## B\n\n\(prices)")
    #expect(found == ["1 Rearmament", "2 B"])
  }

  @Test func `a section that is gone is no other one`() throws {
    #expect(
      try titles("## A\n\n\(missiles)\n\n## B\n\n\(prices)", "## B\n\n\(prices)\n\n## C\n\n\(courts)") == [
        nil, "1 B",
      ])
  }

  @Test func `a title that has another text is not the same section`() throws {
    #expect(
      try titles("## A\n\n\(missiles)\n\n## B\n\n\(courts)", "## A\n\n\(prices)\n\n## B\n\n\(courts)") == [
        nil, "2 B",
      ])
  }

  @Test func `of sections with one title each keeps its text, whatever number its slug has`() throws {
    let old = "## W\n\n\(missiles)\n\n## W\n\n\(prices)"
    #expect(
      try titles(old, "## W\n\n\(courts)\n\n## W\n\n\(missiles)\n\n## W\n\n\(prices)") == ["2 W", "3 W"])
    #expect(try titles(old, "## W\n\n\(prices)") == [nil, "1 W"])
    #expect(try titles(old, "## W\n\n\(prices)\n\n## W\n\n\(missiles)") == ["2 W", "1 W"])
  }

  /// A second heading of the first level makes a section of the page's heading, and all paths longer.
  @Test func `sections are found where all paths have changed`() throws {
    let rest = "## A\n\n\(missiles)\n\n## B\n\n\(prices)\n\n## Short\n\nNo words.\n\n"
    #expect(
      try titles("# T\n\n\(rest)", "# T\n\n\(rest)# U\n\n\(courts)") == ["1.1 A", "1.2 B", "1.3 Short"])
  }

  @Test func `a title with nothing but sections below it is known by these`() throws {
    let below = "### A\n\n\(missiles)\n\n### B\n\n\(prices)\n\n"
    #expect(try titles("## World\n\n\(below)", "## Abroad\n\n\(below)") == ["1 Abroad", "1.1 A", "1.2 B"])
  }

  @Test func `texts that share most words are told by their order`() throws {
    let words = missiles.split(separator: " ").map(String.init)
    let other = (words[8...] + words[..<8]).reversed().joined(separator: " ")
    #expect(
      try titles("## A\n\n\(missiles)\n\n## B\n\n\(courts)", "## X\n\n\(other)\n\n## B\n\n\(courts)") == [
        nil, "2 B",
      ])
  }

  @Test func `thousands of equal sections take no more than some looks each`() throws {
    let text = String(repeating: "## Same\n\n\(missiles)\n\n", count: 4000)
    let old = try briefing(text).sectionIdentities()
    let new = try briefing("## First\n\n\(courts)\n\n" + text).sectionIdentities()
    let index = SectionLookup(new)
    #expect(old.allSatisfy { index.candidates(for: $0, near: 2000).count <= 20 })
    var questions = 0
    let matching = try SectionMatching(from: old, to: new) {
      questions += 1
      return false
    }
    #expect(questions == 4000)
    #expect(matching.matches.allSatisfy { $0 != nil })
  }

  @Test func `matching can be stopped`() throws {
    let old = try briefing("## A\n\n\(missiles)").sectionIdentities()
    #expect(throws: CancellationError.self) { try SectionMatching(from: old, to: old) { true } }
  }

  @Test func `a stored identity finds its section, or says that it is gone`() throws {
    let old = try briefing("## A\n\n\(missiles)\n\n## W\n\n\(courts)\n\n## W\n\n\(prices)")
    let index = SectionLookup(
      try briefing("## B\n\n\(prices)\n\n## A2\n\n\(missiles)").sectionIdentities())
    #expect(index.match(for: old.identity(ofSection: 0))?.index == 1)
    #expect(index.match(for: old.identity(ofSection: 1), isShared: true) == nil)
    #expect(index.match(for: old.identity(ofSection: 2), isShared: true)?.index == 0)
  }

  @Test func `a section's identity does not depend on wrapping, emphasis and quotation marks`() throws {
    let plain = try briefing("## A\n\n> \(missiles)").identity(ofSection: 0)
    let wrapped = "## A\n\n> " + missiles.split(separator: " ").joined(separator: "\n> ")
    #expect(try briefing(wrapped).identity(ofSection: 0) == plain)
    #expect(try briefing("## A\n\n*\(missiles)*").identity(ofSection: 0) == plain)
  }

  @Test func `very long titles make short paths, and others than their beginnings`() throws {
    let long = String(repeating: "a", count: 100_000)
    let sections = try briefing("## \(long)\n\n## \(long)b").sectionIdentities()
    #expect(sections.allSatisfy { $0.path[0].utf8.count < 100 })
    #expect(sections[0].path != sections[1].path)
  }

  @Test func `a large section is sampled from its start`() throws {
    let start = (0..<8000).map { "w\($0)" }.joined(separator: " ")
    let a = try briefing("## A\n\n\(start)\n\nmore").identity(ofSection: 0)
    let b = try briefing("## A\n\n\(start)\n\n" + String(repeating: "other words ", count: 100_000)).identity(
      ofSection: 0)
    #expect(a == b)
  }
}
