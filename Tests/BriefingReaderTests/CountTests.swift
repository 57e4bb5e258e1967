import Testing

@testable import BriefingReader

/// Numbers before commands, as in vi and less.
@Suite struct CountTests {
  private static let text = "# T\n\n" + (1...60).map { "## S\($0)\n\nLine \($0).\n\n" }.joined()

  private func session(_ text: String = text) -> Session {
    var session = Session(text, columns: 60, rows: 14)
    session.state.keymap.countDigits()
    return session
  }

  private func top(_ keys: String) -> String {
    var session = session()
    session.type(keys)
    return session.topLine
  }

  @Test func `a command is done so often`() {
    #expect(top("5j") == top("jjjjj"))
    #expect(top("12j3k") == top("jjjjjjjjj"))
    #expect(top("2<Space>") == top("<Space><Space>"))
    #expect(top("3]") == top("]]]"))
    #expect(top("10]4[") == top("]]]]]]]]]][[[["))
  }

  @Test func `a number names a line or a percentage`() {
    #expect(top("83G") == top(":83<Enter>"))
    #expect(top("83g") == top(":83<Enter>"))
    #expect(top("50%") == top(":50%<Enter>"))
    #expect(top("G") == top("99999G"))
  }

  @Test func `a count of briefings passes over as many`() {
    let rows = (1...6).map { Samples.row("Issue \($0)", "2025-05-\(20 - $0)") }
    let files = Dictionary(
      uniqueKeysWithValues: (1...6).map { ("news/Issue \($0).md", "# Issue \($0)\n\nText.\n") })
    var session = Session(library: rows, files: files)
    session.state.keymap.countDigits()
    session.type("<Enter>3J")
    #expect(session.topLine == "Issue 4")
    session.type("2K")
    #expect(session.topLine == "Issue 2")
    session.type("99J")
    #expect(session.topLine == "Issue 6")
    session.type("3J")
    #expect(session.text.contains("This is the last briefing of the list."))
  }

  /// Around the ends it goes where as many keys would.
  @Test func `a count of matches is one move`() {
    var session = session()
    session.type("40]/line<Enter>")
    let before = session.state.reading?.search?.current
    session.type("125n")
    #expect(session.state.reading?.search?.current == before.map { ($0 + 125) % 60 })
    #expect(session.text.contains("Past the last match: on from the first."))
    session.type("125N")
    #expect(session.state.reading?.search?.current == before)
  }

  @Test func `a count of sections passes over none and ends at the ends`() {
    #expect(top("2}") == top("}}"))
    #expect(top("40]3{") == top("40]{{{"))
    #expect(top("9999]") == "S60")
    #expect(top("20]9999[") == "T")
    var nested = Session(
      "# T\n\n## A\n\n### AA\n\n## B\n\n### BB\n\n### BC\n\n## C\n\nEnd.\n", columns: 60, rows: 6)
    nested.state.keymap.countDigits()
    nested.type("2]2}")
    #expect(nested.topLine == "C")
    nested.type("2{")
    #expect(nested.topLine == "A")
  }

  @Test func `a count moves in the outline, in help, in a note and in what stands beside the results`() {
    var outline = session()
    outline.type("<Tab>5j")
    #expect(outline.state.reading?.currentSection == 5)
    outline.type("2k")
    #expect(outline.state.reading?.currentSection == 3)
    var help = session()
    help.type("?7j")
    #expect(help.state.help?.top == 7)
    help.type("3G")
    #expect(help.state.help?.top == 2)
    var results = Session(
      library: Samples.library, files: ["news/Ankara and the jets.md": Self.text], columns: 120, rows: 24)
    results.library.hits = Samples.hits
    results.state.keymap.countDigits()
    results.type("Sgamma<Tab>")
    let start = results.state.search?.preview?.top
    results.type("<M-n><M-n><M-n>")
    let end = results.state.search?.preview?.top
    results.type("<M-p><M-p><M-p>")
    #expect(results.state.search?.preview?.top == start)
    results.type("3<M-n>")
    #expect(results.state.search?.preview?.top == end && end != start)
  }

