/// A page that is made to cost a careless importer time, memory or text: a piece repeated, with what makes it matter around it.
public struct HostilePage: Sendable {
  /// What it repeats, in words that can be printed.
  public let name: String
  private let sample: RepeatedSample

  /// The page in about so many bytes.
  public func html(_ byteCount: Int) -> [UInt8] { sample.bytes(byteCount) }

  private init(
    _ name: String, start: String = "", opening: (String, Int)? = nil, end: String = "",
    piece: @escaping @Sendable (Int) -> String
  ) {
    self.name = name
    sample = RepeatedSample(start: start, opening: opening, end: end, piece: piece)
  }

  private init(_ piece: String, start: String = "", end: String = "") {
    self.init(start.isEmpty ? piece : "\(start.prefix(40)) and \(piece)", start: start, end: end) { _ in piece
    }
  }

  // MARK: Shapes

  /// A shape of each kind.
  public static var all: [HostilePage] { repeated + framed + numbered + deep + grown }

  private static let prose =
    "<p>This is a long paragraph of prose that says something, so that the page has an article with words in it.</p>"

  /// Pieces that are enough by themselves.
  private static let repeated: [HostilePage] = [
    "<div>", "<table><tr><td>", "<ul><li>", "<ol start=999999999><li>", "<blockquote>", "<b>", "<b><p>",
    "<a href=x>",
    "<a href=#a><div>", "</p></div>", "</p>", "</br>", "<p>", "<p><button>", "<sup>", "<q>", "<h1>x",
    "<h1><div>",
    "<h2>x", "<header>", "<time>", "<time>x", "<b itemprop=author>x", "<a rel=author>x</a>", "<br>", "<hr>",
    "<pre>x", "<dl><dt>x<dd>y", "<li>x", "<td>x", "<tr><td>a<td>b", "<caption>x", "<li id=a>",
    "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "<img src=x alt=y>", "<img src=x>", "<sup>\u{301}</sup>",
    "# ", "#", "* ", "*", "_a", "[", "![", "](", "`", "``a", "&amp;", "&", "&#", "&a", "&lt;b>", ":a", "{",
    "~", "^", "%%", "==",
    "|", "<p>1. ", "<p># ", " ", "\n", "<", "<!", "<!--", "<!-->", "<!doctype [", "<!doctype [<!a>",
    "<!doctype [<!a '>",
    "<![CDATA[", "<?", "</", "</b", "<b ", "<b a='", "<script>", "<style>", "<title>", "<title>x</title>",
    "<textarea>",
    "\u{202E}", "\u{301}", "\u{FFFE}", "<p>\u{1B}[31m", "<math alttext='&#27;[31m'>", "<nav>x", "<p hidden>x",
  ].map { HostilePage($0) }

  /// Pieces that matter within something else.
  private static let framed: [HostilePage] = [
    HostilePage("<input type=checkbox>", start: "\(prose)<ul><li>"),
    HostilePage("x<br>", start: "\(prose)<h2>"),
    HostilePage("word ", start: String(repeating: "<a href=#a><div>", count: 100)),
    HostilePage("word ", start: String(repeating: "<time><b itemprop=author>", count: 100)),
    HostilePage("<br>", start: "\(prose)<p>"),
    HostilePage("<a href=y> </a>", start: "\(prose)<p>"),
    HostilePage("<span>", start: "<p><button>"),
    HostilePage("<p>", start: "<p><button>" + String(repeating: "<span>", count: 200)),
    HostilePage("<li>", start: "<ul><li><table>" + String(repeating: "<span>", count: 200)),
    HostilePage("<td colspan=32>x", start: "<table><tr><td>a<td>b<tr><td>a<td>b<tr>"),
    HostilePage("<tr><td rowspan=32 colspan=63><td>x", start: "<table>"),
    HostilePage("<tr><td><td>", start: "<table><tr>" + String(repeating: "<th>x", count: 64)),
    HostilePage("x<tr><td>a<td>b", start: "<table>"),
    HostilePage("<p>T", start: "<title>T</title>"),
    HostilePage("<p>By A", start: "<title>T</title><meta name=author content=A>"),
    HostilePage("a", start: "<p class='", end: "'>\(prose)"),
    HostilePage("a ", start: "<p class='", end: "'>\(prose)"),
    HostilePage("a=1 ", start: "<p ", end: ">\(prose)"),
    HostilePage("{\"@graph\":[", start: "<script type='application/ld+json'>"),
    HostilePage(
      "{\"@type\":\"Article\",\"author\":[{\"name\":\"\"}]},", start: "<script type='application/ld+json'>["),
    HostilePage("a&b&", start: "<p><a href='?", end: "'>x</a>"),
    HostilePage("../", start: "<base href=https://example.org/><p><a href='", end: "'>x</a>"),
    HostilePage("<li><a href=y>x</a>", start: "\(prose)<h2>Related</h2><ul>"),
    HostilePage("\n", start: "<pre>", end: "x</pre>"),
    HostilePage("`", start: "<pre>", end: "</pre>"),
    HostilePage("`", start: "<p><code>", end: "</code>"),
  ]

