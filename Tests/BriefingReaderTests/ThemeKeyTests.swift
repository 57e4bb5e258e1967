import BriefingLayout
import Testing

@testable import BriefingReader

/// Trying themes.
@Suite struct ThemeKeyTests {
  @Test func `each theme is shown in turn, with how to keep it`() {
    var session = Session("# T\n\n## A\n\nText.\n", columns: 100)
    session.state.theme = .standard
    var names: [String] = []
    for _ in Theme.builtIn {
      session.type("t")
      names.append(session.state.theme.name)
      #expect(session.text.contains("Theme \(session.state.theme.name), "))
      #expect(session.text.contains("theme = \"\(session.state.theme.name)\""))
    }
    #expect(names == Theme.builtIn.dropFirst().map(\.name) + ["default"])
  }

  @Test func `the message leaves the text uncovered`() {
    var session = Session("# T\n\n" + Samples.longParagraph, columns: 80, rows: 12)
    session.state.theme = .standard
    let text = session.lines.dropLast()
    for _ in Theme.builtIn {
      session.type("t")
      #expect(session.lines.dropLast() == text, "\(session.state.theme.name)")
    }
  }

  /// Others would look like one of these.
  @Test(arguments: [
    (ColorDepth.none, ["mono"]), (.sixteen, ["default", "mono"]), (.palette, Theme.builtIn.map(\.name)),
    (.direct, Theme.builtIn.map(\.name)),
  ]) func `only themes are tried that the terminal can show`(depth: ColorDepth, names: [String]) {
    var session = Session("# T\n", columns: 100)
    session.state.theme = .night
    session.state.limitThemes(to: depth)
    #expect(session.state.themes.map(\.name) == names)
    #expect(names.contains(session.state.theme.name))
    session.type("t")
    #expect(names.contains(session.state.theme.name))
  }

  @Test func `where colours are off there is no other`() {
    var session = Session("# T\n", columns: 100)
    session.state.theme = .monochrome
    session.state.themes = [.monochrome]
    session.type("t")
    #expect(session.state.theme == .monochrome)
    #expect(session.text.contains("There is no other theme"))
  }
}
