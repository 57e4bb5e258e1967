import BriefingCore

/// What stands between the fences of front matter.
enum FrontMatterTarget: FuzzTarget {
  static let name = "front-matter"

  static func test(_ bytes: [UInt8]) {
    let whole = Array("---\n".utf8) + bytes + Array("\n---\n\n# A\n\ntext\n".utf8)
    guard let briefing = try? Briefing(parsing: whole, file: .init(name: "fuzz")) else {
      fail("parsing threw")
    }
    let lines = 1 + whole.count { $0 == 0x0A || $0 == 0x0D }
    for warning in briefing.metadata.warnings {
      expect(
        (1...lines).contains(warning.line) && !warning.message.isEmpty,
        "\(warning) in a file of \(lines) lines")
    }
    JSONChecks.check(briefing)
    PageChecks.check(briefing)
    _ = HTMLPage().render(briefing)
  }

  static let seeds = [
    "title: A\ndate: 2025-05-15\ntags: [a, b]\nauthor:\n- c\nx: {y: [z]}",
    "title: \"a \\e]0;\\a\"\nsummary: |\n  a\n  b\nlang: >-\n c",
    "a: &a [x]\nb: *a\n<<: *a", "title: a: b\nsource: 'c\nurl: {d", "? [a, b]\n: c\n~: d",
    "date: 2025-05-15T10:00:00+03:00\nlang: en_GB",
    "title: a\ntitle: b\nTAGS: a, b", "# c\n\ntitle:\ta\n- b\n...", "%YAML 1.2\n--- \na: !!binary b",
    "title: [\n[\n{a: [b, {c: d}]",
  ].map { Array($0.utf8) }

  static let tokens = [
    "title: ", "date: ", "source: ", "author: ", "tags: [", "summary: ", "lang: ", "url: ", "\n- ", "\n  ",
    ": ", "\"", "'", "[", "]", "{", "}",
    "&a ", "*a", "<<: ", "!!", "|\n", ">-\n", "#", "? ", "---\n", "...\n", "%YAML", "\\e", "\\x1b", "\\u202e",
    "\t", "\r\n", "\0", "\u{1B}", "\u{85}",
    "\u{2028}", "\u{FEFF}", "2025-05-15", "null", "~", "1e9",
  ]
}
