import Foundation
import Testing

extension EndToEnd {
  /// The reading state from the command line.
  @Suite struct StateCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try SampleLibrary.folder() }

    /// Runs the program with a state of this test's own.
    private func briefing(
      _ arguments: String..., state: String = "state"
    ) throws -> (status: Int32, output: String, errors: String) {
      let result = try Subprocess.run(
        ["env", "-C", folder.path, try BuiltProgram.url.path] + arguments,
        environment: [
          "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": "\(folder.path)/\(state)",
        ], folder: folder)
      return (result.status, result.output, result.errors)
    }

    @Test func `what is marked is not unread any more, in list, JSON and next`() throws {
      #expect(try briefing("next", "library").output == "library/harbour.md\n")
      #expect(try briefing("mark", "library/harbour.md", "--read").status == 0)
      #expect(try briefing("next", "library").output == "library/older/trams.md\n")
      let unread = try briefing("list", "library", "--unread").output
      #expect(unread.contains("trams") && !unread.contains("Harbour"))
      let json = try briefing("list", "library", "--json").output
      #expect(json.contains(#""title":"Harbour works""#) || json.contains(#""title": "Harbour works""#))
      #expect(json.components(separatedBy: "\"unread\"").count == 3)
      #expect(json.contains("false") && json.contains("true"))
      #expect(try briefing("mark", "library", "--read").status == 0)
      let none = try briefing("next", "library")
      #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("nothing is unread"))
      #expect(try briefing("mark", "library/older/trams.md", "--unread").status == 0)
      #expect(try briefing("next", "library").output == "library/older/trams.md\n")
    }

    @Test func `the next one is told as JSON, too`() throws {
      let next = try briefing("next", "library", "--json")
      #expect(next.status == 0)
      let row = try #require(
        JSONSerialization.jsonObject(with: Data(next.output.utf8)) as? [String: Any])
      #expect(row["path"] as? String == "library/harbour.md")
      #expect(row["title"] as? String == "Harbour works")
      #expect(row["unread"] as? Bool == true)
      #expect(try briefing("mark", "library", "--read").status == 0)
      let none = try briefing("next", "library", "--json")
      #expect(none.status == 1)
      #expect(none.output == "null\n")
    }

    @Test func `a section is marked alone, by number or title`() throws {
      #expect(try briefing("mark", "library/older/trams.md", "--read").status == 0)
      #expect(
        try briefing("mark", "library/older/trams.md", "--unread", "--section", "timetable").status == 0)
      #expect(try briefing("list", "library", "--unread").output.contains("trams"))
      #expect(try briefing("mark", "library/older/trams.md", "--read", "--section", "1").status == 0)
      #expect(try !briefing("list", "library", "--unread").output.contains("trams"))
      let wrong = try briefing("mark", "library/older/trams.md", "--read", "--section", "no such")
      #expect(wrong.status == 1 && wrong.errors.contains("no such"))
    }

    @Test func `a query marks what it finds`() throws {
      #expect(try briefing("mark", "library", "--read", "--query", "tag:port").status == 0)
      #expect(try briefing("next", "library").output == "library/older/trams.md\n")
    }

    @Test func `what is marked is counted, and nothing is marked for a word that nobody typed`() throws {
      #expect(
        try briefing("mark", "library", "--read", "--query", "tag:port").output == "1 briefing marked\n")
      let typo = try briefing("mark", "library", "--unread", "--query", "harbuor")
      #expect(typo.status == 1 && typo.errors.contains("“harbuor” occurs nowhere; if you mean “harbour”"))
      let none = try briefing("mark", "library", "--unread", "--query", "tag:nothing")
      #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("no such briefing to mark"))
      #expect(try briefing("next", "library").output == "library/older/trams.md\n", "all is as it was")
      #expect(try briefing("mark", "library", "--read").output == "2 briefings marked\n")
    }

    @Test func `a state goes to another machine, and merging twice changes nothing`() throws {
      #expect(try briefing("mark", "library/harbour.md", "--read").status == 0)
      let exported = try briefing("state", "export")
      #expect(exported.status == 0)
      try folder.write(exported.output, to: "export.json")
      for _ in 0..<2 {
        let merged = try briefing("state", "import", "export.json", state: "other")
        #expect(merged.status == 0 && merged.errors.contains("1 briefing merged"))
        #expect(try briefing("next", "library", state: "other").output == "library/older/trams.md\n")
      }
      try folder.write("{}", to: "wrong.json")
      let wrong = try briefing("state", "import", "wrong.json")
      #expect(wrong.status == 1 && wrong.errors.contains("wrong.json"))
    }

    @Test func `wrong usage is told from what cannot be read`() throws {
      #expect(try briefing("mark", "library").status == 64)
      #expect(try briefing("mark", "--read").status == 64)
      #expect(try briefing("mark", "library", "--read", "--query", "a", "--section", "1").status == 64)
      let missing = try briefing("mark", "none.md", "--read")
      #expect(missing.status == 1 && missing.errors.contains("none.md"))
      let off = try Subprocess.run(
        ["env", "-C", folder.path, try BuiltProgram.url.path, "mark", "library/harbour.md", "--read"],
        environment: [
          "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "BRIEFING_STATE": "off", "HOME": folder.path,
        ], folder: folder)
      #expect(off.status == 1 && off.errors.contains("BRIEFING_STATE"))
    }

    @Test func `a list makes no state`() throws {
      #expect(try briefing("list", "library").status == 0)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
    }
  }
}
