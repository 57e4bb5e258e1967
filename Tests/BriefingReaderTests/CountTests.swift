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

  @Test func `in the list it names a row`() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: 60, rows: 14)
    session.state.keymap.countDigits()
    session.type("3G")
    #expect(session.state.list?.selection == 2)
    session.type("2k")
    #expect(session.state.list?.selection == 0)
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
    session.type("<Esc>101%")
    #expect(session.text.contains("A percentage is 100 at most."))
  }

  @Test func `help tells of numbers only where they hold`() {
    var session = session()
    session.type("?/number before<Enter>")
    #expect(session.text.contains("Type a number before a command"))
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
