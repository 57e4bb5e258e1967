import Testing

/// What commands write, by locale, width and colours that the environment asks for.
@Suite struct LocaleCommandTests {
  private static let files = [
    "news/şehir.md":
      "---\ntitle: Şehir – “içi” €5\ndate: 2025-01-20\n---\n## Größe → Übung\n\nДа … 漢 10⁶ • done\n"
  ]

  private static let commands = [
    ["show", "news/şehir.md"], ["list", "news"], ["outline", "news/şehir.md"], ["search", "done", "news"],
    ["search", "nirgends", "news"], ["check", "news"],
  ]

  @Test(arguments: commands)
  func withoutUTF8EverythingIsASCII(command: [String]) throws {
    for environment in [["LC_ALL": "C"], ["LC_ALL": "", "LANG": "de_DE.ISO-8859-1"], ["LC_ALL": ""]] {
      let run = try CommandLineRun(command, files: Self.files, environment: environment)
      #expect((run.output + run.errors).utf8.allSatisfy { $0 < 0x80 })
      #expect(!(run.output + run.errors).isEmpty)
    }
  }

  @Test func lettersLoseAccentsAndTheRestIsAQuestionMark() throws {
    let run = try CommandLineRun(["show", "news/şehir.md"], files: Self.files, environment: ["LC_ALL": "C"])
    #expect(run.output.contains("Sehir - \"ici\" E5\n"))
    #expect(run.output.contains("Grose > Ubung\n"))
    #expect(run.output.contains("?? ~ ?? 10? * done\n"))
  }

  @Test func dataIsUTF8InEveryLocale() throws {
    let environment = ["LC_ALL": "C"]
    let json = try CommandLineRun(["list", "--json", "news"], files: Self.files, environment: environment)
    #expect(json.output.contains("Şehir – “içi” €5"))
    let html = try CommandLineRun(
      ["show", "--format", "html", "news/şehir.md"], files: Self.files, environment: environment)
    #expect(html.output.contains("Größe → Übung"))
    let next = try CommandLineRun(
      ["next", "news"], files: Self.files, environment: environment, hasHome: true)
    #expect(next.output == "news/şehir.md\n")
    let data = try CommandLineRun(
      ["next", "--json", "news"], files: Self.files, environment: environment, hasHome: true)
    #expect(data.output.contains("\"news/şehir.md\"") && data.output.contains("\"Şehir – “içi” €5\""))
    // As wide as no terminal is.
    let wide = try CommandLineRun(
      ["--plain", "news"], files: Self.files, environment: ["COLUMNS": "9223372036854775807"], hasHome: true)
    #expect(wide.status == 0)
  }

  @Test func theFirstVariableThatIsSetSays() throws {
    for environment in [
      ["LC_ALL": "C.UTF-8", "LANG": "C"], ["LC_ALL": "", "LC_CTYPE": "en_US.utf8", "LANG": "C"],
      ["LC_ALL": "", "LANG": "tr_TR.UTF-8"],
    ] {
      let run = try CommandLineRun(["show", "news/şehir.md"], files: Self.files, environment: environment)
      #expect(run.output.contains("Größe → Übung"))
    }
  }

  /// The columns of the longest line.
  private func width(_ command: [String], columns: String) throws -> Int {
    let words = String(repeating: "words and more of them ", count: 30)
    let run = try CommandLineRun(
      command, files: ["a/a.md": "---\ntitle: \(words)\n---\n\(words)\n"], environment: ["COLUMNS": columns])
    return run.output.split(separator: "\n").map(\.count).max() ?? 0
  }

  @Test func columnsSetTheTextIntoPipesToo() throws {
    #expect((30...40).contains(try width(["show", "a/a.md"], columns: "40")))
    #expect((70...80).contains(try width(["show", "a/a.md"], columns: "200")))
    #expect((20...30).contains(try width(["show", "a/a.md", "--width", "30"], columns: "60")))
    for nonsense in ["0", "-3", "wide", ""] {
      #expect((70...80).contains(try width(["show", "a/a.md"], columns: nonsense)))
    }
  }

  /// Who reads a list from a pipe wants all of it.
  @Test func columnsCutNoLineOfAList() throws {
    #expect(try width(["list", "a"], columns: "40") > 600)
  }

  /// Whether colours, and whether escapes at all, are written into a pipe.
  @Test(
    arguments: [
      ([:], false, false), (["CLICOLOR_FORCE": "1"], true, true), (["CLICOLOR_FORCE": "0"], false, false),
      (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false, false), (["CLICOLOR": "1"], false, false),
      (["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], true, true),
      (["CLICOLOR_FORCE": "1", "TERM": "dumb"], true, true),
    ] as [([String: String], Bool, Bool)])
  func coloursByTheEnvironment(environment: [String: String], hasEscapes: Bool, hasColours: Bool) throws {
    for command in [["show", "a.md"], ["search", "link", "."], ["a.md"]] {
      let run = try CommandLineRun(
        command, files: ["a.md": "## A link\n\n[link](https://x.y)\n"], environment: environment)
      #expect(run.output.contains("\u{1B}[") == hasEscapes, "\(command)")
      #expect(run.output.contains(#/\e\[[0-9;]*3[0-7]/#) == hasColours, "\(command)")
    }
  }

  @Test func theFlagComesBeforeTheEnvironment() throws {
    let file = ["a.md": "## A link\n\n[link](https://x.y)\n"]
    let never = try CommandLineRun(
      ["show", "a.md", "--color", "never"], files: file, environment: ["CLICOLOR_FORCE": "1"])
    #expect(!never.output.contains("\u{1B}"))
    let always = try CommandLineRun(
      ["show", "a.md", "--color", "always"], files: file, environment: ["CLICOLOR": "0"])
    #expect(always.output.contains(#/\e\[[0-9;]*3[0-7]/#))
  }
}
