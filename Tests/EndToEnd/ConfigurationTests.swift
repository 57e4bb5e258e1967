import Testing

/// The configuration file, as the program itself takes it.
@Suite struct ConfigurationTests {
  /// Files of a home with a configuration.
  private func run(
    _ arguments: [String], _ configuration: String? = nil, files: [String: String] = [:],
    environment: [String: String] = [:]
  ) throws -> CommandLineRun {
    var files = files
    files[".config/briefing/config.toml"] = configuration
    return try CommandLineRun(arguments, files: files, environment: environment, hasHome: true)
  }

  private static let longLine =
    "Words that go on for a while, as the words of a paragraph do when nobody cuts them.\n"

  @Test func `the file sets the width, where no option does`() throws {
    let files = ["a.md": Self.longLine]
    let widths = try [["a.md"], ["show", "a.md"], ["show", "a.md", "--width", "60"]].map { arguments in
      try run(arguments, "text.width = 30\n", files: files).output.split(separator: "\n").map(\.count).max()
        ?? 0
    }
    #expect(widths[0] <= 30 && widths[1] <= 30)
    #expect(widths[2] > 30 && widths[2] <= 60)
  }

  @Test func `a mistake is said once, with its place, and the rest holds`() throws {
    let run = try run(["a.md"], "text.width = 30\ntexte = 1\n", files: ["a.md": Self.longLine])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 30 })
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("/.config/briefing/config.toml:2:1: there is no key “texte”"))
  }

  @Test(arguments: [
    ["list"], ["next"], ["index"], ["check"], ["new", "Energy"], ["mark", "--read", "--query", "desk"],
    ["search", "desk"],
  ])
  func `every command says once that the configured library is wrong`(arguments: [String]) throws {
    let run = try run(arguments, "library = \"newz\"\n", files: ["Briefings/a.md": "# Of the desk\n"])
    let lines = run.errors.split(separator: "\n").filter { $0.contains("no library is called “newz”") }
    #expect(lines.count == 1, "\(run.errors)")
  }

  @Test(arguments: [
    ["list", "news"], ["list", "news", "--query", "here"], ["search", "here", "news"], ["check", "news"],
    ["mark", "news", "--read", "--query", "here"], ["index", "news"], ["new", "Energy", "--into", "news"],
    ["news"],
  ])
  func `that a path hides a library is said once`(arguments: [String]) throws {
    let run = try run(
      arguments, "libraries.news = \"~/desk\"\n", files: ["news/a.md": "# Here\n", "desk/b.md": "# Desk\n"])
    let lines = run.errors.split(separator: "\n").filter {
      $0.contains("the library of that name opens with")
    }
    #expect(lines.count == 1, "\(run.errors)")
  }

  @Test(arguments: [
    ["list"], ["next"], ["search", "desk"], ["index"], ["check"], ["mark", "--read"], ["new", "Energy"],
    ["mark", "--read", "--query", "desk"],
  ])
  func `a command takes a library by its name, whatever stands here`(arguments: [String]) throws {
    let files = ["news/a.md": "# Here\n", "desk/b.md": "# Of the desk\n\n[a](gone.md)\n"]
    let run = try run(arguments + ["--library", "news"], "libraries.news = \"~/desk\"\n", files: files)
    let isDesk = run.output.contains("esk") || run.output.contains("1 briefing")
    #expect(isDesk, "\(run.output) \(run.errors)")
    #expect(!run.errors.contains("opens with"))
    let both = try self.run(
      arguments + (arguments[0] == "new" ? ["--into", "news"] : ["news"]) + ["--library", "news"],
      "libraries.news = \"~/desk\"\n", files: files)
    #expect(both.status == 64)
    #expect(both.errors.contains("not both"))
  }

  @Test func `check tells folders that are not there`() throws {
    let run = try run(
      ["config", "--check"], "[libraries]\nhere = \"~/desk\"\ngone = \"~/gone\"\nfile = \"~/desk/a.md\"\n",
      files: ["desk/a.md": "# A\n"])
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2, "\(run.output)")
    #expect(lines.first?.contains("config.toml:3:8: the folder ") == true)
    #expect(lines.last?.contains("config.toml:4:8: ") == true && lines.last?.contains("is a file") == true)
    // A disk may be away for a while.
    #expect(try self.run(["config"], "libraries.gone = \"~/gone\"\n").errors == "")
  }

  @Test func `config says what holds and where it comes from, and writes nothing`() throws {
    let run = try run(
      ["config", "--width", "50"], "[reading]\nspeed = 300\n", environment: ["NO_COLOR": "1"])
    #expect(run.status == 0)
    #expect(run.output.contains("text.width = 50"))
    #expect(run.output.contains("# --width\n"))
    #expect(run.output.contains("/.config/briefing/config.toml:2\n"))
    #expect(run.output.contains("# $NO_COLOR\n"))
    let without = try self.run(["config"])
    #expect(without.output.contains("config.toml: no such file, the defaults hold"))
  }

  @Test func `check exits with 1 where something does not hold`() throws {
    let wrong = try run(["config", "--check"], "theme = \"dork\"\n")
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("config.toml:1:9: “theme” has no value “dork”"))
    let right = try run(["config", "--check"], "theme = \"mono\"\n")
    #expect(right.status == 0)
    #expect(right.output + right.errors == "")
  }

  @Test func `the commented file can be used as it is`() throws {
    let file = try run(["config", "--default"]).output
    let run = try run(["config", "--check"], file)
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
  }

  @Test func `a library opens by its name, and a path that is there comes first`() throws {
    let configuration = "[libraries]\nnews = \"~/desk\"\n"
    let files = ["desk/a.md": "# Of the desk\n"]
    for arguments in [["news"], ["list", "news"], ["--library", "news"], ["search", "desk", "news"]] {
      let run = try run(arguments, configuration, files: files)
      #expect(run.output.contains("Of the desk"), "\(arguments) \(run.errors)")
      #expect(run.errors == "")
    }
    let both = files.merging(["news/b.md": "# Of the folder\n"]) { $1 }
    let path = try run(["news"], configuration, files: both)
    #expect(path.output.contains("Of the folder"))
    #expect(path.errors.contains("the library of that name opens with briefing --library news"))
    #expect(try run(["--library", "news"], configuration, files: both).output.contains("Of the desk"))
    let unknown = try run(["--library", "newz"], configuration, files: files)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("no library is called “newz”; did you mean “news”?"))
  }

  @Test func `the configured library opens without a path, after the environment's`() throws {
    let configuration = "library = \"news\"\n[libraries]\nnews = \"~/desk\"\n"
    let files = ["desk/a.md": "# Of the desk\n", "Briefings/b.md": "# Here\n", "other/c.md": "# Other\n"]
    #expect(try run(["list"], configuration, files: files).output.contains("Of the desk"))
    let other = try run(["list"], configuration, files: files, environment: ["BRIEFING_LIBRARY": "other"])
    #expect(other.output.contains("Other"))
  }

  @Test func `check tells what has lost its last key, which is no mistake at the start`() throws {
    let configuration = "[keys]\n\"f\" = \"page-down\"\n"
    let check = try run(["config", "--check"], configuration)
    #expect(check.status == 1)
    #expect(check.output.contains("config.toml:2:1: “f” leaves “follow-link” without a key (reading)"))
    #expect(try run(["config"], configuration).errors == "")
  }

  @Test func `what cannot be read is said, and the defaults hold`() throws {
    let run = try run(
      ["config"], files: [".config/briefing/config.toml/a": ""])
    #expect(run.status == 0)
    #expect(run.errors.contains("config.toml: is not a file"))
    #expect(run.output.contains("text.width = 80"))
  }
}

