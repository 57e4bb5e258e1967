import CommonMarkSamples

/// Random Markdown documents of some lines, the same for the same seed.
struct DocumentGenerator {
  private var random: SeededGenerator
  private let tokens: [String]

  /// The document of a seed.
  static func document(seed: UInt64, _ dialect: ComparedDialect) -> [UInt8] {
    var generator = DocumentGenerator(seed: seed, dialect)
    return Array(generator.make().utf8)
  }

  private init(seed: UInt64, _ dialect: ComparedDialect) {
    random = SeededGenerator(seed: seed)
    tokens =
      switch dialect {
      case .commonmark: Self.plain
      case .gfm: Self.plain + Self.extended
      case .briefing: Self.plain + Self.extended + Self.footnotes
      }
  }

  private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

  private mutating func make() -> String {
    var text =
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3: inlines(Int.random(in: 1...25, using: &random))
      case 3..<7: lines(Int.random(in: 1...9, using: &random))
      case 7: sample()
      default: mutated(chance(3) ? sample() : lines(Int.random(in: 2...6, using: &random)))
      }
    if chance(40) { text = text.replacing("\n", with: chance(2) ? "\r\n" : "\r") }
    return text
  }

  /// Tokens one after another.
  private mutating func inlines(_ count: Int) -> String {
    (0..<count).map { _ in pick(chance(40) ? Self.rare : tokens) }.joined()
  }

  /// Lines that start with the marks of some containers.
  private mutating func lines(_ count: Int) -> String {
    (0..<count).map { _ in
      var line = ""
      for _ in 0..<Int.random(in: 0...3, using: &random) { line += pick(Self.openings) }
      return line + (chance(5) ? "" : inlines(Int.random(in: 1...5, using: &random))) + "\n"
    }.joined()
  }

  /// A piece of what other tests and measurements are done on.
  private mutating func sample() -> String {
    let bytes: [UInt8]
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes = TokenSample(seed: random.next()).bytes(60)
    case 1:
      let hostile = HostileSample.all
      bytes = hostile[Int.random(in: hostile.indices, using: &random)].bytes(
        Int.random(in: 4...80, using: &random))
    default:
      let news = NewsSample.make(byteCount: 1500, seed: random.next())
      let start = Int.random(in: 0..<news.count / 2, using: &random)
      bytes = Array(news[start..<start + Int.random(in: 50...500, using: &random)])
    }
    return String(decoding: bytes.prefix(600), as: UTF8.self)
  }

  /// Leaves out, doubles, moves and adds pieces of a text.
  private mutating func mutated(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &random) where !scalars.isEmpty {
      let start = Int.random(in: 0..<scalars.count, using: &random)
      let range = start..<min(scalars.count, start + Int.random(in: 1...6, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scalars.removeSubrange(range)
      case 1: scalars.insert(contentsOf: scalars[range], at: start)
      case 2:
        let place = Int.random(in: 0...scalars.count, using: &random)
        scalars.insert(contentsOf: scalars[range], at: place)
      default:
        let token = pick(chance(40) ? Self.rare : tokens)
        scalars.insert(contentsOf: token.unicodeScalars, at: start)
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}

extension DocumentGenerator {
  /// What stands at the start of lines.
  private static let openings = [
    "> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "  ", "   ", "    ", " ", "\t", "-\t", "# ", "-     ",
    "-",
  ]

  /// What means something in CommonMark.
  private static let plain =
    TokenSample.tokens.filter { !["~", "~~", "[^n]", "[^n]: ", "> [!NOTE]\n", "- [x] "].contains($0) } + [
      "a", "b", "a", " ", "\n", "\n", "(", ")", "(/u)", "<u v>", "\"t\"", "'t'", "=", "-", "+", "#", "##",
      "## a ##\n",
      "***", "___", "* * *\n", "=\n", "-\n", "<pre>", "<script>", "<style ",
      "<?", "?>", "<![CDATA[", "]]>", "<a href='b'>", "</a>", "<x y=z />", "&#35;", "&#x0;", "&nbsp;",
      "&copy",
      "````\n", "~~~~ c d\n", "~~~", "```", "> ", ">\n", "-\n", "1.\n", "10. ", "123456789) ", "1234567890. ",
      "[a][b]", "[b]: <> \"t\"\n", "[a b]", "![a][]", "[A\nB]", "]:", "\\\\", "\\*", "\\[", "\\<", "http:",
      "a@b.c",
      "<a@b.c>", "    a\n", "\t\ta\n", "x\n\n  ", "* a\n\n  ", "</div>", "<!---->", "<table>\n",
    ]

  /// What means something in GFM.
  private static let extended = [
    "~", "~~", "- [x] ", "[ ] ", ":-:|", "|a|b|\n|-|-|\n", "|-\n", "| c | d |\n", "-|-\n",
    ":-|-:\n",
    "\\|", "|", "`|`", "www.a.b", "http://", "https://a.b/c_d", "ftp://c", "://", ".", "@", "d@e.f", "_g@h.i",
    "mailto:", "<title>", "<XMP>", "&lt;", ";", "?", "(www.a.b)", "_", "a_b.c",
  ]

  private static let footnotes = [
    "[^n]", "[^n]", "[^m]", "[^n]: ", "[^n]:\n", "\n[^m]: a\n\n    ", "[^o]: [^m] ", "\n\n    a", "[^N]",
    "[^n]:", "[^",
    "^", "![^n]", "[^n][a]", "[^n](/u)", "[^a b]",
  ]

  /// What is different, rarely.
  private static let rare = [
    "\u{A0}", "\u{B}", "\u{C}", "\0", "£", "“", "🍄", "ı", "ß", "İ", "Σ", "\u{301}", "\u{3000}", "\u{2028}",
    "\u{FEFF}",
    "\u{1}", "\u{7F}", "\u{FFFD}", "<!A", "</pre>", "</script>", "<textarea", "www.",
  ]
}
