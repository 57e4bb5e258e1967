import BriefingCore

@testable import BriefingReader

/// Texts that many tests read.
enum Samples {
  /// Six sections at two levels, long enough to scroll.
  static let sections = """
    # Page

    Lead text before all sections.

    ## Missile sale

    Alpha one.

    Alpha two.

    Alpha three.

    ### Congress

    Beta one.

    Beta two.

    ## F-35 hopes

    Gamma one. The **F**-35 again.

    Gamma two.

    #### Deep

    Delta one.

    ## PKK talks

    Epsilon one.

    Epsilon two.

    Epsilon three, the end.
    """

  /// A paragraph whose words are numbered, in lines that break where the width says.
  static let longParagraph = (1...120).map { "word\($0)" }.joined(separator: " ")

  static func row(
    _ title: String, _ date: String = "2025-05-15", source: String? = nil, tags: [String] = [],
    problem: String? = nil
  ) -> CatalogueRow {
    CatalogueRow(
      path: "news/\(title).md", title: title, date: BriefingDate(date), source: source, tags: tags,
      sections: 3,
      words: 500, problem: problem)
  }

  static let library = [
    row("Ankara and the jets", "2025-05-15", source: "Bloomberg", tags: ["nato"]),
    row("İstanbul meeting", "2025-05-16", source: "DSCA"),
    row("Erdoğan in Washington", "2025-05-14", tags: ["talks"]),
    row("broken", "2025-05-13", problem: "permission denied"),
  ]

  static let libraryFiles = [
    "news/Ankara and the jets.md": sections,
    "news/İstanbul meeting.md": "# Istanbul\n\nMeeting text.\n",
    "news/Erdoğan in Washington.md": "Just text, no section.\n",
  ]
}
