import BriefingLayout
import BriefingText
import Testing

@testable import BriefingConfiguration

/// Themes of one's own.
@Suite struct ThemeReaderTests {
  private func configuration(_ text: String) -> Configuration { Configuration(Array(text.utf8), home: nil) }

  @Test func aThemeChangesElementsOfAnother() throws {
    let file = configuration(
      """
      theme = "mine"
      [themes.mine]
      base = "dark"
      ground = "#d0d0d0 on #101010"
      heading = "bold underline #ffaf00"
      table-header = "bright-red on 235"
      current-match = "black on yellow"
      """)
    #expect(file.mistakes == [])
    let held = Preferences(Preferences.Flags(), file) { _ in nil }
    let theme = held.screenTheme
    #expect(theme.name == "mine")
    #expect(held.themes.map(\.name) == Theme.builtIn.map(\.name) + ["mine"])
    let heading = theme.attributes(of: Style(.heading))
    #expect(
      heading
        == Attributes(
          foreground: .rgb(255, 175, 0), background: .rgb(16, 16, 16), traits: [.bold, .underline]))
    #expect(theme.attributes(of: Style(.tableHeader)) == Attributes(foreground: 9, background: 235))
    #expect(theme.attributes(of: Style(.text, .currentMatch)).background == 3)
    #expect(
      theme.attributes(of: Style(.code)).foreground == Theme.dark.attributes(of: Style(.code)).foreground)
  }

  @Test func withoutColoursThereIsOneTheme() {
    let file = configuration("theme = \"mine\"\n[themes.mine]\nlink = \"red\"\n")
    let held = Preferences(Preferences.Flags(), file) { $0 == "NO_COLOR" ? "1" : nil }
    #expect(held.themes == [.monochrome])
    #expect(held.screenTheme == .monochrome)
  }

  @Test(arguments: [
    ("[themes.dark]\nlink = \"red\"", "2:1: “dark” is a theme of the program; take another name"),
    ("[themes.my]\nbase = \"drak\"", "2:8: there is no theme “drak”; did you mean “dark”?"),
    ("[themes.my]\nbase = \"my\"\nlink = \"red\"", "2:8: “my” cannot be built on itself"),
    (
      "[themes.a]\nbase = \"b\"\n[themes.b]\nbase = \"a\"",
      "4:8: “b” cannot be built on “a”, which is built on it"
    ),
    ("[themes.my]\nheadin = \"red\"", "2:1: there is no element “headin”; did you mean “heading”?"),
    ("[themes.my]\nlink = \"rot\"", "2:8: “link” takes a look such as"),
    ("[themes.my]\nlink = \"red blue\"", "2:8: “link” takes a look such as"),
    ("[themes.my]\nlink = 4", "2:8: “link” takes a look such as"),
    ("[themes.my]\nmatch = \"red\"", "2:9: “match” takes two colours: “black on yellow”, not “red”"),
    ("[themes.my]\nground = \"red\"", "2:10: “ground” takes two colours"),
    ("[themes]\nlink = \"red\"", "2:1: a theme is a table: [themes.mine], with elements in it"),
    (
      "theme = \"mime\"\n[themes.mine]\nlink = \"red\"",
      "1:9: “theme” has no value “mime”; did you mean “mine”?"
    ),
  ])
  func aMistakeInAThemeIsOneWarning(text: String, message: String) {
    let found = configuration(text).mistakes.map { $0.line(in: "c") }
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("c:" + message) == true, "\(found)")
  }

  /// Wherever that stands.
  @Test func aThemeIsBuiltOnAnotherOfTheFile() throws {
    let file = configuration(
      """
      [themes.late]
      base = "mine"
      link = "bold"
      [themes.mine]
      base = "paper"
      code = "#102030"
      """)
    #expect(file.mistakes == [])
    #expect(file.themes.map(\.name) == ["late", "mine"])
    let late = try #require(file.themes.first)
    #expect(late.attributes(of: Style(.code)).foreground == .rgb(16, 32, 48))
    #expect(late.attributes(of: Style(.heading)) == Theme.paper.attributes(of: Style(.heading)))
    #expect(late.attributes(of: Style(.link)).traits == .bold)
  }

  @Test func themesArePrintedAndMakeTheSame() {
    let file = configuration(
      """
      theme = "two words"
      [themes."two words"]
      base = "b"
      ground = "#d0d0d0 on 16"
      match = "red"
      [themes.b]
      link = "bold"
      [themes.c]
      link = "rot"
      """)
    #expect(file.mistakes.count == 2)
    let printed = Preferences(Preferences.Flags(), file) { _ in nil }.text(file: "c")
    #expect(printed.contains("themes.\"two words\".ground = \"#d0d0d0 on 16\""))
    #expect(printed.contains("# c:4\n"))
    let again = configuration(printed)
    #expect(again.mistakes == [])
    #expect(Set(again.themes) == Set(file.themes))
    #expect(again.values.theme == "two words")
  }
}