  /// Pieces that are told apart by a number.
  private static let numbered: [HostilePage] = [
    HostilePage("authors") { "<meta name=author content='Writer \($0)'>" },
    HostilePage("tags") { "<meta property=article:tag content='tag \($0)'>" },
    HostilePage("attributes of one element", start: "<p ", end: ">\(prose)") { "a\($0)=1 " },
    HostilePage("elements of many names") { "<e\($0)>x" },
    HostilePage("notes") { "<p>x<sup><a href=#n\($0)>1</a></sup><p id=n\($0)>y" },
    HostilePage("notes in notes", start: "<p>" + prose) {
      "<sup><a href=#n\($0)>1</a></sup><ol><li id=n\($0)>y"
    },
    HostilePage("links of one paragraph", start: "<p>") { "<a href=\($0)>x</a>" },
  ]

  /// What is repeated within a hundred containers, which each line starts with.
  private static let deep: [HostilePage] = [
    "<ul><li>", "<ol start=999999999><li>", "<blockquote>", "<blockquote><ul><li>",
  ].flatMap { (container: String) -> [HostilePage] in
    let start = prose + String(repeating: container, count: 100)
    let framed = ["<p>x", "x<br>", "<hr>", "<pre>x</pre>", "<table><tr><td>a<td>b<tr><td>c<td>d</table>"].map
    { piece in
      HostilePage("\(piece) in a hundred \(container)", start: start) { _ in piece }
    }
    let code = ["\n", "x\n"].map { line in
      HostilePage("code in a hundred \(container)", start: start + "<pre>x", end: "x</pre>") { _ in line }
    }
    return framed + code
  }

  /// What is large by two things at once.
  private static let grown: [HostilePage] = [
    HostilePage("one link around paragraphs", start: "<p><a href='https://example.org/", opening: ("a", 2)) {
      $0 == 0 ? "'>" : "<p>x"
    },
    HostilePage("one link around lines", start: "<p><a href='https://example.org/", opening: ("a", 2)) {
      $0 == 0 ? "'>" : "x<br>"
    },
    HostilePage("one base of links", start: "<base href='https://example.org/", opening: ("a", 2)) {
      $0 == 0 ? "/'>" : "<p><a href=y>x</a>"
    },
    HostilePage("one base of pictures", start: "<base href='https://example.org/", opening: ("&", 2)) {
      $0 == 0 ? "/'>" : "<img src=y alt=x>"
    },
    HostilePage(
      "a title that nearly is the heading", start: "<title>", opening: ("a", 2), end: "b</h1>\(prose)"
    ) {
      $0 == 0 ? "</title><h1>" : "a"
    },
  ]

  // MARK: Random

  private static let pieces = [
    "<div>", "</div>", "<p>", "</p>", "<ul>", "<ol start=5>", "<li>", "</li>", "</ul>", "<blockquote>",
    "</blockquote>",
    "<table>", "<tr>", "<td>", "<td rowspan=3>", "<th colspan=2>", "<caption>", "</table>", "<pre>", "</pre>",
    "<b>", "</b>",
    "<i>", "<a href=\"/x?a=1&b\">", "<a href=#n>", "</a>", "<sup>", "</sup>", "<p id=n>", "<img src=a alt=b>",
    "<br>", "<hr>",
    "<h1>", "<h2>", "</h2>", "<code>", "</code>", "<q>", "<math alttext=c>", "<input type=checkbox>", "<nav>",
    "<!-- c -->",
    "<!-->", "<![CDATA[", "]]>", "&amp;", "&#27;", "&#x202e;", "x", "some words ", " ", "\n", "*", "_", "#",
    "[", "`", "|", "\\",
    "1. ", "- ", "^[", "{{", "==", "~~", "<script>", "</script>", "<svg>", "</svg>", "<section>", "<article>",
  ]

  /// Some pieces of pages, repeated: the same for the same seed.
  public init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func some(_ counts: ClosedRange<Int>) -> String {
      (0..<Int.random(in: counts, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    let opening = (some(1...3), 3)
    let pieces = (0..<Int.random(in: 1...3, using: &random)).map { _ in some(1...5) }
    self.init("seed \(seed): \(opening.0) and \(pieces.joined())", opening: opening) {
      pieces[$0 % pieces.count]
    }
  }
}
