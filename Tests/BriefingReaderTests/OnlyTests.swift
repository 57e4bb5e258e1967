import Testing

@testable import BriefingReader

/// Showing only the lines that match.
@Suite struct OnlyTests {
  private static let text =
    "# Page\n\n"
    + (1...60).map { "Line \($0)\($0 % 10 == 0 ? " has a lighthouse" : "").\n\n" }.joined()

  private func session(_ keys: String) -> Session {
    var session = Session(Self.text, columns: 70, rows: 14)
    session.type(keys)
    return session
  }

  @Test func theFirstRowNamesThePatternAndTheCount() {
    let session = session("&lighthouse<Enter>")
    #expect(session.lines.first?.hasPrefix(" Lines that match “lighthouse” · 6 matches") == true)
    #expect(session.lines.count { $0.contains("has a lighthouse") } == 6)
    #expect(self.session("&line 17<Enter>").lines.first?.contains("· 1 match") == true)
  }

  /// Keys after the lines are shown, and the selected line.
  @Test(arguments: [
    ("", "Line 30 has"), ("n", "Line 40 has"), ("nN", "Line 30 has"), ("nnnnn", "Line 60 has"),
    ("NN", "Line 10 has"), ("gjn", "Line 30 has"),
  ])
  func matchesAreGoneAlong(keys: String, line: String) {
    let session = session(":51<Enter>&lighthouse<Enter>" + keys)
    #expect(session.marked(.selected).hasPrefix(line), "\(session.text)")
  }

  @Test(arguments: ["<Esc>", "q", "&<Enter>"]) func leavingLeadsBackToWhereOneWas(keys: String) {
    var session = session(":51<Enter>")
    let before = session.topLine
    session.type("&lighthouse<Enter>nn")
    session.type(keys)
    #expect(session.state.context == .reading)
    #expect(session.topLine == before)
    // The matches stay lit, and go on from there.
    session.type("n")
    #expect(session.text.contains("has a lighthouse"))
  }

  @Test func aLineIsOpenedAndLeftAgain() {
    var session = session(":51<Enter>")
    let before = session.topLine
    session.type("&lighthouse<Enter>G<Enter>")
    #expect(session.text.contains("Line 60 has a lighthouse."))
    session.type("<BS>")
    #expect(session.topLine == before)
  }

  @Test func anotherPatternStartsFromTheSamePlace() {
    var session = session(":51<Enter>")
    let before = session.topLine
    session.type("&lighthouse<Enter>G&line 17<Enter><Esc>")
    #expect(session.topLine == before)
  }
}
