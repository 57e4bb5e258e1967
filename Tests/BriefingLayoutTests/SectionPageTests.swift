import BriefingLayout
import Testing

/// A section alone has the footnotes that it refers to, and no others.
@Suite struct SectionPageTests {
  private func text(_ markdown: String, section: Int) throws -> String {
    let briefing = try Sample.page(markdown).briefing
    return Sample.text(Page(briefing, width: 40, section: section))
  }

  private static let rule = "────────────"

  private static let markdown = """
    ---
    title: Front
    summary: Matter
    ---
    Lead[^lead].

    ## One

    One[^both].

    ### Below

    Below[^deep], again[^both].

    ### Plain

    Plain.

    ## Two

    Two[^lead].

    [^both]: Both.
    [^lead]: Lead.

        Second block.
    [^deep]: Deep, see[^deeper].
    [^deeper]: Deeper.
    [^kept]: Unreferenced.
    """

  @Test(arguments: [
    (
      0,
      """
      One

      One[2].

      Below

      Below[3], again[2].

      Plain

      Plain.

      \(rule)
      [2] Both.
      [3] Deep, see[4].
      [4] Deeper.

      """
    ),
    (1, "Below\n\nBelow[3], again[2].\n\n\(rule)\n[2] Both.\n[3] Deep, see[4].\n[4] Deeper.\n"),
    (2, "Plain\n\nPlain.\n"),
    (3, "Two\n\nTwo[1].\n\n\(rule)\n[kept]\n    Unreferenced.\n[1] Lead.\n\n    Second block.\n"),
  ])
  func notes(section: Int, expected: String) throws {
    #expect(try text(Self.markdown, section: section) == expected)
  }

  @Test(arguments: [
    // The containers around a section, and what else is in them, are not its own; their markers are.
    ("1. a\n2. b\n\n   ## H\n3. c", 0, "2. H\n\n3. c\n"),
    ("> a\n>\n> ## H\n>\n> b\n\nc", 0, "▏ H\n▏\n▏ b\n\nc\n"),
    // Notes in a container stay there; in one that is not the section's, they follow.
    ("## A\n\n> a[^n]\n>\n> [^n]: b\n\nc", 0, "A\n\n▏ a[1]\n▏\n▏ [1] b\n\nc\n"),
    ("> a\n>\n> [^n]: b\n\n## A\n\nc[^n]", 0, "A\n\nc[1]\n\n▏ [1] b\n"),
    // A note in a note.
    (
      "## A\n\na[^n]\n\n## B\n\n[^n]: b[^m]\n\n    [^m]: c", 0,
      "A\n\na[1]\n\n\(rule)\n[1] b[2]\n\n    [2] c\n"
    ),
    ("## A\n\na[^m]\n\n## B\n\n[^n]: b\n\n    [^m]: c", 0, "A\n\na[1]\n\n\(rule)\n[n] [1] c\n"),
    // A section in a note.
    ("## A\n\na[^n]\n\n[^n]: b\n\n    ## C\n\n    c\n\n    d", 1, "[1] C\n\n    c\n\n    d\n"),
  ])
  func containers(markdown: String, section: Int, expected: String) throws {
    #expect(try text(markdown, section: section) == expected)
  }
}
