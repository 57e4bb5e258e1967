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

  @Test func whereThereIsRoomTheSectionsOfTheLinesAreNamed() {
    var session = Session(
      "# Page\n\n## One\n\nA cat.\n\nA cat.\n\n## Two\n\nA cat.\n", columns: 100, rows: 14)
    session.type("&cat<Enter>")
    let rows = session.lines.filter { $0.contains("A cat.") }
    #expect(rows.map { $0.contains("1 One") } == [true, false, false])
    #expect(rows.map { $0.contains("2 Two") } == [false, false, true])
    session.resize(columns: 60, rows: 14)
    #expect(!session.text.contains("One"))
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

  /// Keys after `&lighthouse`, and the selected line.
  @Test(arguments: [
    ("/50<Enter>", "Line 50 has"), ("/0<Enter>", "Line 30 has"), ("/0<Enter>n", "Line 40 has"),
    ("/0<Enter>nnN", "Line 40 has"), ("/10<Enter>", "Line 10 has"), ("/17<Enter>", "Line 30 has"),
    ("/50<Esc>", "Line 30 has"), ("/<M-r>[45]0<Enter>n", "Line 50 has"),
    ("/50<Enter>/<Enter>n", "Line 60 has"),
  ])
  func whatIsTypedIsFoundAmongTheLines(keys: String, line: String) {
    let session = session(":51<Enter>&lighthouse<Enter>" + keys)
    #expect(session.state.context == .only)
    #expect(session.marked(.selected).hasPrefix(line), "\(session.text)")
  }

  @Test func whatIsNotAmongTheLinesIsSaid() {
    // It stands in the text, but in no line that is shown.
    var session = session("&lighthouse<Enter>/17<Enter>")
    #expect(session.status.contains("None of the lines has “17”, too."))
    session.type("/50<Enter>n")
    #expect(session.status.contains("No line below has it, too."))
    #expect(session.lines.first?.contains("“lighthouse” · 6 matches · /50") == true)
    session.type("/<M-r>(<Enter>")
    #expect(session.status.contains("is not closed"))
    session.type("<Esc><Esc>")
    #expect(session.state.context == .reading)
  }
}
