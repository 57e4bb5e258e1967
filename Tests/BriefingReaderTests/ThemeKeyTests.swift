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

  @Test func `where colours are off there is no other`() {
    var session = Session("# T\n", columns: 100)
    session.state.theme = .monochrome
    session.state.themes = [.monochrome]
    session.type("t")
    #expect(session.state.theme == .monochrome)
    #expect(session.text.contains("There is no other theme"))
  }
}