  @Test func `in the list it names a row`() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: 60, rows: 14)
    session.state.keymap.countDigits()
    session.type("3G")
    #expect(session.state.list?.selection == 2)
    session.type("2k")
    #expect(session.state.list?.selection == 0)
  }

  @Test func `a count starts at the row that continues, too`() {
    var memory = CannedMemory()
    let row = Samples.library[1]
    memory.continuation = Continuation(path: row.path, title: row.title, section: "", percent: 43)
    var session = Session(library: Samples.library, files: Samples.libraryFiles, rows: 14, memory: memory)
    session.state.keymap.countDigits()
    #expect(session.state.list?.isAtContinuation == true)
    session.type("3j")
    #expect(session.state.list?.selection == 2)
    session.type("3k")
    #expect(session.state.list?.isAtContinuation == true)
  }

  @Test func `what was typed is shown, and Escape takes it back`() {
    var session = session()
    session.type("12")
    #expect(session.status.hasPrefix(" 12 …"))
    #expect(session.status.contains("Esc cancel"))
    session.type("<Esc>")
    #expect(!session.status.hasPrefix(" 12 …"))
    session.type("j")
    #expect(session.topLine == top("j"))
  }

  @Test func `zero begins no number`() {
    var session = session()
    session.type("0")
    #expect(session.status.contains("0 does nothing here"))
    #expect(top("10j") == top("jjjjjjjjjj"))
  }

  @Test func `a large number ends at the end and does no more work than that`() {
    var session = session("# T\n\nShort.\n")
    session.type("9999999999j")
    #expect(session.state.count == nil)
    #expect(session.topLine == "T")
  }

  @Test func `digits are typed into prompts and go to sections without numbers`() {
    var session = session()
    session.type("/12")
    #expect(session.state.prompt?.text == "12")
    var plain = Session(Self.text, columns: 60, rows: 14)
    plain.type("4")
    #expect(plain.topLine == "S4")
  }

  @Test func `a percentage without a number is asked for`() {
    var session = session()
    session.type("%")
    #expect(session.state.context == .goTo)
    #expect(session.status.hasPrefix(" %"))
    session.type("50<Enter>")
    #expect(session.topLine == top("50%"))
    session.type("g%50%<Enter>")
    #expect(session.topLine == top("50%"))
    session.type("%120<Enter>")
    #expect(session.text.contains("A percentage is a number from 0 to 100."))
    #expect(session.state.context == .goTo)
    session.type("<Esc>101%")
    #expect(session.text.contains("A percentage is 100 at most."))
  }

  /// Of one definition: the percentage is that of the screen's last row, whatever its height.
  @Test(arguments: [8, 14, 30, 60]) func `the last line says the percentage that was gone to`(rows: Int) {
    let text = "# T\n\n" + (1...400).map { "Line \(1000 + $0) of them all.\n\n" }.joined()
    for percent in [15, 33, 50, 67, 90, 99, 100] {
      var counted = Session(text, columns: 60, rows: rows)
      counted.state.keymap.countDigits()
      counted.type("\(percent)%")
      #expect(counted.status.contains("\(percent)%"), "\(percent): \(counted.status)")
      for keys in [":\(percent)%<Enter>", "%\(percent)<Enter>"] {
        var typed = Session(text, columns: 60, rows: rows)
        typed.type(keys)
        #expect(typed.text == counted.text, "\(keys)")
      }
    }
  }

  @Test func `help tells of numbers only where they hold`() {
    var session = session()
    session.type("?/number before<Enter>")
    #expect(session.text.contains("A number before a command repeats it, or names the"))
    var plain = Session(Self.text, columns: 60, rows: 14)
    plain.type("?/number before<Enter>")
    #expect(plain.text.contains("No key matches"))
  }
}

/// What can follow the first key of a sequence.
@Suite struct FollowingKeyTests {
  @Test(arguments: [30, 60, 200]) func `all that can follow is shown, in more rows where one is not enough`(
    columns: Int
  ) {
    var session = Session("# T\n\nText.\n", columns: columns, rows: 20)
    let all: [(keys: KeySequence, name: String, command: Command)] = [
      ("g g", "start", .move(.start)), ("g f", "follow link", .followLink), ("g h", "help", .help),
      ("g s", "jump", .jump), ("g e", "end", .move(.end)),
    ]
    for (keys, _, command) in all { session.state.keymap.bind(keys, to: command, in: .reading) }
    session.type("g")
    for (keys, name, _) in all {
      #expect(session.text.contains("\(keys.keys[1]) \(name)"), "\n\(session.text)")
    }
    #expect(session.status.contains("Esc cancel"))
  }
}

/// Help by groups.
@Suite struct HelpGroupTests {
  @Test func `help is divided by what keys are for`() {
    var session = Session("# T\n\n## A\n\nText.\n", columns: 80, rows: 120)
    session.type("?")
    let rows = session.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let titles = rows.filter { row in CommandGroup.allCases.contains { $0.rawValue == row } }
    #expect(
      titles == [
        "Move", "Sections", "Find", "Links", "Marks", "Copy, edit, hand on", "Library", "Page", "Program",
      ])
  }

  @Test func `a search finds groups and keys, and groups without a row go`() {
    var session = Session("# T\n\n## A\n\nText.\n", columns: 80, rows: 40)
    session.type("?/links<Enter>")
    #expect(session.text.contains("Follow a link"))
    #expect(!session.text.contains("Sections"))
    session.type("/<C-u>pgdn<Enter>")
    #expect(session.text.contains("Move one page down"))
    #expect(!session.text.contains("Follow a link"))
  }

  @Test(arguments: Context.allCases) func `every command is in a group that is shown`(context: Context) {
    let entries = CommandTable.entries.filter { $0.contexts.contains(context) }
    let shown = HelpState().rows(.standard, context).filter { !$0.isTitle }.count
    #expect(shown >= entries.count)
  }
}
