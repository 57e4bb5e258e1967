import Testing

@testable import BriefingCore

/// What a reader is told of an edit.
@Suite struct SectionChangesTests {
  private func changes(_ old: String, _ new: String) throws -> SectionChanges {
    let briefings = try [old, new].map { try Briefing(parsing: Array($0.utf8), file: .init(name: "sample")) }
    return try SectionChanges(from: briefings[0], to: briefings[1])
  }

  private let old = """
    # T

    Lead.

    ## A

    The missiles that Turkey asked for will be delivered in *spring*, the [ministry](https://a.example) said.[^1]

    ## B

    Oil fell below seventy dollars after traders read that pipelines from Iraq reopen next week.

    [^1]: On Monday.
    """

  @Test(arguments: [
    ("white space", "delivered in *spring*", "delivered\nin   _spring_"),
    ("where a link leads", "https://a.example", "https://b.example"),
    ("a quotation mark", "T\n", "T \n"), ("a note's label", "[^1]", "[^note]"),
    ("a paragraph that is divided", "for will", "for\n\nwill"),
  ]) func `an edit without a changed word is no change`(name: String, from: String, to: String) throws {
    let found = try changes(old, old.replacing(from, with: to))
    #expect(found.isEmpty, "\(name)")
    #expect(found.summary == nil)
  }

  @Test func `changed words, titles, notes and the lead count, each in its section`() throws {
    #expect(try changes(old, old.replacing("seventy", with: "sixty")).changed.map(\.new) == [1])
    #expect(try changes(old, old.replacing("## A", with: "## A, at last")).changed.map(\.new) == [0])
    #expect(try changes(old, old.replacing("Monday", with: "Friday")).changed.map(\.new) == [0])
    #expect(try changes(old, old.replacing("Lead.", with: "A lead.")).isLeadChanged)
  }

  @Test func `the summary counts what changed, came and went`() throws {
    let new = old.replacing("seventy", with: "sixty").replacing("Lead.", with: "A lead.")
    #expect(try changes(old, new).summary == "2 sections changed")
    #expect(try changes(old, old + "\n\n## C\n\nNew.").summary == "1 section new")
    let other = "# T\n\nA lead.\n\n## C\n\nJudges in Strasbourg heard lawyers of both parties before June."
    #expect(try changes(old, other).summary == "1 section changed, 1 new, 2 gone")
  }
}
