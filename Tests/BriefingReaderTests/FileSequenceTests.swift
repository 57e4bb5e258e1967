import Testing

@testable import BriefingReader

/// Several briefings that the command line names.
@Suite struct FileSequenceTests {
  private func session(_ keys: String = "", missing: Set<String> = []) -> Session {
    var session = Session("", columns: 100, rows: 10)
    session.files = ["b.md": "# Second\n", "a.md": "# First\n\n[third](c.md)\n", "c.md": "# Third\n"]
    for path in missing { session.files[path] = nil }
    let (state, effects) = State.files(
      ["b.md", "a.md", "c.md"], size: session.screen.size, theme: .monochrome)
    session.state = state
    session.perform(effects)
    session.type(keys)
    return session
  }

  @Test(arguments: [
    ("", "Second"), ("J", "First"), ("JJ", "Third"), ("JJK", "First"), ("JK", "Second"), ("J<BS>", "Second"),
    ("Jf", "First"), ("J<Enter>", "Third"), ("J<Enter>K", "First"),
  ])
  func jAndKGoInTheOrderGiven(keys: String, title: String) {
    let session = session(keys)
    #expect(session.text.contains(title), "\n\(session.text)")
  }

  @Test(arguments: [
    ("K", "This is the first of 3 briefings."), ("JJJ", "This is the last of 3 briefings."),
    ("J<C-l>", "briefing 2 of 3"),
  ])
  func whereTheReaderIsIsSaid(keys: String, text: String) {
    #expect(session(keys).status.contains(text))
  }

  @Test func oneThatCannotBeReadIsPassed() {
    let session = session("J", missing: ["a.md"])
    #expect(session.text.contains("Second"))
    #expect(session.status.hasPrefix(" a.md: there is no such file"))
    #expect(self.session("JJ", missing: ["a.md"]).text.contains("Third"))
  }

  @Test func theFirstThatCanBeReadIsShown() {
    let session = session(missing: ["b.md", "a.md"])
    #expect(session.text.contains("Third"))
    #expect(session.status.hasPrefix(" a.md: there is no such file"))
    let none = self.session(missing: ["a.md", "b.md", "c.md"])
    #expect(none.status.contains("c.md: there is no such file"))
    #expect(none.state.context == .opening)
  }

  @Test func oneThatWasGivenUpIsNotPassed() {
    var session = session()
    session.answersOpening = false
    session.type("J<Esc>")
    session.answersOpening = true
    session.type("J")
    #expect(session.text.contains("First"))
  }
}
