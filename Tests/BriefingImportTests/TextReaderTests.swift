import BriefingCore
import Testing

@testable import BriefingImport

/// Articles in plain text.
@Suite struct TextReaderTests {
  private static let lead =
    "The United States has cleared the way for a possible sale of missiles worth $304 million to Turkey, as both sides look for closer ties, the government said on Wednesday."

  /// As it is copied from a page: a line is a paragraph, headings have no markup.
  private static let article = """
    \(lead)
    Rubio visits Turkey for NATO talks
    Secretary of State Marco Rubio is in Turkey this week, where he meets NATO's foreign ministers on 15 May 2025.
    He is expected to go on to Istanbul for talks on a ceasefire between Russia and Ukraine.
    What has Turkey asked for?
    Turkey has asked for 53 advanced medium-range missiles, which cost $225 million, according to Bloomberg.
    It also wants 60 Block II missiles, estimated at $79.1 million. The main contractor would be RTX Corporation.
    Hopes for the F-35
    The deal belongs to a wider effort of Turkey's to modernise its forces after years of strained relations.
    PKK says it will disarm
    The Kurdish group has announced that it will lay down its arms, and talks about its fighters go on in Syria.
    Energy and aviation
    Turkey is looking at larger imports of liquefied natural gas, and works on an order of Boeing aircraft.
    """
  private static let headings = [
    "Rubio visits Turkey for NATO talks", "What has Turkey asked for?", "Hopes for the F-35",
    "PKK says it will disarm", "Energy and aviation",
  ]

  @Test(arguments: [false, true])
  func `an article's short lines are its sections`(hasBlankLines: Bool) throws {
    let text = hasBlankLines ? Self.article.split(separator: "\n").joined(separator: "\n\n") : Self.article
    let read = try ReadBack(TextReader.briefing(text))
    #expect(read.sections == Self.headings)
    #expect(read.leaves == text.split(separator: "\n").map(String.init))
    // What the text mentions is not what it says of itself.
    #expect(read.briefing.metadata.date == nil || read.briefing.metadata.dateOrigin?.isGuess == true)
    #expect(read.briefing.metadata.source == nil)
    #expect(read.briefing.metadata.authors == [])
    #expect(read.briefing.metadata.title.hasPrefix("The United States has cleared the way"))
  }

  /// Where a text has headings, one may stand above a short paragraph; without any it is a line like others.
  @Test func `a short paragraph has a heading where others have`() throws {
    let short = "Customs\nThe union is renewed.\nThanks to all\nSee you\n"
    let read = try ReadBack(TextReader.briefing(Self.article + "\n" + short))
    #expect(read.sections == Self.headings + ["Customs"])
    #expect(try ReadBack(TextReader.briefing(Self.lead + "\n" + short)).sections.isEmpty)
  }

  @Test func `the line above the lead is the title`() throws {
    let imported = TextReader.briefing("Missiles for Turkey\n\n" + Self.article)
    #expect(imported.title == "Missiles for Turkey")
    let read = try ReadBack(imported)
    #expect(read.leaves.first == Self.lead)
    #expect(read.sections == Self.headings)
    #expect(imported.fileName == "missiles-for-turkey")
  }

