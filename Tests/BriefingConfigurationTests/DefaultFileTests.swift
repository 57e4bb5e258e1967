import Testing

@testable import BriefingConfiguration

/// The commented file says what holds without it.
@Suite struct DefaultFileTests {
  private func preferences(_ text: String) -> (Preferences, Configuration) {
    let file = Configuration(Array(text.utf8), home: "/home/a")
    return (Preferences(Preferences.Flags(), file) { _ in nil }, file)
  }

  @Test func itParsesToTheDefaults() {
    let (set, file) = preferences(DefaultFile.text)
    let (unset, _) = preferences("")
    #expect(file.mistakes == [])
    #expect(set.library.value == unset.library.value)
    #expect(set.theme.value == unset.theme.value)
    #expect(set.textWidth.value == unset.textWidth.value)
    #expect(set.outlineSide.value == unset.outlineSide.value)
    #expect(set.outlineWidth.value == unset.outlineWidth.value)
    #expect(set.order.value == unset.order.value)
    #expect(set.readingSpeed.value == unset.readingSpeed.value)
    #expect(set.browser.value == unset.browser.value)
    #expect(set.libraries == [])
  }

  @Test func everyExampleInItHolds() {
    let examples = DefaultFile.text.split(separator: "\n").map { line in
      line.hasPrefix("# ") && (line.contains(" = ") || line.hasPrefix("# [")) ? line.dropFirst(2) : line
    }
    let (_, file) = preferences(examples.joined(separator: "\n"))
    #expect(file.mistakes == [])
    #expect(Set(file.lines.keys) == Set(ConfigurationKey.allCases))
    #expect(file.themes.map(\.name) == ["mine"])
    #expect(file.libraries.map(\.path) == ["/home/a/news"])
  }
}
