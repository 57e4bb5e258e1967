/// The section of briefing(5) about JSON that is printed.
enum OutputManual {
  /// Each kind of output with its keys, in their order.
  static let outputs: [(command: String, keys: String)] = [
    (
      "briefing list --json",
      """
      path, title, date, dateFrom, source, tags, sections, words, unread, unreadSections, changed, starred, and problem \
      where a file cannot be read. What is above the sections is unread or read too, and none of them. \
      briefing next --json prints one such object, or null.
      """
    ),
    (
      "briefing search --json",
      """
      query, total, hits (path, title, date, dateFrom, number, section, slug, line, snippet, score, missing, link), \
      corrections (typed, words). The hits are all sections that have all words; total counts them, also where fewer \
      briefings are shown.
      """
    ),
    (
      "briefing import --json",
      """
      path, title, date, url, status: written, new (with --dry-run), known, or updated \
      (its publisher has changed it since, and the file is kept); of a list of feeds title and feed, its \
      address.
      """
    ),
    (
      "briefing show --since-read --format json",
      """
      path, readAt (seconds since 1970), changed, new, removed, wordsAdded, wordsRemoved, sections (change, number, \
      title, slug, line, wordsAdded, wordsRemoved, blocks). A change is changed, new or removed. Blocks hold runs of kind \
      and text; a kind is same, added or removed. Where the text as it was read is not kept any more (512 kB of a \
      briefing, compressed, and 64 MB in all), blocks and counts are null.
      """
    ),
    (
      "briefing show --format json",
      "metadata, sections and blocks, as below. With --section only the blocks of that section, in their containers."
    ),
  ]

  /// Each part of a document with its keys, in their order.
  static let parts: [(term: String, keys: String)] = [
    (
      "metadata",
      """
      title, date, dateFrom (metadata, name, heading or file), source, author, tags, summary, lang, url, updated, details \
      (key, value), warnings (line, message).
      """
    ),
    ("a section", "Those of briefing outline --json, and range: it and its subsections."),
    ("every block", "kind, range (start, end), lines (first, last)."),
    ("heading, paragraph, tableCell", "level, nothing, alignment; then text (plain) and inlines."),
    ("codeBlock", "fenced, info, text."),
    ("htmlBlock, linkDefinition", "text, as it is written."),
    ("alert, list, item", "type; start, delimiter, tight; done; then children."),
    ("blockQuote, definition", "children."),
    ("table, tableRow", "columns, header; then children. A row has only the cells that are written."),
    ("footnoteDefinition", "label, children."),
    ("every inline", "kind, range."),
    ("text, characterReference, code, html", "text: what it stands for."),
    ("emphasis, strong, strikethrough, mark", "children."),
    (
      "link, image",
      "destination, title, children; the first two are null where they would repeat a definition beyond the file's size."
    ),
    ("footnoteReference", "label."),
    ("thematicBreak, softBreak, lineBreak", "Nothing more."),
  ]

  /// Adds the section.
  static func add(to page: inout MdocPage) {
    page.section("JSON")
    page.text(
      """
      Keys come in this order. Positions are offsets in bytes, lines start at 1. JSON nests as deep as the file does, and \
      some programs that read JSON have a limit.
      """)
    page.list(outputs.map { (term: $0.command, meaning: $0.keys) })
    page.part("Documents")
    page.list(parts.map { (term: $0.term, meaning: $0.keys) })
  }
}
