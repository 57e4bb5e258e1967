/// An article as others publish it, and what a reader sees of it: the same for the same seed.
public struct ArticleSample: Sendable {
  /// A part of the article that starts a line.
  public enum Part: Hashable, Sendable {
    case heading(String)
    case paragraph(String)
    case quote(String)
    case items([String], isNumbered: Bool)
    case code(String)
    case table([[String]])
  }

  /// Its title, which its parts do not repeat.
  public let title: String
  /// Its text, in order; no two neighbours are lists or quotations.
  public let parts: [Part]
  private let seed: UInt64

  /// Words between which whatever means something in Markdown or HTML stands as plain text.
  private static let signs = [
    "*", "_a_", "**b", "`x`", "[1]", "[x](y)", "<b>", "</p>", "&amp;", "&copy", "#", "~~no~~", ":smile:",
    "{{v}}", "10^6^",
    "==a==", "%%c%%", "![i](j)", "a|b", "\\", "$5", "^[n]", "https://example.org/a_b", "<!--", "H~2~O",
    "x*y*z", "{#id}", "--",
    "@someone", "é", "東京", "😀", "1.", "+", ">", "[^1]", "]]>", "snake_case", "'", "\"", "...", "[[w]]",
    "{%t%}", "::: a",
  ]

  /// The article of a seed.
  ///
  /// - Parameter hasSigns: Whether its sentences have signs of markup; else words alone.
  public init(seed: UInt64, hasSigns: Bool = true) {
    var random = SeededGenerator(seed: seed)
    let words = ArticleWords(signs: hasSigns ? Self.signs : [])
    title = words.title(&random)
    var parts: [Part] = [.paragraph(words.paragraph(&random))]
    for _ in 0..<Int.random(in: 3...14, using: &random) {
      let kind = Int.random(in: 0..<12, using: &random)
      switch (kind, parts.last) {
      case (0...1, .paragraph): parts.append(.heading(words.title(&random)))
      case (2, .paragraph): parts.append(.quote(words.paragraph(&random)))
      case (3...4, .paragraph):
        let items = (0..<Int.random(in: 2...5, using: &random)).map { _ in words.sentence(&random) }
        parts.append(.items(items, isNumbered: kind == 3))
      case (5, .paragraph) where hasSigns:
        parts.append(.code("let x = [\(words.word(&random))] // <&*>\n\n  end"))
      case (6, .paragraph) where hasSigns:
        let rows = (0..<3).map { _ in (0..<3).map { _ in words.word(&random) } }
        parts.append(.table(rows))
      default: parts.append(.paragraph(words.paragraph(&random)))
      }
    }
    // A heading without a text is none of an article's.
    parts.append(.paragraph(words.paragraph(&random)))
    self.parts = parts
    self.seed = seed
  }

  /// The lines of text that a reader sees, the title left out.
  public var lines: [String] {
    parts.flatMap { part in
      switch part {
      case .heading(let text), .paragraph(let text), .quote(let text), .code(let text): [text]
      case .items(let items, _): items
      case .table(let rows): rows.flatMap(\.self)
      }
    }
  }

  /// The titles of its sections.
  public var sections: [String] {
    parts.compactMap { if case .heading(let text) = $0 { text } else { nil } }
  }

  // MARK: As it is published

  /// A page with all that stands around an article: none of that is seen in a briefing.
  public var page: String {
    """
    <!DOCTYPE html><html lang="en"><head><title>\(Self.escaped(title)) | The Example</title>
    <meta property="og:title" content="\(Self.escaped(title))"><style>p { color: red }</style>
    <script>if (a < b) document.write("<p>Not a text</p>")</script></head><body>
    <nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
    <article><h1>\(Self.escaped(title))</h1>
    \(body)
    </article><aside><h2>Most read</h2><p>What else is read today by many people in the world.</p></aside>
    <footer><p>© The Example. All rights reserved.</p></footer></body></html>
    """
  }

