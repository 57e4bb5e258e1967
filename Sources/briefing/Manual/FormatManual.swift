import BriefingCore

/// briefing(5): the form of the files.
enum FormatManual {
  /// The page.
  static func page(date: String) -> String {
    var page = MdocPage(name: "briefing", section: 5, date: date)
    page.section("NAME")
    page.macro("Nm", "briefing")
    page.macro("Nd", "files that briefing reads, and the JSON that it prints")
    page.section("DESCRIPTION")
    page.text(
      """
      A briefing is a Markdown file whose name ends in .md or .markdown. A library is a folder of them, with its \
      folders. Files and folders whose names begin with a dot do not belong to it.
      """)
    page.part("Text")
    page.text(
      """
      The Markdown is that of CommonMark 0.31.2 with the tables, task lists, strikethrough, footnotes and alerts of \
      GitHub, and with what newsletters and exports add: HTML tags, wiki links, notes in the line, definition lists, \
      marked text between ==, and names of emoji between colons.

      Every heading opens a section. A single heading of the first level before all others is the title of the page. \
      Characters that could command a terminal are shown by a sign.
      """)
    page.part("Front matter")
    page.text(
      """
      What stands before the text describes the briefing. It is optional, and may be YAML between lines of ---, TOML \
      between lines of +++, YAML, TOML or JSON in a fence, a JSON object, lines such as "Title: ...", the properties \
      of Logseq, the title lines of pandoc or those of Org.
      """)
    page.display(
      """
      ---
      title: The week in energy
      date: 2025-05-15
      source: The desk
      author: [A. Writer, B. Writer]
      tags: [gas, grid]
      summary: What it says, in a sentence.
      lang: en
      url: https://example.org/energy
      ---
      """)
    page.text(
      """
      Of several keys of one meaning the first that has a value counts. Upper and lower case, hyphens, underscores \
      and blanks in keys make no difference. All other keys are shown as details.
      """)
    page.list(
      MetadataKey.allCases.map {
        (
          ["Cm", MdocPage.argument($0.names[0])],
          "\(meaning(of: $0)) Keys: \($0.names.joined(separator: ", "))."
        )
      })
    page.part("Dates")
    page.text(
      """
      A date is a day or a month: 2025-05-15, 2025/05/15, 15.05.2025, 15 May 2025, May 15, 2025, 20250515, with or \
      without a time, or a number of seconds. A week of ISO 8601, 2025-W20, is its Monday. A date that can be read in two ways, such as 03/04/2025, is not used.

      Without a date in the front matter it is that in the name of the file or of one of its folders, else that in \
      the first heading. Else the briefing is listed by the time of its file, after a tilde, below all that have a \
      date, and no search by date finds it.
      """)
    OutputManual.add(to: &page)
    ConfigurationManual.add(to: &page)
    page.section("LIMITS")
    page.text(
      """
      A briefing may have up to 256 MB, 3 million blocks and 250,000 headings (from 64 MB on one in 256 bytes). Larger \
      files, and files that are not text, are named and not read. The text is UTF-8, UTF-16 with a byte order mark, or what the file declares.

      In a paragraph of more than 262,144 marks (brackets, stars, links, ends of lines and the like), a bracket or star \
      that stays open for that many is shown as written, and the program says so. The dialects gfm and commonmark have no \
      such limit.
      """)
    page.section("SEE ALSO")
    page.macro("Xr", ["briefing", "1"])
    return page.source
  }

  private static func meaning(of key: MetadataKey) -> String {
    switch key {
    case .date: "When it is from."
    case .updated: "When it was last changed."
    case .title: "Its title; else the heading that opens the page, else the name of the file in words."
    case .url: "Where it is on the web: an absolute address."
    case .source: "Who published it."
    case .author: "Who wrote it: a name, a list of names, or a map with a name."
    case .summary: "What it says, in a sentence."
    case .tags: "Words for its subjects, as a list or separated by commas."
    case .language: "Its language, as in en or de-CH."
    case .unread: "Whether it counts as unread before it was opened: true or false."
    case .read: "Whether it counts as read before it was opened: true or false."
    }
  }
}
