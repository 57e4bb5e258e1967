import BriefingReader
import Testing

@testable import briefing

/// Help, usage and manual say the same.
@Suite struct ManualTests {
  private static let usage = BriefingCommand.configuration.usage ?? ""

  /// The lines of the usage by the words after `briefing`, those that go on joined.
  private static func usageLine(of words: [String]) -> Substring? {
    let lines = usage.split(separator: "\n").reduce(into: [String]()) { lines, line in
      if line.hasPrefix(" "), let last = lines.popLast() {
        lines.append(last + line)
      } else {
        lines.append(String(line))
      }
    }
    let start = (["briefing"] + words).joined(separator: " ")
    guard !words.isEmpty else { return lines.first?[...] }
    return lines.first { $0 == start || $0.hasPrefix(start + " ") }?[...]
  }

  @Test func usageNamesEveryOptionOfEveryCommand() throws {
    let leaves = try CommandDescription.program().leaves()
    #expect(leaves.count == Self.usage.split(separator: "\n").count { !$0.hasPrefix(" ") })
    for (words, command) in leaves {
      let line = try #require(Self.usageLine(of: words), "\(words)")
      let named = Set(
        line.split { " []|".contains($0) }.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) })
      let options = command.ownArguments.filter { $0.kind != .positional }.flatMap { $0.names ?? [] }
      #expect(named == Set(options.map(\.name)), "\(words)")
    }
  }

  @Test func manualNamesEveryOptionInSynopsisAndCommands() throws {
    let page = try ProgramManual.page(date: "May 15, 2025")
    for (words, command) in try CommandDescription.program().leaves() {
      #expect(page.contains(".Ss \"\((["briefing"] + words).joined(separator: " "))\"\n") || words.isEmpty)
      for option in command.ownArguments.filter({ $0.kind != .positional }) {
        let name = (option.names?.last?.name ?? "").split(separator: "-").joined(separator: "\\-")
        #expect(page.contains(" Fl \\-\(name)") || page.contains(".Fl \\-\(name)"), "\(words) \(name)")
        #expect(page.contains(".It Fl \\-\(name)"), "\(words) \(name)")
      }
    }
  }

  @Test func hiddenCommandsAreInNeither() throws {
    let program = try CommandDescription.program()
    #expect(program.subcommands?.contains { $0.commandName == "manual" && !$0.shouldDisplay } == true)
    #expect(!Self.usage.contains("manual"))
    #expect(!program.leaves().contains { $0.words == ["manual"] })
  }

  @Test func manualExplainsEveryKeyOfTheTableOnce() throws {
    let page = try ProgramManual.page(date: "May 15, 2025")
    let keys = try #require(page.range(of: ".Sh KEYS\n"))
    let end = try #require(page.range(of: ".Sh QUERIES\n"))
    let items = page[keys.upperBound..<end.lowerBound].split(separator: "\n").count {
      $0.hasPrefix(".It Ic")
    }
    #expect(items == CommandTable.entries.count)
  }

  @Test func helpAndManualNameTheSameStatuses() {
    let discussion = BriefingCommand.configuration.discussion
    for (status, meaning) in ManualTopics.exitStatus { #expect(discussion.contains("\(status) \(meaning)")) }
  }

  @Test(arguments: [
    // A line that begins like a request, what a typesetter would change, macros and punctuation as arguments.
    (".Sh is no macro", "\\&.Sh is no macro"),
    ("'tis", "\\&'tis"),
    ("a\\b - \"c\" ~ ^ `", "a\\eb \\- \\(dqc\\(dq \\(ti \\(ha \\(ga"),
    ("One. Two … three?\nFour", "One.\nTwo \\[u2026] three?\nFour"),
    ("a\n\nb", "a\n.Pp\nb"),
  ])
  func textMeansItself(text: String, source: String) {
    var page = MdocPage(name: "x", section: 1, date: "May 15, 2025")
    let start = page.source
    page.text(text)
    #expect(page.source == start + source + "\n")
  }

  @Test(arguments: [
    ("Ar", "\\&Ar"), ("?", "\\&?"), ("two words", "\"two words\""), ("", "\"\""), ("path", "path"),
    ("' .", "\"' .\\&\""),
  ])
  func argumentsMeanThemselves(text: String, source: String) {
    #expect(MdocPage.argument(text) == source)
  }
}