  /// The article alone as HTML, its lines broken and its words marked wherever that shows nothing.
  public var body: String {
    var random = SeededGenerator(seed: seed ^ 0xB0D7)
    return parts.map { Self.html($0, &random) }.joined(separator: "\n")
  }

  /// An RSS feed of which the article is the only entry.
  public var feed: String {
    """
    <?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title><item><title>\(Self.escaped(title))</title>
    <guid isPermaLink="false">tag:example.org,\(seed)</guid><description>\(Self.escaped(body))</description></item></channel></rss>
    """
  }

  /// Plain text as it is pasted: parts are divided by blank lines, and lists have signs or numbers.
  public var text: String {
    let texts = parts.map { part in
      switch part {
      case .heading(let text), .paragraph(let text), .code(let text): text
      case .quote(let text): "> " + text
      case .items(let items, let isNumbered):
        items.enumerated().map { (isNumbered ? "\($0.offset + 1). " : "- ") + $0.element }.joined(
          separator: "\n")
      case .table(let rows): rows.map { $0.joined(separator: " ") }.joined(separator: "\n")
      }
    }
    return ([title] + texts).joined(separator: "\n\n") + "\n"
  }

  private static func html(_ part: Part, _ random: inout SeededGenerator) -> String {
    switch part {
    case .heading(let text): "<h2>\(escaped(text))</h2>"
    case .paragraph(let text): "<p>\(marked(text, &random))</p>"
    case .quote(let text): "<blockquote><p>\(marked(text, &random))</p></blockquote>"
    case .items(let items, let isNumbered):
      (isNumbered ? "<ol>" : "<ul>") + items.map { "<li>\(marked($0, &random))" }.joined(separator: "\n")
        + (isNumbered ? "</ol>" : "</ul>")
    case .code(let text): "<pre><code>\(escaped(text))\n</code></pre>"
    case .table(let rows):
      "<table><thead><tr>\(rows[0].map { "<th>\(escaped($0))</th>" }.joined())</tr></thead>"
        + rows.dropFirst().map { "<tr>\($0.map { "<td>\(escaped($0))" }.joined())</tr>" }.joined()
        + "</table>"
    }
  }

  /// A text whose words are links, strong or broken over lines here and there.
  private static func marked(_ text: String, _ random: inout SeededGenerator) -> String {
    text.split(separator: " ").map { word in
      let word = escaped(String(word))
      return switch Int.random(in: 0..<16, using: &random) {
      case 0: "<b>\(word)</b>"
      case 1: "<em class=x>\(word)</em>"
      case 2: "<a href=\"https://example.org/?a=1&amp;b=(2)\">\(word)</a>"
      case 3: "<!-- gone --><span>\(word)</span>"
      case 4: "\n   \(word)"
      default: word
      }
    }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

/// The words of an article: sentences of news, with signs among them.
private struct ArticleWords {
  let signs: [String]

  private static let words = """
    the government said that ships had left harbour with grain for east while talks about ceasefire were expected go on in
    capital after weeks of dispute and nobody could say how long prices would fall before end year budget bridge vote power
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  func word(_ random: inout SeededGenerator) -> String { Self.words.randomElement(using: &random) ?? "" }

  /// Some words that start with a capital letter and end without a full stop.
  func title(_ random: inout SeededGenerator) -> String {
    let text = (0..<Int.random(in: 3...6, using: &random)).map { _ in word(&random) }.joined(separator: " ")
    return "A" + " " + text
  }

  func sentence(_ random: inout SeededGenerator) -> String {
    var texts = (0..<Int.random(in: 8...18, using: &random)).map { _ in
      signs.isEmpty || !random.oneIn(6) ? word(&random) : signs.randomElement(using: &random) ?? ""
    }
    texts[0] = "Then"
    return texts.joined(separator: " ") + "."
  }

  func paragraph(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 2...4, using: &random)).map { _ in sentence(&random) }.joined(separator: " ")
  }
}
