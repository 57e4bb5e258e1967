import Foundation
import Testing

/// What scripts rely on: output, exit status, and one line on standard error that helps.
@Suite struct CommandLineTests {
  private static let sale = """
    ---
    title: Missile sale
    date: 2025-05-15
    source: Bloomberg, DSCA
    tags: [nato, Türkiye]
    ---
    # The sale

    The lead.

    ## F-35 hopes

    Erdoğan *hopes*.

    ### Details

    More.

    ## PKK talks

    Talks.
    """

  private static let library = [
    "Briefings/sale.md": sale, "Briefings/older/first.markdown": "---\ndate: 2024-01-01\n---\nWords here.\n",
    "Briefings/.hidden.md": "x", "Briefings/notes.txt": "x",
  ]

  // MARK: Several briefings, and colours

  @Test func severalBriefingsArePrintedInTheOrderGiven() throws {
    let run = try CommandLineRun(
      ["b.md", "a.md", "b.md", "-"], input: "From a pipe.\n", files: ["a.md": "A.\n", "b.md": "B.\n"])
    #expect(run.output == "B.\n\nA.\n\nFrom a pipe.\n")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    (["a.md", "Briefings"], Int32(64), "Briefings: is a folder; name one folder by itself, or briefings"),
    (["a.md", "missing.md"], 1, "missing.md: no such file or folder; check the path"),
  ])
  func severalPathsAreFilesThatAreThere(arguments: [String], status: Int32, message: String) throws {
    let run = try CommandLineRun(arguments, files: Self.library.merging(["a.md": "A.\n"]) { $1 })
    #expect(run.status == status)
    #expect(run.errors == "briefing: \(message)\n")
    #expect(run.output == "")
  }

  /// Without a subcommand as with `show`.
  @Test(
    arguments: [
      ([], [:], false), (["--color", "always"], [:], true), (["--color=always"], ["NO_COLOR": "1"], true),
      (["--color", "never"], [:], false), (["--color", "auto"], [:], false),
    ] as [([String], [String: String], Bool)])
  func coloursHoldWithoutASubcommandToo(
    arguments: [String], environment: [String: String], isColoured: Bool
  ) throws {
    let run = try CommandLineRun(
      ["a.md"] + arguments, files: ["a.md": "## *A*\n"], environment: environment)
    #expect(run.status == 0)
    #expect(run.output.contains("\u{1B}[") == isColoured)
  }

  /// The usage of the program names what its subcommands take, and nothing else.
  @Test(arguments: ["read", "show", "outline", "list", "search", "index"])
  func theUsageNamesEveryOption(command: String) throws {
    let lines = try CommandLineRun(["--help"]).output.components(separatedBy: "\n")
    let start = command == "read" ? "briefing [PATH" : "briefing \(command) "
    let first = try #require(lines.firstIndex { $0.contains(start) })
    let more = lines[(first + 1)...].prefix { !$0.contains("briefing ") && !$0.isEmpty }
    let own = Self.options(in: ([lines[first]] + more).joined(separator: " "))
    let help = try CommandLineRun(["help", command]).output
    let taken = Self.options(in: String(help[(help.range(of: "OPTIONS:")?.upperBound ?? help.startIndex)...]))
    #expect(own == taken.subtracting(["--help", "--version"]))
  }

  private static func options(in text: String) -> Set<String> {
    Set(text.matches(of: #/(?:^|[\s\[])(--[a-z-]+)/#).map { String($0.output.1) })
  }

  // MARK: show

  @Test(arguments: [["show", "Briefings/sale.md"], ["Briefings/sale.md"], ["read", "Briefings/sale.md"]])
  func aBriefingInAPipeIsPlainText(arguments: [String]) throws {
    let run = try CommandLineRun(arguments, files: Self.library)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("The sale\n\nThe lead.\n"))
    #expect(run.output.contains("Erdoğan hopes."))
    #expect(!run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(arguments: [["-"], ["show", "-"], ["show", "--", "-"]])
  func standardInputIsABriefing(arguments: [String]) throws {
    let run = try CommandLineRun(arguments, input: "# Heading\n\nText.\n")
    #expect(run.output == "Heading\n\nText.\n")
    #expect(run.status == 0)
  }

  /// Without options the parser of the command line is left out.
  @Test func whatNeedsNoParserIsPrintedAsWithIt() throws {
    for path in ["Briefings/sale.md", "Briefings/none.md", "Briefings"] {
      let plain = try CommandLineRun(["show", path], files: Self.library)
      let parsed = try CommandLineRun(["show", "--", path], files: Self.library)
      #expect(plain.output == parsed.output && plain.errors == parsed.errors && plain.status == parsed.status)
    }
    let version = try CommandLineRun(["--version"])
    #expect(version.output == (try CommandLineRun(["read", "--version"]).output))
    #expect(version.output.wholeMatch(of: /briefing \d+\.\d+\.\d+( \([0-9a-f]{12}(-modified)?\))?\n/) != nil)
  }

  @Test func aNameThatLooksLikeAnOptionFollowsTwoDashes() throws {
    let run = try CommandLineRun(["show", "--", "-x.md"], files: ["-x.md": "Text.\n"])
    #expect(run.output == "Text.\n")
  }

  @Test(arguments: ["1", "f-35", "F-35 HOPES", "f-35-hopes"])
  func oneSectionWithThoseBelowIt(selector: String) throws {
    let run = try CommandLineRun(
      ["show", "Briefings/sale.md", "--section", selector], files: Self.library)
    #expect(run.output.hasPrefix("F-35 hopes\n"))
    #expect(run.output.hasSuffix("More.\n"))
    #expect(run.output.contains("Details"))
  }

  @Test func aSectionThatIsNotThereNamesThoseThatAre() throws {
    let run = try CommandLineRun(["show", "Briefings/sale.md", "--section", "energy"], files: Self.library)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors
        == "briefing: Briefings/sale.md: no section “energy”; there are: 1 F-35 hopes · 1.1 Details · 2 PKK talks\n"
    )
  }

  @Test func linesKeepToTheWidth() throws {
    let text = String(repeating: "words and more of them ", count: 20)
    let run = try CommandLineRun(["show", "-", "--width", "30"], input: text)
    let lengths = run.output.split(separator: "\n").map(\.count)
    #expect(lengths.allSatisfy { $0 <= 30 })
    #expect(lengths.count > 10)
  }

  /// Whether escapes are written into a pipe.
  @Test(arguments: [
    (["--color", "always"], [:], true), (["--color", "always"], ["NO_COLOR": "1"], true),
    (["--color", "never"], [:], false), (["--color", "auto"], [:], false), (["--format", "ansi"], [:], true),
    (["--format", "text", "--color", "always"], [:], false), (["--color", "always"], ["TERM": "dumb"], true),
  ])
  func colours(arguments: [String], environment: [String: String], hasEscapes: Bool) throws {
    let run = try CommandLineRun(["show", "-"] + arguments, input: "## *A*\n", environment: environment)
    #expect(run.output.contains("\u{1B}[") == hasEscapes)
    #expect(run.output.contains("A"))
  }

  @Test func linksForTheTerminalWhereTheyAreAskedFor() throws {
    let text = "[a](https://x.y)\n"
    let run = try CommandLineRun(["show", "-", "--format", "ansi", "--links"], input: text)
    #expect(run.output.hasPrefix("\u{1B}]8;id=0-0;https://x.y\u{1B}\\"))
    #expect(
      !(try CommandLineRun(["show", "-", "--format", "ansi"], input: text).output.contains("\u{1B}]8")))
  }

  @Test func noColourMeansAttributesAlone() throws {
    let run = try CommandLineRun(
      ["show", "-", "--format", "ansi"], input: "## A\n\n`code` [link](x)\n", environment: ["NO_COLOR": "1"])
    let codes = run.output.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";") }
    #expect(codes.contains("1"))
    #expect(codes.allSatisfy { Int($0) ?? 0 < 30 })
  }

  @Test func htmlIsAFragmentAndSafe() throws {
    let text = "---\ntitle: x\n---\n**b** <script>x</script> [l](javascript:x)\n"
    let safe = try CommandLineRun(["show", "-", "--format", "html"], input: text)
    #expect(safe.output.hasPrefix("<p><strong>b</strong> "))
    #expect(!safe.output.contains("script>") && !safe.output.contains("javascript"))
    let unsafe = try CommandLineRun(["show", "-", "--format", "html", "--unsafe"], input: text)
    #expect(unsafe.output.contains("javascript:x"))
    let page = try CommandLineRun(["show", "-", "--format", "html", "--standalone"], input: text)
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.contains(safe.output))
    let strict = try CommandLineRun(
      ["show", "-", "--format", "html", "--dialect", "commonmark"], input: "---\na\n---\n~~x~~\n")
    #expect(strict.output == "<hr />\n<h2>a</h2>\n<p>~~x~~</p>\n")
  }

  @Test func aSectionAsHTMLAndAsJSON() throws {
    let html = try CommandLineRun(
      ["show", "-", "--format", "html", "--section", "b"],
      input: "# a\n\nx\n\n# b\n\ny[^n] z[^m]\n\n# c\n\n[^n]: o[^m]\n\n[^m]: p\n")
    #expect(html.output.hasPrefix("<h1>b</h1>\n<p>y<sup"))
    #expect(html.output.ranges(of: "<li id=\"fn-").count == 2)
    let page = try CommandLineRun(
      ["show", "Briefings/sale.md", "--format", "html", "--standalone", "--section", "1"], files: Self.library
    )
    #expect(page.output.contains("<title>F-35 hopes · Missile sale</title>"))
    #expect(page.output.contains("<p class=\"title\">Missile sale</p>"))
    #expect(page.output.contains("<h3 id=\"details\">") && !page.output.contains("talks"))
    let json = try CommandLineRun(
      ["show", "Briefings/sale.md", "--format", "json", "--section", "2"], files: Self.library)
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let blocks = try #require(tree["blocks"] as? [[String: Any]])
    #expect(blocks.map { $0["text"] as? String } == ["PKK talks", "Talks."])
  }

  @Test func targetsOfLinksAreListedWhenAskedFor() throws {
    let run = try CommandLineRun(
      ["show", "-", "--link-targets"], input: "[a](b.md) [c](https://example.org)\n")
    #expect(run.output == "a c\n\n1. a: b.md\n2. c: https://example.org\n")
    let wrong = try CommandLineRun(["show", "-", "--link-targets", "--format", "json"], input: "")
    #expect(wrong.status == 64)
  }

  @Test func wrongFrontMatterIsSaidOnStandardError() throws {
    let run = try CommandLineRun(
      ["show", "x.md"], files: ["x.md": "---\ntitle: x\ndate: soon\n---\nText.\n"])
    #expect(run.output == "x\n\nText.\n")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("briefing: x.md:3: date: “soon” is not a date"))
  }

  @Test func manyWarningsAreCounted() throws {
    let text = "---\ntitle: x\n" + String(repeating: "no entry\n", count: 500) + "---\nText.\n"
    let run = try CommandLineRun(["show", "x.md"], files: ["x.md": text])
    #expect(run.errors.count { $0.isNewline } == 11)
    #expect(run.errors.hasSuffix("briefing: x.md: and 490 more like these\n"))
  }

  // MARK: outline, list

  @Test func theOutline() throws {
    let text = try CommandLineRun(["outline", "Briefings/sale.md"], files: Self.library)
    #expect(text.output == "1    F-35 hopes\n1.1    Details\n2    PKK talks\n")
    let json = try CommandLineRun(["outline", "Briefings/sale.md", "--json"], files: Self.library)
    let sections = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(sections.map { $0["number"] as? String } == ["1", "1.1", "2"])
    #expect(sections.map { $0["line"] as? Int } == [11, 15, 19])
  }

  @Test(arguments: [["list", "Briefings"], ["list"], [], ["Briefings"]])
  func theListIsNewestFirst(arguments: [String]) throws {
    let run = try CommandLineRun(arguments, files: Self.library)
    #expect(
      run.output == """
        2025-05-15  Missile sale  Bloomberg, DSCA  3 sections  1 min  Briefings/sale.md
        2024-01-01  First                          0 sections  1 min  Briefings/older/first.markdown

        """)
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ["list", "./Briefings//"], ["./Briefings///"], ["list", "./Briefings/"], ["list", "./Briefings"],
  ])
  func severalSlashesBehindAFolderAreOneInPaths(arguments: [String]) throws {
    let run = try CommandLineRun(arguments, files: Self.library)
    #expect(run.output.contains(" ./Briefings/sale.md\n"))
    #expect(run.output.contains(" ./Briefings/older/first.markdown\n"))
    #expect(run.status == 0)
  }

  @Test func anEmptyFolderSaysWhatToDo() throws {
    let run = try CommandLineRun(["list", "empty", "--json"], files: ["empty/x.txt": "x"])
    #expect(run.status == 0)
    #expect(run.output == "[]\n")
    #expect(run.errors.hasPrefix("briefing: empty: no briefings; put Markdown files"))
  }

  @Test func theListAsJSON() throws {
    let run = try CommandLineRun(["list", "Briefings/", "--json"], files: Self.library)
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["path"] as? String } == ["Briefings/sale.md", "Briefings/older/first.markdown"])
    #expect(rows.first?["tags"] as? [String] == ["nato", "Türkiye"])
    #expect(
      run.output.contains(
        "{\"path\":\"Briefings/sale.md\",\"title\":\"Missile sale\",\"date\":\"2025-05-15\",\"dateFrom\":\"metadata\",\"source\":"
      ))
  }

  // MARK: What goes wrong

  /// Arguments, exit status, and a part of the one line that helps.
  @Test(arguments: [
    (["--nonsense"], 64, "Unknown option '--nonsense'; see briefing --help"),
    (["show"], 64, "Missing expected argument"),
    (["show", "x.md", "--width", "abc"], 64, "a number of columns from 10 to 1000"),
    (["show", "x.md", "--width", "0"], 64, "from 10 to 1000"),
    (["show", "x.md", "--color", "red"], 64, "'always'"),
    (["show", "a", "b"], 64, "Unexpected argument 'b'"),
    (["show", "x.md", "--unsafe"], 64, "needs --format html"),
    (["show", "x.md", "--links"], 64, "--links needs --format ansi"),
    (["show", "x.md", "--links", "--color", "always"], 64, "--links needs --format ansi"),
    (["show", "x.md", "--standalone"], 64, "--standalone needs --format html"),
    (["missing.md"], 1, "missing.md: no such file"), (["show", "missing.md"], 1, "check the path"),
    (["show", "sub"], 1, "sub: is a folder"), (["list", "x.md"], 1, "x.md: is a file"),
    (["list"], 1, "no such folder"),
    ([], 1, "name a briefing or a folder"), (["outline", "/dev/null"], 1, "not a regular file"),
    (["show", "x.md", "--section", ""], 1, "no section"), (["\u{1B}]0;title\u{7}\n.md"], 1, "^[]0;title^G"),
    (["--\u{1B}[2J"], 64, "Unknown option"), (["show", "x.md/y"], 1, "not a folder"),
  ])
  func oneLineThatHelps(arguments: [String], status: Int32, message: String) throws {
    let run = try CommandLineRun(arguments, files: ["x.md": "x", "sub/y.md": "y"])
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.errors.contains(message))
    #expect(run.errors.hasPrefix("briefing: "))
    #expect(run.errors.count { $0.isNewline } == 1)
    #expect(!run.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  /// The limits of what a briefing may have are said as any other error, and are none for the others in its folder.
  @Test func moreThanThereMayBeIsSaid() throws {
    let files = ["L/x.md": "x", "L/many.md": String(repeating: "#\n", count: 250_001)]
    let shown = try CommandLineRun(["show", "L/many.md"], files: files)
    #expect(shown.status == 1 && shown.output == "")
    #expect(shown.errors == "briefing: L/many.md: has more than 250,000 headings; split it\n")
    let listed = try CommandLineRun(["list", "L"], files: files)
    #expect(listed.status == 0)
    #expect(listed.output.contains("has more than 250,000 headings; split it"))
    #expect(listed.output.contains("x"))
  }

  @Test(arguments: [["--help"], ["-h"], ["show", "--help"], ["help", "list"], ["--version"]])
  func helpIsNoError(arguments: [String]) throws {
    let run = try CommandLineRun(arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(!run.output.isEmpty)
  }

  /// Titles, sources and file names with escapes, C1 controls, bidi controls, and escapes by reference.
  @Test func hostileTextIsVisibleText() throws {
    let hostile = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}\u{8}\u{7F}"
    let text =
      "---\ntitle: \"a\\e[2J\\x9B\\u202E\"\nsource: \"\\0\"\n---\n## h&#27;[2J\(hostile)\n\n\(hostile) &#x9b;\n"
    let files = ["L/\(hostile).md": text, "L/b.md": "---\ntitle: b\(hostile)\n---\n"]
    for arguments in [["L"], ["list", "L"], ["show", "L/\(hostile).md"], ["outline", "L/\(hostile).md"]] {
      let run = try CommandLineRun(arguments, files: files)
      #expect(run.status == 0)
      let forbidden = (run.output + run.errors).unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
      }
      #expect(forbidden.isEmpty, "\(arguments): \(run.output.debugDescription)")
      #expect(run.output.contains("^["))
    }
    let json = try CommandLineRun(["list", "L", "--json"], files: files)
    #expect(
      !json.output.unicodeScalars.contains {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
      })
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any])?.count == 2)
  }
}
