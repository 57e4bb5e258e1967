import BriefingSearch
import Testing

/// The hosts of links are words of their sections.
@Suite struct LinkHostTests {
  private static let text = """
    # News

    ## Markets [again](https://markets.example.net/a)

    Prices [rose](https://www.bloomberg.com/a/b?c=reuters) and
    [fell](https://www.bloomberg.com/other) ![chart](https://images.example.org/chart.png).

    ## Weather

    <a href="http://weather.example.com">Rain</a>, see <https://reuters.com/x> and [rates][r].

    ## Mail

    [Write](mailto:desk@bloomberg.com), [read](other.md), [see](ftp://ftp.example.org/).

    [r]: https://Rates.Example.EU:8080/today
    """

  /// The sections that a query finds, by number, and that both ways say so.
  private func sections(_ query: String) throws -> [String] {
    let library = try SearchedLibrary([("q1q.md", Self.text)])
    let scan = library.other
    try library.search.refresh(.always)
    let found = try [library.search, scan].map {
      try $0.search(SearchQuery(parsing: query), limit: 10, folding: .none)
    }
    #expect(found[0].hits == found[1].hits && found[0].total == found[1].total, "\(query)")
    return found[0].hits.filter(\.missing.isEmpty).map(\.number).sorted()
  }

  @Test(arguments: [
    ("bloomberg.com", ["1"]), ("bloomberg", ["1"]), ("\"bloomberg.com\"", ["1"]),
    ("markets.example.net", ["1"]),
    ("weather.example.com", ["2"]), ("reuters", ["2"]), ("rates.example.eu", ["2"]),
    ("bloomberg rose", ["1"]),
    // As it stands in a browser.
    ("www.bloomberg.com", ["1"]), ("https://www.bloomberg.com/", ["1"]), ("HTTPS://Reuters.com", ["2"]),
    ("https://www.bloomberg.com/a/b", []), ("\"www.bloomberg.com\"", []), ("www.", []),
    ("section:bloomberg", []), ("title:bloomberg", []), ("8080", []), ("images.example.org", []),
    ("desk", []), ("ftp.example.org", []), ("www", []),
  ])
  func hostsAreFound(query: String, numbers: [String]) throws {
    #expect(try sections(query) == numbers, "\(query)")
  }

  @Test func aHitSaysThatItWasFoundInALink() throws {
    let library = try SearchedLibrary([("a.md", Self.text)])
    try library.search.refresh(.always)
    for search in [library.search, library.other] {
      func host(_ query: String) throws -> String? {
        try search.search(SearchQuery(parsing: query), limit: 1).hits.first?.excerpt?.host
      }
      #expect(try host("bloomberg") == "bloomberg.com")
      #expect(try host("rose bloomberg") == "bloomberg.com")
      #expect(try host("markets.example.net") == "markets.example.net")
      // It stands in the text, too, or in the heading.
      #expect(try host("reuters") == nil)
      #expect(try host("markets") == nil)
      #expect(try host("rose") == nil)
    }
  }

  /// A word of the text says more than one of a link.
  @Test func textComesBeforeLinks() throws {
    let library = try SearchedLibrary([
      ("link.md", "---\ndate: 2025-02-01\n---\n[some](https://acme.com/) words that stand here\n"),
      ("text.md", "---\ndate: 2025-01-01\n---\nsome words of acme that stand here\n"),
    ])
    for number in 0..<20 { try library.write("z\(number).md", "other words of no matter\n") }
    try library.search.refresh(.always)
    for search in [library.search, library.other] {
      #expect(try library.find("acme", by: search) == ["text.md", "link.md"])
    }
  }
}
