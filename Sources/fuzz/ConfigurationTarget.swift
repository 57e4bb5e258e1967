import BriefingConfiguration
import BriefingReader

/// A configuration file: its mistakes, and what of it holds.
enum ConfigurationTarget: FuzzTarget {
  static let name = "configuration"

  static func test(_ bytes: [UInt8]) {
    let file = Configuration(bytes, home: "/home/a")
    let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
    var last = SourcePosition(line: 1, column: 1)
    for mistake in file.mistakes {
      expect(
        (1...lines).contains(mistake.position.line) && mistake.position.column > 0
          && !mistake.message.isEmpty,
        "\(mistake) in a file of \(lines) lines")
      expect(last <= mistake.position, "\(mistake.position) after \(last)")
      last = mistake.position
    }
    checkWhatHolds(file)
  }

  /// What is printed has no mistakes, and sets the same.
  private static func checkWhatHolds(_ file: Configuration) {
    let held = Preferences(Preferences.Flags(), file) { _ in nil }
    let text = held.text(file: "c.toml")
    let again = Configuration(Array(text.utf8), home: "/home/a")
    expect(again.mistakes.isEmpty, "\(again.mistakes.map { $0.line(in: "printed") })\n\(text)")
    expect(again.keymap ?? .standard == file.keymap ?? .standard, "the keys are others in\n\(text)")
    expect(Set(again.themes) == Set(file.themes), "the themes are others in\n\(text)")
    expect(
      again.libraries.map(\.name) == file.libraries.map(\.name)
        && again.libraries.map(\.path) == file.libraries.map(\.path), "the libraries are others in\n\(text)")
    let second = Preferences(Preferences.Flags(), again) { _ in nil }
    expect(
      second.textWidth.value == held.textWidth.value && second.theme.value == held.theme.value
        && second.browser.value == held.browser.value && second.library.value == held.library.value,
      "the settings are others in\n\(text)")
  }

  static let seeds = [
    DefaultFile.text,
    "library = \"news\"\n[libraries]\nnews = \"~/news\"\n\"a b\" = '/n'\ntext = { width = 60 }\n",
    "[keys]\npreset = \"vi\"\ncounts = false\n\"g g\" = [\"start\", \"quit\"]\n\"m a..z\" = \"set-bookmark\"\nQ = false\n",
    "[keys]\nv = \"start\"\n\"v v\" = [\"end\", \"order\"]\n[keys.list]\nv = \"end\"\n",
    "theme = \"b\"\n[themes.a]\nbase = \"b\"\nlink = \"bold red on #112233\"\n[themes.b]\nbase = \"dark\"\nground = \"7 on 16\"\n",
    "text.width = 5\n[text]\nwidth = \"x\n[text]\n[[a]]\n\u{FEFF}é = 'ü\r\n\"\"\"\na\"\"\" = 1\r",
  ].map { Array($0.utf8) }

  static let tokens = [
    "[keys]\n", "[keys.reading]\n", "[themes.a]\n", "[text]\n", "preset = ", "counts = true\n", "\"g g\" = ",
    "\"C-x\"", "\"m a..z\"", " = false\n", "\"start\"", "\"top-section 3\"", "\"vi\"", "base = ", "\"dark\"",
    "ground = ", "\"black on yellow\"", "heading = ", "theme = ", "library = ", "[libraries]\n", "\"~/n\"",
    "{ ",
    " }", "[", "]", ", ", "'", "\"\"\"", "'''", "#", "\\u0041", "\r\n", "\n", "=", ".", "0x1F", "\u{FEFF}",
    "\u{1B}",
  ]
}
