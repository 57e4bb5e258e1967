/// Inputs of any size that take a careless parser time that grows with the square of the size, or its stack.
public struct HostileSample: Sendable {
  /// What it is made of, in a few words.
  public let name: String
  private let make: @Sendable (Int) -> String

  /// About `byteCount` bytes of it.
  public func bytes(_ byteCount: Int) -> [UInt8] { Array(make(byteCount).utf8) }

  private init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    self.name = String(String.UnicodeScalarView(name.unicodeScalars.map { Self.symbols[$0] ?? $0 }))
    self.make = make
  }

  /// What a name shows for characters that have no sign.
  private static let symbols: [Unicode.Scalar: Unicode.Scalar] = [
    "\n": "⏎", "\r": "␍", "\t": "⇥", "\u{0}": "␀", "\u{B}": "␋", "\u{A0}": "⍽",
  ]

  /// One text over and over.
  private static func repeated(_ unit: String) -> HostileSample {
    HostileSample(unit) {
      String(repeating: unit, count: $0 / unit.utf8.count)
    }
  }

  /// One text over and over, then another as often.
  private static func nested(_ open: String, _ middle: String, _ close: String) -> HostileSample {
    HostileSample("\(open)…\(middle)…\(close)") {
      let count = $0 / (open.utf8.count + close.utf8.count)
      return String(repeating: open, count: count) + middle + String(repeating: close, count: count)
    }
  }

  /// One text, then another over and over.
  private static func led(by opening: String, _ unit: String) -> HostileSample {
    HostileSample("\(opening), \(unit)…") {
      opening + String(repeating: unit, count: $0 / unit.utf8.count)
    }
  }

  /// A unit for each number up to where the size is reached.
  private static func numbered(_ name: String, _ unit: @escaping @Sendable (Int) -> String) -> HostileSample {
    HostileSample(name) {
      var text = ""
      var number = 0
      while text.utf8.count < $0 {
        text += unit(number)
        number += 1
      }
      return text
    }
  }

  /// All of them.
  public static let all: [HostileSample] = inlines + links + html + blocks + extensions

  private static let inlines: [HostileSample] = [
    nested("*a **a ", "b", " a** a*"),
    nested("_a *b ", "c", "* d_"),
    repeated("a**b"), repeated("a**b**c* "), repeated("a_b "), repeated("*a_ "),
    repeated("**x [a*b**c*](d) "),
    repeated("a*b_c~d "), repeated("*_"), repeated("**a *a "), repeated("*"), repeated("_"),
    nested("**", "a", "**"), nested("*a_", "x", ""),
    numbered("backtick runs that grow") { "e" + String(repeating: "`", count: $0) },
    numbered("delimiter runs that grow") { String(repeating: "*", count: $0) + "a " },
    repeated("`a``b"), repeated("\\"), repeated("&"), repeated("&amp"), repeated("&#x10ffff"),
    repeated("a  \n"),
    repeated("a\\\n"), repeated("!"), repeated("é* "),
    repeated("a_ "), repeated("_a "), repeated("a***"), repeated("**_* "), repeated("a**b c* "),
    led(by: "a**b", "c* "), nested("*", "a", "*"), repeated("\\``"), repeated("``\\"), repeated("&amp;"),
    HostileSample("a line of spaces before a hard break") {
      "x" + String(repeating: " ", count: $0) + "x  \nx"
    },
  ]

  private static let links: [HostileSample] = [
    repeated("["), repeated("]"), repeated("[a"), repeated("[a]"), repeated("[]"), repeated("]("),
    repeated("a]"), repeated("[ a_"), repeated("]([\n"), repeated("[t](/u) "), repeated("[![i](u[)]() "),
    repeated("> [a](b\n"),
    nested("[", "a", "]"), nested("[", "a", "](b)"), nested("![", "a", "](b)"), repeated("![[]()"),
    repeated("[a]["),
    repeated("[a](<b"), repeated("[a](b"), repeated("[a](b \""), repeated("[a](b '"), repeated("[ (]("),
    repeated("[a](\\b "), repeated("[\\["), repeated("[x]: "), repeated("[a](b) ![c](d)"),
    nested("[a](", "", ")"), nested("![", "[a](b)", ""),
    HostileSample("one definition, many references") {
      "[a]: /" + String(repeating: "x", count: $0 / 2) + "\n\n" + String(repeating: "[a]", count: $0 / 6)
    },
    numbered("many definitions") { "[a\($0)]: /b\n" },
    numbered("many definitions, each used") { "[a\($0)]: /b\n\n[a\($0)]\n\n" },
    repeated("[a]: b\n\"c\n"), repeated("[a]: b 'c\n"),
    HostileSample("definitions of one label") { String(repeating: "[a]: /b\n", count: $0 / 8) + "\n[a]" },
    HostileSample("many definitions, none used") {
      var text = ""
      var number = 1
      while text.utf8.count < $0 * 4 / 5 {
        text += "[\(number)]: u\n"
        number += 1
      }
      return text + String(repeating: "[0] ", count: $0 / 20)
    },
    numbered("labels that collide in a known hash, each missed") { number in
      // The labels whose hash, as widely used tables have it, falls into one of 16 slots.
      guard ("x\(number)".utf8.reduce(UInt32(0)) { UInt32($1) &+ $0 &* 65599 }) % 16 == 0 else { return "" }
      return "[x\(number)]: /u\n\n[x0]\n\n"
    },
    HostileSample("nested brackets, a definition") {
      String(repeating: "[", count: $0 / 2) + String(repeating: "]", count: $0 / 2) + "\n\n[a]: /b"
    },
    HostileSample("brackets around and in an image's target") {
      let brackets = String(repeating: "[", count: $0 / 3)
      return brackets + "![i](/u" + brackets + ")](/o)" + String(repeating: "]", count: $0 / 3)
    },
    HostileSample("a long label, many brackets") {
      "[\(String(repeating: "b", count: 900))]: /c\n\n"
        + String(repeating: "[\(String(repeating: "a", count: 900))", count: $0 / 900)
    },
  ]

  private static let html: [HostileSample] = [
    repeated("<?"), repeated("a <?"), repeated("a <!--"), repeated("a <![CDATA["), repeated("a <!A "),
    repeated("<!--\n"),
    repeated("<a "), repeated("a <a b=\""), repeated("a <a b='"), repeated("</a"), repeated("<a:"),
    repeated("<a@b."),
    repeated("<"), repeated("<x a"), repeated("<script>\n"), repeated("<div>\n\n"), repeated("a <!---"),
    repeated("<!-"), repeated("<>"), led(by: "</", "<!--"), led(by: "a", "<?"), led(by: "a", "<![CDATA["),
    HostileSample("one > behind many <") { String(repeating: "<", count: $0) + ">" },
  ]

  private static let blocks: [HostileSample] = [
    nested("> ", "a", ""), nested(">", "a", ""), nested("- ", "a", ""), nested("1. ", "a", ""),
    nested("> - ", "a", ""),
    nested("* ", "", "a"), repeated("* "), repeated("- - x\n"), repeated("    "), repeated("\t"),
    repeated("\n"),
    HostileSample("deep quote, lazy lines") {
      String(repeating: ">", count: $0 / 2) + "a\n" + String(repeating: "b\n", count: $0 / 4)
    },
    HostileSample("deep list, lazy lines") {
      String(repeating: "- ", count: $0 / 4) + "a\n" + String(repeating: "b\n", count: $0 / 4)
    },
    HostileSample("deep list, blank lines") {
      String(repeating: "- ", count: $0 / 4) + "a\n" + String(repeating: "\n", count: $0 / 2)
    },
    HostileSample("deep quotes in a list, blank lines") {
      String(repeating: "> - ", count: $0 / 8) + "a\n" + String(repeating: "\n", count: $0 / 2)
    },
    HostileSample("deep list in a quote, blank lines of it") {
      "> " + String(repeating: "- ", count: $0 / 4) + "x\n" + String(repeating: ">\n", count: $0 / 4)
    },
    HostileSample("deep quote, closers") {
      String(repeating: ">", count: $0 / 3) + String(repeating: "a*", count: $0 / 3)
    },
    HostileSample("deep list, indented lines") {
      let depth = Int(Double($0).squareRoot())
      let indent = String(repeating: "  ", count: depth)
      return String(repeating: "- ", count: depth) + "a\n\n"
        + String(repeating: indent + "b\n\n", count: $0 / (2 * depth + 3))
    },
    HostileSample("list that deepens") {
      (0..<Int(Double($0).squareRoot())).map { String(repeating: "  ", count: $0) + "* a\n" }.joined()
    },
    HostileSample("quote that deepens") {
      (1..<Int(Double($0 * 2).squareRoot())).map { String(repeating: ">", count: $0) + "a\n" }.joined()
    },
    repeated("> a\n\n"), repeated("- a\n\n"), repeated("- a\n"), repeated("a\n=\n"), repeated("#\n"),
    repeated("```\n"),
    repeated("~~~ a\nb\n"), repeated("* * * a\n"), repeated("+\n"), repeated("a\r"), repeated("a\r\n"),
    repeated("> a\n"), repeated("\u{0}"), repeated("abc\u{0}de\u{0}"), repeated(" \u{A0}*\n"),
    repeated("> `a\n"),
    HostileSample("long code, then many short ones") {
      "```\n" + String(repeating: "a", count: $0 / 2) + "\n```\n"
        + String(repeating: "``` a\n```\n", count: $0 / 20)
    },
    HostileSample("a long line of rule bytes") { String(repeating: "* ", count: $0 / 2) + "a" },
  ]

  private static let extensions: [HostileSample] = [
    HostileSample("wide table, short rows") {
      let columns = $0 / 10
      return String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
        + String(repeating: "|a\n", count: $0 / 5)
    },
    HostileSample("tables that widen") {
      var text = ""
      var columns = 1
      while text.utf8.count < $0 {
        text +=
          String(repeating: "a|", count: columns) + "\n" + String(repeating: "-|", count: columns) + "\n\n"
        columns += 1
      }
      return text
    },
    repeated("aaa\rbbb\n-\u{B}\n"),
    numbered("delimiter rows that widen") { String(repeating: "|-", count: $0 + 1) + "\n" },
    repeated("|a|\n|-|\n"), repeated("a | b\n-|-\n\n"), repeated("|"), repeated("|\\|"),
    repeated("| `a\\|` \n"),
    repeated("www."), repeated("www._."), repeated("www._"), led(by: "https://a.b?", "*"),
    repeated("http://"), repeated("http://a_"),
    repeated("(http://a.b)"),
    repeated("www.a.b("), nested("www.a.b(", "", ")"), repeated("www.a.b&b;"), nested("www.a.b", "", "&b;"),
    repeated("a@"), repeated("a@b"), repeated("a@b.c"), repeated("a.b-c_"), repeated("@a.b_c"), repeated(":"),
    repeated("_www."),
    repeated("~a~~b"), repeated("~~a"), repeated("~"), nested("~a ~~b ", "c", "~~ d~"),
    repeated("[^a]"), repeated("[^"),
    HostileSample("a footnote, nested references") {
      "[^na]:\n\n" + String(repeating: "[^", count: $0 / 3) + "x" + String(repeating: "]", count: $0 / 3)
    },
    HostileSample("one footnote, many references") {
      "[^a]: b\n\n" + String(repeating: "[^a]", count: $0 / 4)
    },
    numbered("many footnotes, each used") { "[^\($0)]: [^\($0 + 1)]\n\n[^\($0)]\n\n" },
    repeated("[^a]: "), repeated("[^a]:\n"), repeated("- [ ] a\n"), repeated("> [!NOTE]\n"),
    repeated("> [!NOTE]\n> a\n\n"),
  ]
}
