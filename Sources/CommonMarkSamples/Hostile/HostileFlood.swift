/// Too much of one thing.
enum HostileFlood {
  /// All of them, of about `byteCount` bytes each.
  static func all(_ byteCount: Int, seed: UInt64) -> [HostileText] {
    var all: [HostileText] = []
    for (name, unit) in units { all.append((name, { repeated("", unit, byteCount) })) }
    for (name, opening, unit) in led { all.append((name, { repeated(opening, unit, byteCount) })) }
    for (name, unit) in counted { all.append((name, { numbered(byteCount, unit) })) }
    for number in 0..<4 as Range<UInt64> {
      all.append(("random bytes \(number)", { random(byteCount, seed: seed &+ number, 0...255) }))
    }
    all.append(("random ASCII", { random(byteCount, seed: seed, 0...127) }))
    all.append(("random bytes of two values", { random(byteCount, seed: seed, 0x1B...0x1C) }))
    for columns in [2, 40, 1000] {
      all.append(("table of \(columns) columns", { table(byteCount, columns: columns) }))
    }
    let small: [(String, [UInt8])] = [
      ("empty", []), ("a line feed", [0x0A]), ("a letter", [0x61]), ("an escape", [0x1B]),
      ("half a character", [0xE2, 0x82]),
    ]
    for (name, bytes) in small { all.append((name, { bytes })) }
    return all
  }

  private static func repeated(_ opening: String, _ unit: String, _ byteCount: Int) -> [UInt8] {
    Array((opening + String(repeating: unit, count: byteCount / unit.utf8.count)).utf8)
  }

  /// Over and over.
  private static let units: [(String, String)] = [
    ("one line, no space", "a"), ("one line of words", "word "), ("lines of a word", "word\n"),
    ("paragraphs", "word\n\n"),
    ("wide characters", "日本"), ("emoji", "👨‍👩‍👧"), ("flags", "🇹"), ("marks on nothing", "\u{301}"),
    ("zero width", "\u{200B}"),
    ("joiners", "\u{200D}"), ("variation selectors", "\u{FE0F}"), ("tag characters", "\u{E0041}"),
    ("tabs", "\t"),
    ("NULs", "\0"), ("escapes", "\u{1B}"), ("erasing", "\u{1B}[2J"), ("line separators", "\u{2028}"),
    ("right to left", "\u{202E}a"), ("no-break", "a\u{A0}"), ("Hangul jamo", "\u{1100}"),
    ("soft hyphens", "a\u{AD}"),
    ("carriage returns", "a\r"), ("form feeds", "\u{C}"), ("hard breaks", "a\\\n"),
    ("Thai, not spaced", "ไทย"),
    ("entities", "&amp;"), ("references to escapes", "&#27;[2J"), ("inserted joiners", "a\u{200D}"),
  ]

  /// Something, and then over and over.
  private static let led: [(String, String, String)] = [
    ("marks on a letter", "a", "\u{301}"), ("marks of many kinds", "a", "\u{301}\u{323}\u{20DD}\u{489}"),
    ("a long heading", "# ", "word "), ("a long heading, no space", "# ", "a"),
    ("long code", "```\n", "code line\n"),
    ("code of one line", "```\n", "code "), ("a long info string", "```", "info "),
    ("indented code", "    a\n", "    code\n"),
    ("a long target", "[a](/", "b"), ("a long label", "[", "b"), ("a long image", "![", "b "),
    ("a long address", "https://e.org/", "b"),
    ("a raw block", "<div>\n", "<b>x</b>\n"), ("a comment", "<!--", " x"), ("a long item", "- ", "word "),
    ("a long quote", "> ", "word "), ("a long cell", "|a|\n|-|\n|", "word "),
    ("a long note", "[^a]\n\n[^a]: ", "word "),
    ("a long number", "", "1"), ("a long list number", "1", "0"), ("a long tag", "<a ", "b=c "),
    ("rows of nothing", "|a|b|\n|-|-|\n", "||\n"),
  ]

  /// By their number.
  private static let counted: [(String, @Sendable (Int) -> String)] = [
    ("many headings", { "# heading \($0)\n" }),
    ("headings of all levels", { String(repeating: "#", count: $0 % 6 + 1) + " h\($0)\n\n" }),
    ("headings of one name", { _ in "## same\n\n" }), ("many links", { "[a\($0)](https://e.org/\($0)) " }),
    ("many footnotes", { "a[^\($0)]\n\n[^\($0)]: b\n\n" }), ("many definitions", { "[l\($0)]: /\($0)\n" }),
    ("many images", { "![i\($0)](/\($0).png)\n" }), ("many tables", { "|a\($0)|\n|-|\n|b|\n\n" }),
    ("many alerts", { "> [!NOTE]\n> \($0)\n\n" }),
    ("items of all numbers", { "\($0 &* 7919 % 1_000_000_000). a\n\n" }), ("rules", { _ in "***\n\n" }),
    ("many words", { "w\($0) " }),
    ("code blocks", { "```l\($0)\n\($0)\n```\n\n" }),
    ("addresses", { "<https://e\($0).org> a\($0)@e.org\n" }),
  ]

  private static func numbered(_ byteCount: Int, _ unit: (Int) -> String) -> [UInt8] {
    var bytes: [UInt8] = []
    var number = 0
    while bytes.count < byteCount {
      bytes += unit(number).utf8
      number += 1
    }
    return bytes
  }

  private static func random(_ byteCount: Int, seed: UInt64, _ range: ClosedRange<UInt8>) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<byteCount).map { _ in UInt8.random(in: range, using: &random) }
  }

  private static func table(_ byteCount: Int, columns: Int) -> [UInt8] {
    let row = "|" + (0..<columns).map { "cell \($0)|" }.joined() + "\n"
    let text = row + "|" + String(repeating: "-|", count: columns) + "\n"
    return Array((text + String(repeating: row, count: byteCount / row.utf8.count)).utf8)
  }
}
