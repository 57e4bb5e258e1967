import Testing

@testable import BriefingConfiguration

/// Flags before the environment, the environment before the file, the file before the defaults.
@Suite struct PreferencesTests {
  private static let file = Configuration(
    Array(
      """
      library = "news"
      theme = "muted"
      text.width = 60
      programs.browser = "w3m"
      libraries.news = "/srv/news"
      """.utf8), home: nil)

  private func preferences(
    _ file: Configuration = file, _ environment: [String: String] = [:],
    _ set: (inout Preferences.Flags) -> Void = { _ in }
  ) -> Preferences {
    var flags = Preferences.Flags()
    set(&flags)
    return Preferences(flags, file) { environment[$0] }
  }

  @Test func theFileComesBeforeTheDefaults() {
    let held = preferences()
    #expect(held.textWidth == .init(value: 60, origin: .file(line: 3)))
    #expect(held.theme == .init(value: "muted", origin: .file(line: 2)))
    #expect(held.browser == .init(value: "w3m", origin: .file(line: 4)))
    #expect(held.readingSpeed == .init(value: 220, origin: .standard))
    #expect(preferences(Configuration()).library == .init(value: nil, origin: .standard))
  }

  @Test func theEnvironmentComesBeforeTheFile() {
    let held = preferences(
      Self.file, ["BROWSER": "lynx", "NO_COLOR": "1", "BRIEFING_LIBRARY": "/srv/other"])
    #expect(held.browser == .init(value: "lynx", origin: .environment("BROWSER")))
    #expect(held.theme == .init(value: "mono", origin: .environment("NO_COLOR")))
    #expect(held.library == .init(value: "/srv/other", origin: .environment("BRIEFING_LIBRARY")))
  }

  @Test func theConfiguredEditorComesBeforeThatOfAllPrograms() {
    let environment = ["VISUAL": "vim", "EDITOR": "nano", "BRIEFING_COPY": "xclip"]
    let own = Configuration(Array("[programs]\neditor = \"hx\"\ncopy = \"wl-copy\"\n".utf8), home: nil)
    #expect(preferences(own, environment).editor == .init(value: "hx", origin: .file(line: 2)))
    #expect(
      preferences(own, environment).copyProgram
        == .init(value: "xclip", origin: .environment("BRIEFING_COPY")))
    #expect(preferences(own).copyProgram == .init(value: "wl-copy", origin: .file(line: 3)))
    #expect(preferences(Self.file, environment).editor == .init(value: "vim", origin: .environment("VISUAL")))
    #expect(
      preferences(Self.file, ["EDITOR": "nano"]).editor
        == .init(value: "nano", origin: .environment("EDITOR")))
    #expect(preferences().editor == .init(value: nil, origin: .standard))
  }

  @Test func flagsComeBeforeAll() {
    let held = preferences(Self.file, ["NO_COLOR": "1", "BRIEFING_LIBRARY": "/srv/other"]) {
      $0.textWidth = 72
      $0.usesColor = true
      $0.library = "/srv/news"
    }
    #expect(held.textWidth == .init(value: 72, origin: .flag("--width")))
    #expect(held.theme == .init(value: "muted", origin: .file(line: 2)))
    #expect(held.library == .init(value: "/srv/news", origin: .flag("--library")))
    let plain = preferences { $0.usesColor = false }
    #expect(plain.theme == .init(value: "mono", origin: .flag("--color")))
  }

  @Test func numbersBeforeCommandsComeFromWhereThePresetDoes() {
    let file = Configuration(Array("theme = \"dark\"\nkeys.preset = \"vi\"\n".utf8), home: nil)
    #expect(preferences(file).countsDigits == .init(value: true, origin: .file(line: 2)))
    #expect(preferences().countsDigits == .init(value: false, origin: .standard))
  }

  @Test func whatIsPrintedSaysWhereItComesFromAndHolds() {
    let held = preferences(Self.file, ["BROWSER": "lynx \"%s\""]) { $0.textWidth = 72 }
    let text = held.text(file: "c.toml")
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(lines.contains("text.width = 72 # --width"))
    #expect(lines.contains("theme = \"muted\" # c.toml:2"))
    #expect(lines.contains("programs.browser = \"lynx \\\"%s\\\"\" # $BROWSER"))
    #expect(lines.contains("outline.width = \"auto\" # default"))
    #expect(lines.contains("# list.order # default"))
    #expect(lines.contains("libraries.news = \"/srv/news\" # c.toml:5"))
    let again = Configuration(Array(text.utf8), home: nil)
    #expect(again.mistakes == [])
    #expect(again.values.browser == "lynx \"%s\"")
    #expect(again.libraries.map(\.path) == ["/srv/news"])
  }
}
