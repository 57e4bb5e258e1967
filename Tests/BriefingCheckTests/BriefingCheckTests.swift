import BriefingCheck
import BriefingCore
import Testing

/// What a check finds, where, and what it lets pass.
@Suite struct BriefingCheckTests {
  /// A link checker that knows two files.
  private struct Links: LinkChecking {
    var asked: [String] = []

    mutating func problem(with destination: String) -> (rule: CheckRule, message: String)? {
      asked.append(destination)
      return destination == "gone.md" ? (.brokenLink, "no file gone.md") : nil
    }
  }

  private static func findings(
    _ text: String, name: String = "2025-05-15-a.md", _ rules: Set<CheckRule>
  ) throws -> [String] {
    var links = Links()
    let briefing = try Briefing(
      parsing: Array(text.utf8), file: Briefing.FileFacts(name: name, modified: nil))
    return BriefingCheck.findings(in: briefing, rules: rules, links: &links).map {
      "\($0.position.line):\($0.position.column) \($0.rule.rawValue)"
    }
  }

  @Test(arguments: [
    // Headings.
    ("## A\n\n#### B\n\n### C\n", CheckRule.skippedLevel, ["3:1"]),
    ("#### A\n\n##### B\n", .skippedLevel, []),
    ("# Page\n\n### A\n", .skippedLevel, ["3:1"]),
    ("## A\n\n### B\n\n## C\n\n### B\n\n## A\n", .duplicateHeading, ["9:1"]),
    ("## A *b*\n\n## A  b\n", .duplicateHeading, ["3:1"]),
    ("## \n\n## A\n", .emptyHeading, ["1:1"]),
    // Front matter.
    ("---\ndate: 03/04/2025\n---\n# A\n", .frontMatter, ["2:1"]),
    ("---\ntitle: A\n---\ntext\n", .missingTitle, []),
    ("text\n", .missingTitle, ["1:1"]),
    ("# A\n", .missingTitle, []),
    // Notes.
    ("A[^1]\n\n[^1]: B\n\n[^2]: C\n", .unusedNote, ["5:1"]),
    ("A[^1] and [^two].\n\n[^1]: B\n", .undefinedNote, ["1:11"]),
    ("`[^1]` \\[^1] [^ 1] [^]\n\n    [^1]\n", .undefinedNote, []),
    // Rows.
    (
      "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 |\n| 1 | 2 | 3 |\n| a\\|b | `c|d` |\n", .unevenRow,
      ["3:1", "5:1", "6:1"]
    ),
    ("a | b\n---|---\n1 | 2\n1 | \n", .unevenRow, ["4:1"]),
    ("Bank     Rate\n-------  ----\nFed\nBoE      4\n", .unevenRow, []),
    ("Bank|s   Rate\n-------  ----\nA | B    4\n", .unevenRow, []),
    // Characters: a run counts once; what scripts and emoji need passes.
    ("a\u{1B}\u{1B}[31mb\n\nü\u{200B}\u{202E}\n", .controlCharacter, ["1:2", "3:2"]),
    ("\u{FEFF}می\u{200C}خواهم 👩\u{200D}💻 ☀\u{FE0F} co\u{AD}op\tb\r\n", .controlCharacter, []),
    // Links.
    ("See [a](gone.md), ![b](gone.md) and [c](there.md).\n", .brokenLink, ["1:5", "1:19"]),
    // Sources.
    (
      "## A\n\nText.\n\n## B\n\n[x](https://example.org)\n\n## C\n\n## D\n\n<a href=\"x\">y</a>\n",
      .unsourcedSection, ["1:1"]
    ),
    ("---\nsource: The desk\n---\n## A\n\nText.\n", .unsourcedSection, []),
  ])
  func rules(text: String, rule: CheckRule, places: [String]) throws {
    #expect(try Self.findings(text, [rule]) == places.map { "\($0) \(rule.rawValue)" })
  }

  @Test(arguments: [("a", ["1:1 missing-date"]), ("2025-05-15-a", [])])
  func namesMayStateTheDate(name: String, found: [String]) throws {
    #expect(try Self.findings("# A\n", name: name, [.missingDate]) == found)
  }

  @Test func findingsComeInTheOrderOfTheFile() throws {
    let found = try Self.findings(
      "## A\n\nA[^x] [b](gone.md)\n\n## A\n", [.duplicateHeading, .undefinedNote, .brokenLink])
    #expect(found == ["3:2 undefined-note", "3:7 broken-link", "5:1 duplicate-heading"])
  }

  // One line of a megabyte with as many findings as it can have takes one pass for their columns.
  @Test func manyFindingsInOneLine() throws {
    let found = try Self.findings(String(repeating: "[^a]", count: 250_000), [.undefinedNote])
    #expect(found.count == 250_000)
    #expect(found.last == "1:999997 undefined-note")
  }
}