  @Test func `lines that a program has broken are joined`() throws {
    let read = try ReadBack(
      TextReader.briefing(
        """
        Grain prices fall again

        By A. Writer
        15 May 2025

        Prices of grain fell for the third week in a row on Wednesday, and traders
        expect them to go on falling as ships leave the ports of the Black Sea in
        larger numbers than in any month since the war began.

        What happens next

        The board meets on Monday, and votes on what it has been asked for since the
        start of the year.

        The desk
        12 Main Street
        """))
    #expect(read.briefing.metadata.title == "Grain prices fall again")
    #expect(read.sections == ["What happens next"])
    #expect(
      read.leaves == [
        "By A. Writer 15 May 2025",
        "Prices of grain fell for the third week in a row on Wednesday, and traders expect them to go on falling as ships leave the ports of the Black Sea in larger numbers than in any month since the war began.",
        "What happens next",
        "The board meets on Monday, and votes on what it has been asked for since the start of the year.",
        "The desk 12 Main Street",
      ])
  }

  /// As Windows and old Macs end lines, and as some feeds and mails have them.
  @Test(arguments: ["\r\n", "\r"]) func `lines end in any of the three ways`(ending: String) throws {
    let text = """
      A title here

      First paragraph is a line that is quite long so it is a paragraph by itself.
      Second paragraph is a line that is quite long and is a paragraph by itself.
      Third paragraph is a line that is quite long and is a paragraph by itself.

      A Heading
      This is the text below the heading, long enough to be a paragraph of its own, really.
      Another.

      * one
      * two

      """
    let expected = TextReader.briefing(text)
    #expect(expected.blocks.count > 8)
    let other = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
    #expect(TextReader.briefing(other) == expected)
    let json = { (text: String) in text.replacing("\n", with: "\\n").replacing("\r", with: "\\r") }
    let feed = { (text: String) in
      let head =
        #"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","title":"T","content_text":""#
      return try Importer().briefings(from: Array((head + json(text) + "\"}]}").utf8)).briefings
    }
    let expectedOfFeed = try feed(text)
    #expect(try feed(other) == expectedOfFeed)
  }

  @Test func `bullets, numbers and quotations become Markdown's`() throws {
    let read = try ReadBack(
      TextReader.briefing(
        """
        Markets

        • Wheat: down 3 %
        • Maize
            • in Odesa
        • Rye

        1. Monday
        2. Tuesday

        > said one
        >> and another
        """))
    #expect(read.containers == ["bullets": 2, "numbers": 1, "item": 6, "quote": 2])
    #expect(
      read.leaves == [
        "Wheat: down 3 %", "Maize", "in Odesa", "Rye", "Monday", "Tuesday", "said one", "and another",
      ])
  }

  @Test func `underlined lines are headings, others of signs are breaks`() throws {
    let read = try ReadBack(
      TextReader.briefing("News of the day\n===\n\nMARKETS\n-------\nUp.\n\n* * * * *\n\nMore.\n"))
    #expect(read.briefing.metadata.title == "News of the day")
    #expect(read.sections == ["MARKETS"])
    #expect(read.leaves == ["MARKETS", "Up.", "More."])
  }

  /// Each line is an article of its own below a title.
  @Test(arguments: [
    "A *star*, __two__, `code` and ~~struck~~ or ==marked== ~one~ x^2^.", "# 1 in the charts, not a heading.",
    "1984. That was the year.", "+1 for that, he wrote.", "=== not a line, nor --- that.", ": defined.",
    "[a](b) ![c](d) [[e]] [^1]",
    "<b>bold</b> <script>x</script> <https://example.org> 3 < 5 > 2", "AT&amp;T &copy; &#27; R&D",
    "{{ value }} {% tag %} {:.class} :tada: %%hidden%% ^[note]", "a | b | c", "| - | - |", "!!! note",
    "\\* \\\\ back\\slash",
    "snake_case_name and _under_ and a_b", "ends with a #", "C# #", "    set in",
    "http://example.org/a_b_c?d=*e* www.example.org",
    "a@example.org", "**\"quoted\"**word and *a*b*", "5~8 and 20~30", "::: warning", "[toc] {#id}", "* * *x",
    "- - a",
    "```code```", "~~~ x", "Title: value", "key:: value", "%% a", "% title", "#+TITLE: x", "港口*关闭*，**船**停。",
  ])
  func `text that looks like Markdown stays text`(line: String) throws {
    let read = try ReadBack(TextReader.briefing("A title\n\nFirst words.\n\nx \(line)\n\n\u{2014} \(line)\n"))
    #expect(read.leaves == ["First words.", "x \(line)".onOneLine, "\u{2014} \(line)".onOneLine])
    let runs = [InlineRun(line.onOneLine)]
    let alone = try ReadBack(with(blocks: [.paragraph(runs), .heading(2, runs), .table([[runs], [runs]])]))
    #expect(alone.leaves == Array(repeating: line.onOneLine, count: 4))
  }

  private func with(blocks: [ImportBlock]) -> ImportedBriefing {
    var briefing = ImportedBriefing()
    briefing.blocks = blocks
    return briefing
  }

  @Test func `columns keep their places`() throws {
    let table = "Wheat     230   -3\nMaize     210   -2\nRye       190    0"
    let read = try ReadBack(TextReader.briefing("Prices\n\nAs of today:\n\n\(table)\n"))
    #expect(read.leaves == ["As of today:", table + "\n"])
  }

  @Test(arguments: ["", "\n\n", " \t\n", "\u{0}\u{1B}"])
  func `nothing gives nothing`(text: String) {
    #expect(TextReader.briefing(text).blocks == [])
  }

  @Test func `a file's name is the title of what has none`() {
    #expect(TextReader.briefing("words. of a text.\n", fileName: "energy deals").title == "energy deals")
    #expect(TextReader.briefing("words. of a text.\n", fileName: "a").title == "words. of a text")
    #expect(TextReader.briefing("words. of a text.\n", fileName: "pasted").title == "words. of a text")
  }

  /// Each line is looked at with its neighbours, never with all that follow.
  @Test func `many lines without a blank one are as many paragraphs`() throws {
    let line =
      "Words of a long article, which go on and on for a while; and they end: with a stop, at last, here it is."
    let text = Array(repeating: line, count: 20_000).joined(separator: "\n")
    #expect(TextReader.briefing(text).blocks.count == 20_000)
  }

  @Test func `deep quotations do not become deep calls`() throws {
    let read = try ReadBack(TextReader.briefing(String(repeating: ">", count: 100_000) + " deep\n"))
    #expect(read.leaves == ["deep"])
  }
}
