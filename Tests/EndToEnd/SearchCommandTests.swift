import Foundation
import Testing

/// `briefing search`: what scripts and pipes get.
@Suite struct SearchCommandTests {
  @Test(arguments: ["library", "library/", "library///"])
  func `a hit is a title, a line that can be opened, and an excerpt`(path: String) throws {
    let run = try SearchLibrary().run("search", "lantern", path)
    #expect(
      run.output == """
        City trams · 1 Timetable · 20 January 2025
        library/older/trams.md:7
          Each tram has a red lantern.

        Port strike ends · 2 Ferries · 2 March 2025
        library/ports.md:11
          Night ferries carry a lantern too.

        Port strike ends · 1 Cranes · 2 March 2025
        library/ports.md:7
          The lantern over the cranes is lit again.


        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `the newest come first where that is asked for, and no more than wanted`() throws {
    let library = try SearchLibrary()
    let all = try library.run("search", "lantern", "library", "--sort", "newest")
    #expect(
      Self.blocks(all.output).map { $0[1].prefix { $0 != ":" } } == [
        "library/ports.md", "library/older/trams.md",
      ])
    let one = try library.run("search", "lantern", "library", "--sort", "newest", "--limit", "1")
    #expect(Self.blocks(one.output).count == 1)
    #expect(all.output.hasPrefix(one.output))
  }

  @Test func `JSON has its keys in order, and counts sections`() throws {
    let run = try SearchLibrary().run(
      "search", "--json", "--limit", "1", "lantern", "library")
    #expect(run.status == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["query"] as? String == "lantern")
    #expect(document["total"] as? Int == 3)
    let hit = try #require((document["hits"] as? [[String: Any]])?.first)
    #expect((document["hits"] as? [Any])?.count == 1)
    #expect(hit["path"] as? String == "library/older/trams.md")
    #expect(hit["title"] as? String == "City trams")
    #expect(hit["date"] as? String == "2025-01-20")
    #expect(hit["number"] as? String == "1")
    #expect(hit["section"] as? String == "Timetable")
    #expect(hit["slug"] as? String == "timetable")
    #expect(hit["line"] as? Int == 7)
    #expect(hit["snippet"] as? String == "Each tram has a red lantern.")
    #expect((hit["score"] as? Double).map { $0 > 0 } == true)
    let keys = run.output.matches(of: #/"(\w+)":/#).map { String($0.1) }
    #expect(
      keys == [
        "query", "total", "hits", "path", "title", "date", "dateFrom", "number", "section", "slug", "line",
        "snippet", "score", "missing", "link", "corrections",
      ])
  }

  @Test func `nothing found is status 1, said beside the output`() throws {
    let library = try SearchLibrary()
    let text = try library.run("search", "zeppelin", "library")
    #expect(text.output == "")
    #expect(text.errors == "briefing: library: nothing found for zeppelin\n")
    #expect(text.status == 1)
    let json = try library.run("search", "zeppelin", "library", "--json")
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(document?["total"] as? Int == 0)
    #expect((document?["hits"] as? [Any])?.isEmpty == true)
    #expect(json.status == 1)
  }

  @Test(arguments: [
    (["", "library"], "no word"), (["  \"\" ", "library"], "no word"),
    (["lantern", "library", "--limit", "0"], "--limit"), (["lantern", "library", "--limit", "x"], "--limit"),
    (["lantern", "library", "--sort", "oldest"], "newest"), ([], "query"),
    (["lantern after:soon", "library"], "after:2025-05-15"), (["newer:2x", "library"], "newer:2w"),
  ])
  func `wrong usage is status 64 and one line`(arguments: [String], hint: String) throws {
    let run = try SearchLibrary().shell(#"exec briefing search "$@""#, arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains(hint))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("nowhere", "no such file or folder", ["search", "lantern"]),
    ("nowhere", "quote", ["search", "lantern"]),
    ("nowhere", "no such file or folder", ["index"]), ("library/ports.md", "not a folder", ["index"]),
  ])
  func `what is no folder is said to be none`(path: String, reason: String, command: [String]) throws {
    let library = try SearchLibrary()
    do {
      let run = try library.shell(#"exec briefing "$@""#, command + [path])
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("briefing: \(path): "))
      #expect(run.errors.contains(reason))
    }
  }

  @Test func `one file can be searched`() throws {
    let library = try SearchLibrary()
    let run = try library.run("search", "lantern", "library/ports.md")
    #expect(run.status == 0)
    #expect(Set(Self.blocks(run.output).map { $0[1].prefix { $0 != ":" } }) == ["library/ports.md"])
    #expect(Self.blocks(run.output).count == 2)
    #expect(try library.run("search", "zeppelin", "library/ports.md").status == 1)
  }

  @Test func `what comes by a pipe can be searched, and leaves nothing behind`() throws {
    let library = try SearchLibrary()
    let line = #"mkdir temp; TMPDIR=$PWD/temp; export TMPDIR; "#
    let run = try library.shell(line + #"briefing search lantern - < library/ports.md; ls temp"#)
    #expect(Self.blocks(run.output).map { $0[1] } == ["-:11", "-:7"])
    #expect(run.errors == "")
    let none = try library.shell("mkfifo p; cat library/ports.md > p & briefing search zeppelin p")
    #expect(none.status == 1 && none.errors.contains("p: nothing found for zeppelin"))
  }

  @Test func `all sections can be had`() throws {
    let library = try SearchLibrary()
    #expect(Self.blocks(try library.run("search", "lantern", "library", "--all").output).count == 3)
    let json = try library.run("search", "lantern", "library", "--json")
    #expect(json.output.matches(of: #/"path":/#).count == 3)
  }

  @Test func `a misspelt word and a missing one are said`() throws {
    let run = try SearchLibrary().run("search", "lantrn zeppelin", "library")
    #expect(run.status == 0 && run.errors.contains("lantrn → lantern"))
    #expect(run.output.contains("without: zeppelin"))
    let json = try SearchLibrary().run("search", "lantrn zeppelin", "library", "--json")
    #expect(json.output.contains(#""missing":["zeppelin"]"#) && json.output.contains(#""typed":"lantrn""#))
  }

  @Test func `a query may begin with an exclusion`() throws {
    let library = try SearchLibrary()
    let plain = try library.run("search", "-night lantern", "library", "--sort", "newest")
    #expect(plain.status == 0)
    #expect(
      plain.output
        == (try library.run("search", "--sort", "newest", "--", "-night lantern", "library")).output)
  }

  @Test func `a query that begins with a minus follows two dashes`() throws {
    let run = try SearchLibrary().run("search", "--sort", "newest", "--", "-night lantern", "library")
    #expect(run.status == 0)
    #expect(Self.blocks(run.output).map { $0[1] } == ["library/ports.md:7", "library/older/trams.md:7"])
  }

  @Test func `escapes of a file are symbols, and only colours that are asked for are escapes`() throws {
    let library = try SearchLibrary()
    try library.folder.write(
      "# Odd \u{1B}[7m\n\n## Part \u{1B}]0;owned\u{7}\n\nA \u{1B}[31mcopper kettle\u{9B}2J &#27;[2J.\n",
      to: "library/odd.md")
    for arguments in [[], ["--color", "never"], ["--color", "auto"]] {
      let run = try library.shell(#"exec briefing search "$@""#, ["kettle", "library"] + arguments)
      #expect(run.status == 0)
      #expect(!run.output.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      #expect(run.output.contains("copper kettle"))
      #expect(run.output.contains("^["))
    }
    let coloured = try library.run("search", "kettle", "library", "--color", "always")
    let escapes = coloured.output.matches(of: #/\e([^m]*)m/#).map { String($0.1) }
    #expect(!escapes.isEmpty)
    // Attributes and colours, and nothing that a file wrote: it asked for 31 and 7.
    #expect(escapes.allSatisfy { $0.wholeMatch(of: #/\[[\d;]*/#) != nil && $0 != "[31" && $0 != "[7" })
    #expect(!coloured.output.contains("\u{1B}]") && !coloured.output.contains("\u{9B}"))
    // The word that was found is lit.
    #expect(coloured.output.contains(#/\e\[[\d;]+mkettle\e\[/#))
  }

  /// The printed hits, each as its lines.
  private static func blocks(_ output: String) -> [[String]] {
    output.components(separatedBy: "\n\n").filter { !$0.isEmpty }.map { $0.components(separatedBy: "\n") }
  }
}
