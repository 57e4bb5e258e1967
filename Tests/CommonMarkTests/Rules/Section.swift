import Testing

/// A section that has rules.
struct Section: CustomTestStringConvertible, Sendable {
  /// Its number in CommonMark 0.31.2; after `GFM`, in GFM 0.29; or the name of what no specification has.
  var number: String
  var title: String

  var testDescription: String { "\(number) \(title)" }

  /// Every section that says what a parser must do.
  static let all = [
    ("2.1", "Characters and lines"), ("2.2", "Tabs"), ("2.3", "Insecure characters"),
    ("2.4", "Backslash escapes"), ("2.5", "Entity and numeric character references"), ("3.1", "Precedence"),
    ("3.2", "Container blocks and leaf blocks"), ("4.1", "Thematic breaks"), ("4.2", "ATX headings"),
    ("4.3", "Setext headings"), ("4.4", "Indented code blocks"), ("4.5", "Fenced code blocks"),
    ("4.6", "HTML blocks"), ("4.7", "Link reference definitions"), ("4.8", "Paragraphs"),
    ("4.9", "Blank lines"), ("5.1", "Block quotes"), ("5.2", "List items"), ("5.3", "Lists"),
    ("6", "Inlines"), ("6.1", "Code spans"), ("6.2", "Emphasis and strong emphasis"), ("6.3", "Links"),
    ("6.4", "Images"), ("6.5", "Autolinks"), ("6.6", "Raw HTML"), ("6.7", "Hard line breaks"),
    ("6.8", "Soft line breaks"), ("6.9", "Textual content"),
    ("GFM 4.10", "Tables"), ("GFM 5.3", "Task list items"), ("GFM 6.5", "Strikethrough"),
    ("GFM 6.9", "Autolinks"), ("GFM 6.11", "Disallowed raw HTML"),
    ("Footnotes", "as GitHub has them"), ("Alerts", "as GitHub has them"),
  ].map { Section(number: $0.0, title: $0.1) }
}
