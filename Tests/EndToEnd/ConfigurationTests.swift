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

  @Test func `what cannot be read is said, and the defaults hold`() throws {
    let run = try run(
      ["config"], files: [".config/briefing/config.toml/a": ""])
    #expect(run.status == 0)
    #expect(run.errors.contains("config.toml: is not a file"))
    #expect(run.output.contains("text.width = 80"))
  }
}
