import BriefingCore
import BriefingLayout
import CommonMark
import Testing

/// Footnotes have numbers, and stand at the end of the top section in which they are first referred to.
@Suite struct FootnoteTests {
  private static let rule = "────────────"

  @Test(arguments: [
    // Numbers by first reference, whatever the labels and the order of the definitions.
    (
      "a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X",
      "a[1] b[2] c[1]\n\n\(rule)\n[1] X\n[2] Y\n"
    ),
    // At the end of the lead, and of a top section with those below it.
    (
      "# T\n\nlead[^l]\n\n## A\n\na[^a]\n\n### AA\n\naa\n\n## B\n\nb[^b]\n\n[^a]: on A\n[^b]: on B\n[^l]: on lead",
      """
      T

      lead[1]

      \(rule)
      [1] on lead


      A

      a[2]

      AA

      aa

      \(rule)
      [2] on A


      B

      b[3]

      \(rule)
      [3] on B

      """
    ),
    // Written before its section, shown at its end.
    (
      "[^a]: note\n\n## A\n\na[^a]\n\n## B\n\nb[^a]",
      "A\n\na[1]\n\n\(rule)\n[1] note\n\n\nB\n\nb[1]\n"
    ),
    // Of several blocks.
    (
      "a[^n]\n\n## B\n\nb\n\n[^n]: one\n\n    two\n\n    - three",
      "a[1]\n\n\(rule)\n[1] one\n\n    two\n\n    • three\n\n\nB\n\nb\n"
    ),
    // One that is referred to in another one follows it.
    (
      "## A\n\na[^a]\n\n## B\n\nb\n\n[^b]: deep\n[^a]: see[^b]",
      "A\n\na[1]\n\n\(rule)\n[1] see[2]\n[2] deep\n\n\nB\n\nb\n"
    ),
    // Those that only refer to themselves or each other stay.
    (
      "## A\n\na\n\n[^a]: to[^b]\n[^b]: to[^a]\n\n## B\n\nb",
      "A\n\na\n\n\(rule)\n[1] to[2]\n[2] to[1]\n\n\nB\n\nb\n"
    ),
    // Nobody refers to it: it keeps its label and its place.
    ("## A\n\na\n\n[^n]: note\n\n## B\n\nb", "A\n\na\n\n\(rule)\n[n] note\n\n\nB\n\nb\n"),
    // With a heading in it, or within a quote, it stays.
    (
      "a[^n]\n\n## B\n\nb\n\n[^n]:\n    ## H",
      "a[1]\n\n\nB\n\nb\n\n\(rule)\n[1] H\n"
    ),
    ("a[^n]\n\n## B\n\n> b\n>\n> [^n]: note", "a[1]\n\n\nB\n\n▏ b\n▏\n▏ [1] note\n"),
    // In a table and a heading.
    (
      "## A[^a]\n\n| b[^b] |\n|---|\n| c |\n\n[^a]: one\n[^b]: two",
      "A[1]\n\nb[2]\n────\nc\n\n\(rule)\n[1] one\n[2] two\n"
    ),
  ])
  func shows(markdown: String, expected: String) throws {
    #expect(try Sample.text(markdown) == expected)
  }

  private static let sections = """
    Lead[^one].

    ## A

    Text A[^two], and again[^one].

    ### AA

    Text AA.

    ## B

    Text B[^three].

    [^one]: First note.
    [^two]: Second note.

        | table | cell |
        |-------|------|
        | in    | note |
    [^three]: Third note.

    The end.
    """

  @Test func `units and blocks lead to each other wherever notes are shown`() throws {
    let page = try Sample.page(Self.sections)
    for unit in 0..<page.unitCount { #expect(page.unit(of: page.block(of: unit)) == unit) }
    let document = page.briefing.document
    for index in 0..<document.blockCount {
      let id = BlockID(index: Int32(index))
      switch document[id].kind {
      case .tableRow, .tableCell:
        #expect(page.unit(of: id) == page.unit(of: try #require(document[id].parent)))
      case .footnoteDefinition:
        #expect(page.unit(of: id) == page.unit(of: try #require(document[id].firstChild)))
      default: break
      }
    }
  }

  @Test func `the units of a note stand together`() throws {
    let page = try Sample.page(Self.sections)
    let texts = ["one", "two", "three"].map { label in
      page.briefing.document.footnote(labelled: label).map {
        page.units(in: $0).map { page.text(of: $0).string }
      }
    }
    #expect(texts == [["First note."], ["Second note.", "table\ncell\nin\nnote"], ["Third note."]])
  }

  @Test func `sections keep their order`() throws {
    let page = try Sample.page(Self.sections)
    let units = page.briefing.sections.map { page.unit(of: $0.heading) }
    #expect(units == units.sorted())
    #expect(units.first == 2)
  }

  @Test func `the fraction grows from start to end`() throws {
    let page = try Sample.page(Self.sections, width: 12)
    let fractions = page.lines(from: Place(), count: .max).map { page.fraction(of: $0.place) }
    #expect(fractions == fractions.sorted())
    #expect(fractions.first == 0)
    #expect(fractions.last.map { $0 > 0.95 && $0 <= 1 } == true)
  }

  @Test func `matches come in the order that is shown`() throws {
    let page = try Sample.page(Self.sections)
    let matches = try #require(FindText(page)?.matches(of: FindQuery("text")))
    #expect(matches == matches.sorted())
    let notes = try #require(FindText(page)?.matches(of: FindQuery("note.")))
    #expect(
      notes.map { page.lines(of: $0.unit)[0].text } == [
        "[1] First note.", "[2] Second note.", "[3] Third note.",
      ])
    #expect(notes[0].unit < page.unit(of: page.briefing.sections[0].heading))
  }

  @Test func `ten notes align`() throws {
    let references = (1...10).map { "[^\($0)]" }.joined()
    let notes = (1...10).map { "[^\($0)]: note" }.joined(separator: "\n")
    let lines = try Sample.text("a\(references)\n\n\(notes)", width: 60).split(separator: "\n")
    #expect(lines.dropFirst(2).first == "[1]  note")
    #expect(lines.last == "[10] note")
  }
}
