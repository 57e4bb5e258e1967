import Foundation
import Testing

/// `briefing check` and `briefing new`: what authors use.
@Suite struct AuthorCommandTests {
  private static let library = [
    "news/a.md":
      "---\ntitle: A\ndate: 2025-05-15\nurl: https://example.org\n---\n## One\n\n[b](sub/b.md#two) [c](sub/b.md#three) [gone](gone.md) ![pic](pic.png) [here](#one)\n",
    "news/sub/b.md":
      "---\ndate: 2025-05-14\nsource: The desk\n---\n# B\n\n## Two\n\n[up](../a.md) [out](../../other.txt)\n",
    "news/pic.png": "x", "other.txt": "x",
  ]

  @Test func checkNamesFileLineAndColumn() throws {
    let run = try CommandLineRun(["check", "news"], files: Self.library)
    #expect(
      run.output == """
        news/a.md:8:19: error: no place #three in news/sub/b.md; briefing outline --json lists the slugs [broken-anchor]
        news/a.md:8:39: error: no file news/gone.md; mend the link, or write the file [broken-link]

        """)
    #expect(run.errors == "")
    #expect(run.status == 1)
  }

  @Test func checkWithoutFindingsIsSilent() throws {
    let run = try CommandLineRun(["check", "news/sub/b.md"], files: Self.library)
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  /// A site's files, and links to one of them as the site has them; two lead nowhere.
  private static let site = [
    "site/posts/2025-05-14-rain.md":
      "---\ntitle: Rain\npermalink: /weather/rain/\nslug: wet\naliases: [/old/rain, Downpour]\n---\n# Rain\n\n## Two\n\nx\n",
    "site/posts/sun.md": "---\nurl: https://example.org/weather/sun.html\n---\n# Sun\n\nx\n",
    "site/posts/links.md":
      """
    # Links

    [a](/weather/rain/) [b](/weather/rain/#two) [c](/posts/wet/) [d](/old/rain/) [e](/weather/sun/)
    [f](/posts/2025/05/14/rain/) [[Downpour]] [g](2025-05-14-rain) [h](/rain/)
    [no](/weather/snow/) [none](/weather/rain/#three)

    """,
  ]

  /// The reader follows them by the same rule.
  @Test(arguments: ["site", "site/posts/links.md"])
  func `links by address are those that the reader follows`(path: String) throws {
    let run = try CommandLineRun(
      ["check", path, "--only", "broken-link", "--only", "broken-anchor"], files: Self.site)
    let findings = run.output.split(separator: "\n").map {
      $0.split(separator: " ").dropFirst().joined(separator: " ")
    }
    #expect(
      findings == [
        "error: /weather/snow/ is outside the library: only briefings below it are opened [broken-link]",
        "error: no place #three in site/posts/2025-05-14-rain.md; briefing outline --json lists the slugs [broken-anchor]",
      ])
    #expect(run.errors == "")
  }

  @Test func rulesAreChosen() throws {
    let only = try CommandLineRun(["check", "news", "--only", "broken-link"], files: Self.library)
    #expect(only.output.split(separator: "\n").count == 1)
    let except = try CommandLineRun(
      ["check", "news", "--except", "broken-link", "--except", "broken-anchor"], files: Self.library)
    #expect(except.output == "")
    #expect(except.status == 0)
    let unknown = try CommandLineRun(["check", "--only", "spelling"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("Please provide one of the following: broken-link, broken-anchor"))
    #expect(unknown.errors.split(separator: "\n").count == 1)
  }

  @Test func otherProgramsReadTheFindings() throws {
    let json = try CommandLineRun(["check", "news", "--json"], files: Self.library)
    let findings = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(findings.map { $0["line"] as? Int } == [8, 8])
    let sarif = try CommandLineRun(["check", "news", "--sarif"], files: Self.library)
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect((runs.first?["results"] as? [Any])?.count == 2)
    #expect(sarif.status == 1)
  }

  @Test func controlsInNamesAndTextAreShown() throws {
    let run = try CommandLineRun(
      ["check", "a.md", "--only", "undefined-note"], files: ["a.md": "x[^\u{1B}[31mred]\n[^a\u{1B}b]\n"])
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func filesThatCannotBeReadAreSaid() throws {
    let run = try CommandLineRun(["check", "missing.md"])
    #expect(run.status == 1)
    #expect(run.errors == "briefing: missing.md: no such file or folder; check the path\n")
  }

  @Test func newWritesAFileOnce() throws {
    let arguments = ["new", "Energy & \"aviation\" deals", "--date", "2025-05-15"]
    let run = try CommandLineRun(arguments)
    #expect(run.output == "2025-05-15-energy-aviation-deals.md\n")
    #expect(run.status == 0)
    let again = try CommandLineRun(arguments, files: ["2025-05-15-energy-aviation-deals.md": "mine"])
    #expect(again.status == 1)
    #expect(again.errors.contains("is there already"))
    let inFolder = try CommandLineRun(arguments, files: ["Briefings/a.md": "A"])
    #expect(inFolder.output == "Briefings/2025-05-15-energy-aviation-deals.md\n")
  }

  @Test(arguments: ["A: \"b\" \\ – ü", "Tags\u{E0067}\u{E007F} and \u{1B}[31m"])
  func whatIsNewReadsAsItWasMeant(title: String) throws {
    let folder = TemporaryFolder()
    let program = try BuiltProgram.url.path
    let environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "HOME": folder.path]
    let new = try Subprocess.run(
      [program, "new", title, "--date", "2025-05-15", "--into", folder.path],
      environment: environment, folder: folder)
    let path = new.output.split(separator: "\n").joined()
    let list = try Subprocess.run(
      [program, "list", folder.path, "--json"], environment: environment, folder: folder)
    let rows = try #require(JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["path"] as? String } == [path])
    #expect(rows.first?["title"] as? String == title)
    #expect(rows.first?["date"] as? String == "2025-05-15")
    #expect(list.errors == "")
  }

  @Test(arguments: [
    (["new", "???"], "a title has"), (["new", "\u{301}\u{302} ❤️"], "a title has"),
    (["new", "x", "--date", "2025-02-31"], "is not a day"),
  ])
  func whatCannotBeIsRefused(arguments: [String], message: String) throws {
    let run = try CommandLineRun(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(message))
  }
}
