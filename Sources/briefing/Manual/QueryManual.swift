/// The section of briefing(1) about what can be searched for.
enum QueryManual {
  /// What can be typed, and what it finds.
  static let forms: [(term: String, meaning: String)] = [
    ("missile sale", "Both words in one section, in any order, and in their other forms."),
    ("\"missile sale\"", "These forms, side by side in this order."),
    ("\"missile sale\"~5", "Within five words of each other."),
    ("jet OR missile", "One of them; also written or, or |."),
    ("missile -sale", "Without a word; also written NOT sale."),
    ("turk*", "Words that start with it."),
    (
      "title:sale", "In the title of the briefing; section: in that of the section, tag: or # among the tags."
    ),
    ("source:reuters", "In the front matter; also author: path: and lang:."),
    (
      "after:2025-05-01",
      "That day and later; before: is earlier. A month or a year serve as well as a day, and today and yesterday."
    ),
    ("date:2025-05", "In that month; date:2025-05-01..2025-05-20 is a span."),
    ("newer:2w", "In the last two weeks; d, w, m and y are days, weeks, months and years."),
    (
      "is:unread",
      "Sections not yet read; is:read those that are, is:starred with a star, is:changed changed since they were read."
    ),
  ]

  /// How the search reads what is typed.
  static let rules = """
    A query finds the sections that have all of its words, in their text, their title, the title of the briefing or its \
    tags, whatever their case and accents. The best come first. Where fewer than ten sections have all words, those that \
    lack some follow and say which. Words such as what and the need not occur where others do.

    A word that occurs nowhere is taken for the nearest ones, misle for missile, and the search says so. F35, F-35 and \
    F 35 find each other, and so do us and U.S., 3000 and 3,000. Other signs are taken literally: $304, C++. The hosts of \
    links are words: bloomberg.com.

    Words match their inflections, ranked below the form that was typed, in 28 languages: by lang, else by the most common \
    words of the text. Korean words match with particles behind them, and Müller matches Mueller. Briefings with nearly the \
    same text, and translations (a.md, a.de.md), are one result that says how many copies there are.

    The library has an index from 2 MB of text on. Each search brings it up to date; if it cannot be written, a search reads \
    every briefing and says that this is slower.
    """

  /// Adds the section.
  static func add(to page: inout MdocPage) {
    page.section("QUERIES")
    page.text(rules)
    page.list(forms)
  }
}
