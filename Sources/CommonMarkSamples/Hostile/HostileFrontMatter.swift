/// Front matter that is malformed, or grows when it is read.
enum HostileFrontMatter {
  /// All of it, with large ones of about `byteCount` bytes.
  static func all(_ byteCount: Int) -> [HostileText] {
    var all: [HostileText] = []
    for (name, matter) in small { all.append((name, { whole(matter) })) }
    // Above its limit front matter is text; so each comes in a size that is read as well.
    for size in Set([byteCount, min(byteCount, 60_000)]).sorted() {
      for (name, matter) in large { all.append(("\(name), \(size) bytes", { whole(matter(size)) })) }
    }
    for (name, text) in files { all.append((name, { Array(text.utf8) })) }
    return all
  }

  private static let files: [(String, String)] = [
    ("never closed", "---\ntitle: a\n\n# b\n"), ("no front matter between", "---\n---\n"),
    ("closed by dots", "---\ntitle: a\n...\n# b\n"), ("a fence alone", "---"),
    ("CR alone", "---\rtitle: a\r---\r# b\r"), ("behind a byte order mark", "\u{FEFF}---\ntitle: a\n---\n"),
  ]

  private static func whole(_ matter: String) -> [UInt8] {
    Array("---\n\(matter)\n---\n# A heading\n\ntext\n".utf8)
  }

  private static let small: [(String, String)] = [
    ("aliases that grow", bomb), ("an alias of itself", "title: &a [*a]"),
    ("merge keys", "a: &b {c: d}\n<<: *b"),
    ("escapes in quotes", #"title: "\e]0;pwned\a \x1b[2J \u009b2J \u202egpj \0""#),
    ("tags of types", "title: !!binary AAAA\ndate: !!python/object:os.system x\nlang: !<!foo> en"),
    ("keys that are no text", "? [a, b]\n: c\n? {d: e}\n: f\n: g\n~: h"), ("a list", "- a\n- b"),
    ("a word", "word"),
    ("several documents", "title: a\n--- \ntitle: b"), ("a directive", "%YAML 9.9\n--- \ntitle: a"),
    ("unclosed", "title: \"a\ntags: [b\nsource: {c"), ("tabs", "title:\ta\n\tb: c"),
    ("colons", "title: a: b: c\n: :\n::"),
    ("twice", "title: a\ntitle: b\nTITLE: c"), ("dates", "date: 99999999999-99-99T99:99:99+99:99"),
    ("a far date", "date: 9999-12-31"), ("no date", "date: -1"), ("a date of zeros", "date: 0000-00-00"),
    ("numbers", "title: 1e999\nlang: 0x7fffffffffffffffff\nsource: .nan"),
    ("block scalars", "title: |\n  a\n  b\nlang: >+\n\n\n c"),
    ("comments", "# a\n#\n\n# b"), ("nothing known", "a: b\nc: d"),
    ("half of it", "title: a\n)(*&^%$#@!\ntags: [a, b]"),
    ("NULs", "title: a\0b\n\0: c"), ("CRLF", "title: a\r\ntags:\r\n- b\r"),
    ("controls", "title: a\u{1B}[2J\u{7}\u{7F}\u{85}"),
  ]

  private static let large: [(String, @Sendable (Int) -> String)] = [
    ("brackets, nested", { "title: " + String(repeating: "[", count: $0) }),
    (
      "braces, nested",
      { "a: " + String(repeating: "{a: ", count: $0 / 8) + String(repeating: "}", count: $0 / 8) }
    ),
    ("lists, nested", { "a:\n  " + String(repeating: "- ", count: $0 / 2) + "b" }),
    (
      "mappings, nested",
      { size in
        (0..<Int(Double(size).squareRoot())).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      }
    ),
    ("many keys", { size in (0..<size / 12).map { "key\($0): a\n" }.joined() }),
    ("one key, often", { String(repeating: "title: a\n", count: $0 / 9) }),
    ("many tags", { size in "tags: [" + (0..<size / 8).map { "t\($0)" }.joined(separator: ", ") + "]" }),
    ("many authors", { "author:\n" + String(repeating: "- a b\n", count: $0 / 6) }),
    ("a long title", { "title: " + String(repeating: "word ", count: $0 / 5) }),
    ("a long word as title", { "title: " + String(repeating: "a", count: $0) }),
    ("a long key", { String(repeating: "k", count: $0) + ": a" }),
    ("many lines of nothing", { String(repeating: "\n", count: $0) }),
    ("many comments", { "title: a\n" + String(repeating: "# b\n", count: $0 / 4) }),
    ("anchors", { size in (0..<size / 16).map { "k\($0): &a\($0) b\n" }.joined() }),
    (
      "asterisks",
      { "title: " + String(repeating: "*a ", count: $0 / 6) + String(repeating: "&b ", count: $0 / 6) }
    ),
    ("quotes", { "title: " + String(repeating: "'", count: $0) }),
    ("a block scalar", { "title: |\n" + String(repeating: "  a\n", count: $0 / 4) }),
    ("marks on a title", { "title: a" + String(repeating: "\u{301}", count: $0 / 2) }),
  ]

  private static let bomb =
    "a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
    + zip("abcdefgh", "bcdefghi").map { from, to in
      "\(to): &\(to) [" + Array(repeating: "*\(from)", count: 9).joined(separator: ",") + "]\n"
    }.joined() + "title: *i"
}
