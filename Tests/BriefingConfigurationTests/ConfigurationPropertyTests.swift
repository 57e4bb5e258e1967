import BriefingReader
import Testing

@testable import BriefingConfiguration

/// Whatever a file holds: `briefing config` prints what holds of it, which has no mistakes and sets the same.
@Suite struct ConfigurationPropertyTests {
  private static let keys = [
    "g", "g g", "g x", "v", "v v", "C-x C-f", "C-x", "Up", "' a..c", "m a..z", "` b", "F5", "1", "q", "/",
    "\\\"",
  ]
  private static let commands = [
    "start", "end", "order", "quit", "top-section 3", "set-bookmark", "go-to-bookmark b", "accept", "strat",
    "start 3", "find", "pan-left", "look-again", "top-section",
  ]
  private static let headers = [
    "[keys]", "[keys.list]", "[keys.reading]", "[keys.find]", "[themes.a]", "[themes.b]", "[themes.dark]",
    "[text]",
    "[libraries]", "[what]", "[keys",
  ]
  private static let others = [
    "theme = \"a\"", "width = 60", "text.width = 5", "preset = \"vi\"", "preset = \"less\"", "counts = true",
    "counts = false", "base = \"b\"", "base = \"a\"", "base = \"paper\"", "link = \"bold red\"",
    "link = \"rot\"",
    "ground = \"7 on 16\"", "match = \"red\"", "news = \"/news\"", "\"a b\" = \"~/x\"", "library = \"news\"",
    "x = { y = 1 }", "= 1", "v = \"", "# é",
  ]

  @Test func whatIsPrintedHasNoMistakesAndSetsTheSame() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func any(_ texts: [String]) -> String { texts[next(texts.count)] }
    for _ in 0..<80 {
      var text = ""
      for _ in 0..<1 + next(14) {
        switch next(6) {
        case 0: text += any(Self.headers)
        case 1: text += any(Self.others)
        case 2: text += "\"\(any(Self.keys))\" = [\"\(any(Self.commands))\", \"\(any(Self.commands))\"]"
        case 3: text += "\"\(any(Self.keys))\" = false"
        default: text += "\"\(any(Self.keys))\" = \"\(any(Self.commands))\""
        }
        text += "\n"
      }
      check(text)
    }
  }

  private func check(_ text: String) {
    let file = Configuration(Array(text.utf8), home: "/home/a")
    let held = Preferences(Preferences.Flags(), file) { _ in nil }
    let printed = held.text(file: "c.toml")
    let again = Configuration(Array(printed.utf8), home: "/home/a")
    #expect(again.mistakes == [], "\(text)\n---\n\(printed)")
    // Too large to be shown.
    let bindsTheSame = (again.keymap ?? .standard) == (file.keymap ?? .standard)
    #expect(bindsTheSame, "\(text)\n---\n\(printed)")
    let hasTheSameThemes = Set(again.themes) == Set(file.themes)
    #expect(hasTheSameThemes, "\(text)\n---\n\(printed)")
    #expect(again.values.theme ?? "default" == held.theme.value, "\(text)\n---\n\(printed)")
    #expect(again.libraries.map(\.path) == file.libraries.map(\.path), "\(text)\n---\n\(printed)")
  }
}
