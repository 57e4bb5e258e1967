import BriefingCore
import CommonMark
import Testing

@testable import BriefingLayout

/// A place is found again in an edited briefing, or it is said that it is gone.
@Suite struct AnchorTests {
  private static let notes = """
    # T

    Lead.

    ## A

    Some words that refer to a note[^x] in the first section, and to another[^y].

    ### Below

    Words below the first section, of no interest to anybody.

    ## B

    Words of the second section, with *emphasis* and so on.

    [^x]: The first note says something about missiles and their makers.
    [^y]: The second note has nothing to say but that it is there.
    """

  private func place(_ page: Page, _ text: String) throws -> Place {
    let match = try #require(FindText(page)?.matches(of: FindQuery(text))?.first)
    return Place(unit: match.unit, offset: match.range.lowerBound)
  }

  /// What stands at a place, a word or two.
  private func text(_ page: Page, _ place: Place) -> String {
    String(
      decoding: Array(page.text(of: place.unit).string.utf8).dropFirst(place.offset).prefix(20), as: UTF8.self
    )
  }

  /// Every row of a page with everything: notes, tables, code, rules, the title block.
  @Test(arguments: [1, 24, 80]) func `in a text that did not change every place is the same, at any width`(
    width: Int
  ) throws {
    let settings = Page.Settings(details: .open)
    for markdown in [
      Everything.frontMatter + Everything.markdown, Self.notes, "- \n- \n\n> \n\n---\n\n---\n\n---\n",
    ] {
      let page = try Sample.page(markdown, width: width, settings)
      let other = try Sample.page(markdown, width: 61, settings)
      for (place, _) in page.lines(from: Place(), count: .max) {
        let anchor = page.anchor(of: place)
        let stored = try #require(Anchor(text: anchor.text))
        let found = try #require(try other.place(of: stored))
        #expect(found.place == place)
        #expect(found.match == .exact)
      }
    }
  }

  @Test func `slices of long leaves are places as others are`() throws {
    let words = (0..<3000).map { "word\($0)" }.joined(separator: " ")
    let code = (0..<900).map { "line \($0)" }.joined(separator: "\n")
    let rows = (0..<300).map { "| row \($0) | b |" }.joined(separator: "\n")
    let markdown = "## A\n\n\(words)\n\n```\n\(code)\n```\n\n| a | b |\n|---|---|\n\(rows)\n"
    var bounds = LeafBounds()
    (bounds.leaf, bounds.slice, bounds.lines) = (2048, 1024, 64)
    func page(_ markdown: String, _ width: Int) throws -> Page {
      let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
      return try Page(cutting: briefing, bounds, width: width)
    }
    let old = try page(markdown, 80)
    let narrow = try page(markdown, 30)
    for unit in 0..<old.unitCount {
      let place = Place(unit: unit, offset: min(5, old.text(of: unit).string.utf8.count))
      #expect(try narrow.place(of: old.anchor(of: place))?.place == place)
    }
    // Other cuts, the same words.
    let new = try page(markdown.replacing("word0 ", with: "Some new words here come first word0 "), 80)
    for word in ["word7 ", "word1500 ", "word2990 ", "line 500", "row 200"] {
      let found = try #require(try new.place(of: old.anchor(of: place(old, word))))
      #expect(text(new, found.place).hasPrefix(word))
    }
  }

  @Test func `text that is inserted above moves no place`() throws {
    let old = try Sample.page(Self.notes)
    let inserted = Self.notes.replacing(
      "## A\n", with: "More lead.\n\n## New\n\nWords.\n\n## A\n\nA new paragraph.\n")
    let new = try Sample.page(inserted, width: 70)
    for words in ["words that refer", "anybody", "with emphasis", "note says", "nothing to say"] {
      let place = try place(old, words)
      let found = try #require(try new.place(of: old.anchor(of: place)))
      #expect(text(new, found.place) == text(old, place))
      #expect(try PageReplacement(of: old, by: new).place(of: place).place == found.place)
    }
  }

  @Test func `in a paragraph that was changed the text around the place is found`() throws {
    let old = try Sample.page(Self.notes)
    let new = try Sample.page(
      Self.notes.replacing("Some words that", with: "Here are a few other words which"))
    let place = try place(old, "first section, and")
    let found = try #require(try new.place(of: old.anchor(of: place)))
    #expect(found.match == .quote)
    #expect(text(new, found.place) == text(old, place))
  }

  @Test func `where nothing of the place is left its section is shown`() throws {
    let old = try Sample.page(
      "## A\n\nOne long paragraph about missiles that stays.\n\nGone words in it.\n\n## B\n\nx")
    let new = try Sample.page("## B\n\nx\n\n## A\n\nOne long paragraph about missiles that stays.\n")
    let found = try #require(try new.place(of: old.anchor(of: place(old, "Gone"))))
    #expect(found.match == .section)
    #expect(text(new, found.place).hasPrefix("One long"))
  }

  @Test func `what is gone is not found, and the reader stands before what followed it`() throws {
    let old = try Sample.page(Self.notes)
    let below = "### Below\n\nWords below the first section, of no interest to anybody.\n\n"
    let new = try Sample.page(Self.notes.replacing(below, with: ""))
    let place = try place(old, "no interest")
    #expect(try new.place(of: old.anchor(of: place)) == nil)
    let replacement = try PageReplacement(of: old, by: new)
    let found = try replacement.place(of: place)
    #expect(found.match == nil)
    #expect(text(new, found.place) == "B")
    #expect(replacement.section(1) == nil)
    #expect(replacement.section(2) == 1)
    #expect(replacement.changes.summary == "1 section gone")
  }

