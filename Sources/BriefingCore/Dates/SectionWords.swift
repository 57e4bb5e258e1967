/// What newspapers and sites call their sections and kinds of articles, as it stands beside a date: `2 Jan 2026 | News`.
enum SectionWords {
  /// Whether a text is such a word. Case and diacritics do not matter.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count <= 40 && words.contains(Folding.all.fold(text))
  }

  /// Whether some words hold one, or what such a page itself is called: `Daily briefing`.
  static func isAmong(_ text: Substring) -> Bool {
    text.utf8.count <= 100
      && text.split { !$0.isLetter }.contains {
        isOne(String($0)) || pages.contains(Folding.all.fold(String($0)))
      }
  }

  private static let pages: Set = [
    "briefing", "brief", "briefings", "digest", "bulletin", "daily", "weekly", "roundup", "minutes", "notes",
    "log",
    "简报", "日报", "周报", "дайджест", "overzicht", "ubersicht", "boletin", "lettre", "letter",
  ]

  private static let words = Set(
    """
    news|world|politics|business|economy|markets|finance|technology|tech|science|health|sport|sports|culture|arts|opinion|\
    analysis|article|articles|blog|blog post|feature|features|report|reports|press|press release|press releases|media release|\
    statement|announcement|announcements|newsletter|newsletters|update|updates|release|releases|release notes|interview|\
    podcast|story|stories|editorial|international|national|local|climate|environment|energy|security|research|publications|\
    nachrichten|politik|wirtschaft|wissenschaft|kultur|meinung|pressemitteilung|\
    actualites|politique|economie|societe|culture|communique de presse|noticias|politica|economia|comunicado de prensa|\
    notizie|noticias|aktualne|zpravy|politika|ekonomika|tiskova zprava|wiadomosci|nieuws|nyheter|nyheder|haberler|\
    новости|политика|экономика|общество|наука|культура|мнение|новини|新闻|新聞|要闻|政治|经济|經濟|科技|社会|ニュース|経済|国際|뉴스|정치|경제|사회|국제|\
    أخبار|سياسة|اقتصاد|חדשות|כלכלה|समाचार|tin tức|berita|ข่าว
    """.split(separator: "|").map { Folding.all.fold(String($0)) })
}
