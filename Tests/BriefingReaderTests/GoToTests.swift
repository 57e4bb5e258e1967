import Testing

@testable import BriefingReader

@Suite struct GoToTests {
  /// What is typed, where it leads.
  @Test(
    arguments: [
      ("120", .line(120)), (" 7 ", .line(7)), ("50%", .percent(50)), ("0%", .percent(0)),
      ("100%", .percent(100)),
      ("2.1", .section([2, 1])), ("2.", .section([2])), ("1.2.3", .section([1, 2, 3])), ("q", .quit),
      ("q!", .quit), ("n", .neighbour(.forward)), ("p", .neighbour(.backward)), ("help", .help), ("h", .help),
      ("0", nil), ("101%", nil), ("%", nil), ("x", nil), ("-1", nil), (".", nil), ("2..1", nil), ("", nil),
      ("99999999999999999999", nil), ("٣", nil),
    ] as [(String, GoToTarget?)])
  func isRead(text: String, target: GoToTarget?) { #expect(GoToTarget(text) == target) }

  /// Keys after `:`, the line at the top.
  @Test(arguments: [
    ("1<Enter>", "Page"), ("5<Enter>", "Missile sale"), ("13<Enter>", "Congress"), ("2.1<Enter>", "Deep"),
    ("1.1<Enter>", "Congress"), ("2.<Enter>", "F-35 hopes"), ("0%<Enter>", "Page"),
    ("7<Enter>", "Alpha one."),
    ("<Enter>", "Page"), ("<BS>", "Page"), ("2.1<Esc>", "Page"), ("2.1<Enter><BS>", "Page"),
    ("5<Enter>:2.1<Enter><BS>", "Missile sale"),
  ])
  func goes(keys: String, top: String) {
    var session = Session(Samples.sections, columns: 60, rows: 8)
    session.type(":" + keys)
    #expect(session.topLine == top, "\n\(session.text)")
    #expect(session.state.context == .reading)
  }

  /// What hands that know less and vi type.
  @Test func theWordsOfOtherProgramsAreUnderstood() {
    var session = Session(
      library: Samples.library,
      files: Dictionary(uniqueKeysWithValues: Samples.library.map { ($0.path, "# \($0.title)\n\nText.\n") }),
      rows: 20)
    session.type("<Enter>")
    let first = session.topLine
    session.type(":n<Enter>")
    #expect(session.state.context == .reading)
    #expect(session.topLine != first)
    session.type(":p<Enter>")
    #expect(session.topLine == first)
    session.type(":help<Enter>")
    #expect(session.state.context == .help)
    session.type("q:q<Enter>")
    #expect(session.effects.contains { if case .terminal(.quit) = $0 { true } else { false } })
  }

  @Test func aPercentageIsWhatTheStatusLineTells() {
    let document = (1...200).map { "Line \($0)." }.joined(separator: "\n\n")
    var session = Session(document, columns: 60, rows: 12)
    session.type(":50%<Enter>")
    #expect(session.status.contains("50%"))
    #expect(session.text.contains("Line 104."))
    session.type(":0%<Enter>")
    #expect(session.topLine == "Line 1.")
    session.type(":100%<Enter>")
    #expect(session.status.contains("100%"))
    #expect(session.text.contains("Line 200."))
  }

  @Test func aPercentageOfTheFirstScreenSaysThatItIsThere() {
    var short = Session("# A\n\nText.\n", columns: 60, rows: 12)
    short.type(":50%<Enter>")
    #expect(short.status.contains("All of it is on the screen."))
    let document = (1...12).map { "Line \($0)." }.joined(separator: "\n\n")
    var session = Session(document, columns: 70, rows: 18)
    session.type(":20%<Enter>")
    #expect(session.status.contains("20% is on this first screen, which ends at "), "\(session.status)")
    session.type(":0%<Enter>")
    #expect(!session.status.contains("first screen"))
    session.type(":100%<Enter>")
    #expect(!session.status.contains("screen"))
  }

  @Test func aLineWithinALongBlockIsGoneTo() {
    let code = (1...900).map { "code \($0)" }.joined(separator: "\n")
    var session = Session("# Page\n\n```\n\(code)\n```\n", columns: 60, rows: 12)
    session.type(":500<Enter>")
    let line = Int(session.topLine.dropFirst(5)) ?? 0
    #expect((495...500).contains(line), "\(session.topLine)")
  }

  /// Keys, what is said, and where one is.
  @Test(arguments: [
    (":x<Enter>", "A line (120), a percentage (50%), a section (2.1 or 2.), import or q", Context.goTo),
    (":9.9<Enter>", "There is no section 9.9.", .reading), (":999<Enter>", "There are 35 lines", .reading),
  ])
  func saysWhatCanBeTyped(keys: String, said: String, context: Context) {
    var session = Session(Samples.sections, columns: 100, rows: 12)
    session.type(keys)
    #expect(session.text.contains(said), "\n\(session.text)")
    #expect(session.state.context == context)
  }

  @Test(arguments: [":q<Enter>", "ZZ"]) func quits(keys: String) {
    var session = Session(Samples.sections)
    session.type(keys)
    #expect(session.quitStatus == 0)
  }

  /// Keys, the row that is selected.
  @Test(arguments: [
    (":2<Enter>", "Ankara"), (":100%<Enter>", "broken"), (":99<Enter>", "broken"), (":1<Enter>", "İstanbul"),
  ])
  func inTheListRowsAreLines(keys: String, title: String) {
    var session = Session(library: Samples.library, columns: 100)
    session.type(keys)
    #expect(session.marked(.selected).contains(title))
  }
}