  /// The old text, the new one, and what the reader stands at afterwards.
  @Test(arguments: [
    ("## Congress\n\nOne.\n\nTwo.", "## The house\n\nOne.\n\nTwo.", "One."),
    ("## Congress\n\nOne.\n\nTwo.", "## The house\n\nOther.\n\nWords.", "Other."),
    ("## Congress\n\nOne.\n\nTwo.", "## X\n\nNew.\n\n## Y\n\nNew.", "After"),
  ])
  func `a small section under another title is not found, but the reader stands there`(
    old: String, new: String, line: String
  ) throws {
    func page(_ middle: String) throws -> Page {
      try Sample.page("## Before\n\nWords of the first.\n\n\(middle)\n\n## After\n\nWords of the last.\n")
    }
    let (old, new) = (try page(old), try page(new))
    let place = try place(old, "One.")
    #expect(try new.place(of: old.anchor(of: place)) == nil)
    let found = try PageReplacement(of: old, by: new).place(of: place)
    #expect(found.match == nil)
    #expect(text(new, found.place) == line)
  }

  @Test func `a paragraph that was moved to another section is found there`() throws {
    let moved = "Words below the first section, of no interest to anybody."
    let old = try Sample.page(Self.notes)
    let new = try Sample.page(
      Self.notes.replacing(moved + "\n", with: "").replacing("## B\n", with: "## B\n\n\(moved)\n"))
    let found = try #require(try new.place(of: old.anchor(of: place(old, "no interest"))))
    #expect(found.match == .exact)
    #expect(text(new, found.place).hasPrefix("no interest"))
  }

  @Test func `a note is found by its text where its label is another`() throws {
    let old = try Sample.page(Self.notes)
    let new = try Sample.page(Self.notes.replacing("[^x]", with: "[^z]").replacing("[^y]", with: "[^x]"))
    let found = try #require(try new.place(of: old.anchor(of: place(old, "about missiles"))))
    #expect(text(new, found.place).hasPrefix("about missiles"))
  }

  @Test func `of equal blocks the one with the same neighbours is found`() throws {
    let list = ["one", "same", "two", "same", "three"]
    func page(_ items: [String]) throws -> Page {
      try Sample.page("## A\n\n" + items.map { "- \($0)\n" }.joined())
    }
    let old = try page(list)
    let new = try page(["new", "newer"] + list)
    #expect(try new.place(of: old.anchor(of: Place(unit: 2)))?.place.unit == 4)
    #expect(try new.place(of: old.anchor(of: Place(unit: 4)))?.place.unit == 6)
  }

  @Test func `the top of a page is an anchor too, and an empty page has one`() throws {
    let old = try Sample.page(Self.notes)
    let new = try Sample.page("New.\n\n" + Self.notes.replacing("# T", with: "# Another title"))
    let anchor = old.anchor(of: Place())
    #expect(try new.place(of: anchor)?.match == .section)
    let empty = try Sample.page("")
    #expect(try empty.place(of: anchor) == nil)
    #expect(try empty.place(of: empty.anchor(of: Place())) == nil)
    #expect(try PageReplacement(of: old, by: empty).place(of: Place(unit: 3)).place == Place())
    #expect(try PageReplacement(of: empty, by: old).place(of: Place()).place == Place())
  }

  @Test func `an anchor that says anything leads to a place of the page or to none`() throws {
    let page = try Sample.page(Self.notes)
    for (place, _) in page.lines(from: Place(), count: .max) {
      var anchor = page.anchor(of: place)
      (anchor.offset, anchor.skip, anchor.byteOffset) = (.max, .max, .max)
      guard let found = try page.place(of: anchor) else { continue }
      #expect(page.row(of: found.place) < page.rowCount(of: found.place.unit))
      #expect(!page.lines(from: found.place, count: 1).isEmpty)
    }
  }

  @Test func `finding can be stopped`() throws {
    let page = try Sample.page(Self.notes)
    #expect(throws: CancellationError.self) { try page.place(of: page.anchor(of: Place(unit: 4))) { true } }
    #expect(throws: CancellationError.self) { try PageReplacement(of: page, by: page) { true } }
  }

  @Test func `in an unchanged file a place is found without a look at the rest`() throws {
    let text = (1...400).map { "## Part \($0 % 3)\n\nThe same words.\n" }.joined(separator: "\n")
    let page = Page(try Briefing(parsing: Array(text.utf8), file: .init(name: "a")), width: 40)
    for unit in [0, 1, 2, 399, 400, 798, page.unitCount - 1] {
      let place = page.place(unit: unit, row: 0)
      let anchor = page.anchor(of: place).text
      // Nothing asks whether to go on.
      #expect(try page.place(ofStored: anchor, isUnchanged: true, isCancelled: { true }) == place)
    }
    // What is said to be unchanged and is not is looked for.
    let other = Page(
      try Briefing(parsing: Array(("Above.\n\n" + text).utf8), file: .init(name: "a")), width: 40)
    let anchor = page.anchor(of: Place(unit: 399)).text
    #expect(try other.place(ofStored: anchor, isUnchanged: true) == other.place(ofStored: anchor))
  }
}