extension EndToEnd {
  /// The configuration on the screen, where the parser of the command line is not asked.
  @Suite struct ConfiguredScreenTests {
    private func session(_ configuration: String, _ path: String) async throws -> TerminalSession {
      let folder = TemporaryFolder()
      try folder.write(configuration, to: "config/briefing/config.toml")
      let lines = (1...40).map { "Line \($0).\n\n" }.joined()
      try folder.write("# Title\n\n" + lines, to: "desk/a.md")
      let session = try await TerminalSession(
        columns: 180, rows: 20,
        environment: ["XDG_CONFIG_HOME": "\(folder.path)/config", "HOME": folder.path],
        folder: folder)
      try session.run("briefing \(path)")
      return session
    }

    @Test func `keys of the preset hold, and numbers before them`() async throws {
      let session = try await session("keys.preset = \"vi\"\n", "desk/a.md")
      try await session.wait(for: "text") { $0.text.contains("Line 1.") }
      try session.press("1", "0", "j")
      try await session.wait(for: "ten lines down") {
        !$0.text.contains("Line 4.") && $0.text.contains("Line 6.")
      }
      try session.press("g")
      try await session.wait(for: "what can follow") { $0.text.contains("g start") }
      try session.press("g")
      try await session.wait(for: "the start") { $0.text.contains("Line 1.") }
    }

    @Test func `a library opens by its name, and a mistake stands in the last line`() async throws {
      let session = try await session("libraries.news = \"~/desk\"\ntheem = 1\n", "news")
      try await session.wait(for: "list and warning") {
        $0.text.contains("Title") && $0.text.contains("config.toml:2:1: there is no key “theem”")
      }
    }
  }
}
