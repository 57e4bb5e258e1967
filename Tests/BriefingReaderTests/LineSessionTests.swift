import BriefingCore
import BriefingLayout
import Testing

@testable import BriefingReader

/// A conversation in line mode: lines go in, what is told comes out.
private struct Conversation {
  private var session: Session
  private var lines: LineSession
  private(set) var ending: Int32?
  /// What was copied.
  private(set) var copied: [String] = []

  init(_ session: Session, rows: Int = 12) {
    self.session = session
    var state = session.state
    state.options.textWidth = 60
    lines = LineSession(state, rows: rows)
    _ = lines.update(.resize(Size(rows: 3, columns: 62)))
  }

  /// What is told first.
  mutating func start() -> [String] { lines.report() }

  /// What a line is answered with.
  mutating func say(_ line: String) -> [String] {
    perform(lines.take(line))
    #expect(!lines.isWaiting)
    return lines.report()
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if case .terminal(.quit(let status)) = effect { ending = status }
      if case .terminal(.copy(let clip)) = effect {
        copied.append(String(decoding: clip.bytes, as: UTF8.self))
      }
      for event in session.answers(to: effect) { perform(lines.update(event)) }
    }
  }

  /// Lets time pass.
  mutating func wait(seconds: Int) {
    lines.state.now.uptime += seconds * 1000
    lines.state.now.time += Int64(seconds * 1000)
  }

  var state: State { lines.state }
}

@Suite struct LineSessionTests {
  private static let harbour =
    "---\ntitle: Harbour works\n---\nThe lead, see [cranes](#cranes) and [us](https://example.org/x).\n\n"
    + ["Dredging", "Cranes", "Ferries"].map { section in
      "## \(section)\n\n"
        + (1...10).map { "\(section) item \($0)\($0 == 7 ? " with a ~~light~~house" : "").\n\n" }.joined()
    }.joined() + "### Night\n\nNo ferries.\n"

  private func reading(_ memory: CannedMemory? = nil) -> Conversation {
    Conversation(Session(Self.harbour, memory: memory))
  }

  private func library(_ memory: CannedMemory? = nil) -> Conversation {
    Conversation(
      Session(
        library: [
          Samples.row("Harbour works", "2025-05-16"), Samples.row("Trams"),
        ],
        files: ["news/Harbour works.md": Self.harbour, "news/Trams.md": "# Trams\n\nTrams run.\n"],
        memory: memory))
  }

  @Test func aBriefingIsToldInPiecesThatEndWithTheirSection() {
    var talk = reading()
    let first = talk.start()
    #expect(first.first?.hasPrefix("[Harbour works") == true)
    #expect(first.contains("The lead, see cranes and us."))
    #expect(!first.contains { $0.contains("Dredging item") })
    #expect(first.last?.hasSuffix("more: Enter)") == true)
    let second = talk.say("")
    #expect(second.first?.contains("Dredging") == true)
    #expect(second.contains("Dredging item 1."))
    let third = talk.say("more")
    // Nothing is told twice, nothing is left out.
    let items = (second + third).filter { $0.contains(" item ") }
    #expect(
      items
        == (1...items.count).map {
          $0 == 7 ? "Dredging item 7 with a ~~light~~house." : "Dredging item \($0)."
        })
  }

  @Test func allOfItIsToldByEnter() {
    var talk = reading()
    var all = talk.start()
    for _ in 0..<50 where all.last != "(end)" { all += talk.say("") }
    #expect(all.last == "(end)")
    #expect(all.count { $0.contains(" item ") } == 30)
    #expect(all.contains("No ferries."))
    #expect(talk.say("").first?.hasPrefix("This is the end.") == true)
  }

  @Test func sectionsAreGoneToByNextPreviousNumberAndPart() {
    var talk = reading()
    _ = talk.start()
    #expect(talk.say("next").first?.contains("Dredging") == true)
    #expect(talk.say("n").first?.contains("Cranes") == true)
    #expect(talk.say("p").first?.contains("Dredging") == true)
    #expect(talk.say("3").first?.contains("Ferries") == true)
    #expect(talk.say("3.1").first?.contains("Night") == true)
    #expect(talk.say("n") == ["This is the last section."])
    #expect(talk.say("9").first?.contains("no section 9") == true)
    #expect(talk.say("50%").contains { $0.contains("item") })
    #expect(talk.say("where").first?.hasPrefix("Harbour works, section ") == true)
  }

  @Test func theOutlineNamesSectionsAndWhereOneIs() {
    var talk = reading(CannedMemory())
    _ = talk.start()
    _ = talk.say("2")
    let outline = talk.say("outline")
    #expect(outline.first?.hasPrefix("Harbour works: 4 sections") == true)
    #expect(outline.contains { $0.contains("Cranes") && $0.hasSuffix("you are here") })
    #expect(talk.say("1").first?.contains("Dredging") == true)
    #expect(talk.say("outline").count > 3)
    #expect(talk.say("back").first?.contains("Dredging") == true)
  }

  @Test func matchesAreFoundOneByOne() {
    var talk = reading()
    _ = talk.start()
    let first = talk.say("find lighthouse")
    #expect(first.first?.hasPrefix("Match 1 of 3, in 1 ") == true)
    #expect(first.contains("Dredging item 7 with a ~~light~~house."))
    #expect(talk.say("find").first?.hasPrefix("Match 2 of 3") == true)
    #expect(talk.say("previous match").first?.hasPrefix("Match 1 of 3") == true)
    #expect(talk.say("/nowhere") == ["No match for “nowhere”."])
  }

  @Test func linksAreListedAndFollowed() {
    var talk = reading()
    _ = talk.start()
    let links = talk.say("links")
    #expect(
      links == [
        "Links here; a number follows one:", "1. cranes, to #cranes", "2. us, to https://example.org/x",
      ])
    #expect(talk.say("1").first?.contains("Cranes") == true)
    #expect(talk.say("place-back").contains("The lead, see cranes and us."))
    _ = talk.say("links")
    #expect(talk.say("2") == ["Open https://example.org/x in another program? yes, no or copy"])
    #expect(talk.say("no").first == "Not opened.")
    _ = talk.say("links")
    _ = talk.say("2")
    #expect(talk.say("yes").first?.hasPrefix("Opening https://example.org/x") == true)
    _ = talk.say("links")
    _ = talk.say("2")
    // Another command is a no.
    #expect(talk.say("next").first?.contains("Dredging") == true)
  }

  @Test func theListIsNumberedAndOpened() {
    var talk = library()
    let list = talk.start()
    #expect(list.first == "news: 2 briefings, newest first")
    #expect(list.dropFirst().first?.hasPrefix("1. Harbour works, ") == true)
    #expect(talk.say("2").contains("Trams run."))
    #expect(talk.say("back").first == "news: 2 briefings, newest first")
    #expect(talk.say("open harbour").first?.hasPrefix("[Harbour works") == true)
    #expect(talk.say("next briefing").contains("Trams run."))
    #expect(talk.say("list trams").first == "news: 1 briefing with “trams”, newest first")
    #expect(talk.say("list").count == 3)
    #expect(talk.say("open 7") == ["There is no 7 to choose."])
    #expect(talk.say("order").first?.hasPrefix("Ordered by title") == true)
    #expect(talk.say("open nothing").contains("No briefing of the list has these words."))
  }

  @Test func aLongListComesInPieces() {
    let rows = (1...30).map { Samples.row("Issue \($0)") }
    var talk = Conversation(Session(library: rows))
    let first = talk.start()
    #expect(first.last == "(18 more: Enter)")
    let all = first.dropLast() + talk.say("").dropLast() + talk.say("")
    #expect(all.count { $0.contains("Issue ") } == 30)
    #expect(talk.say("") == ["That was all."])
  }

  @Test func theLibraryIsSearched() {
    var session = Session(
      library: [Samples.row("Trams")], files: ["news/Trams.md": "# Trams\n\nTrams run.\n"])
    session.library.hits = [Samples.hit("Trams", "2025-05-15", "Trams run at night.")]
    var talk = Conversation(session)
    _ = talk.start()
    let hits = talk.say("search night")
    #expect(hits.first == "1 section in 1 briefing; a number opens one:")
    #expect(hits.contains("   Trams run at night."))
    #expect(talk.say("1").contains { $0.contains("Trams run.") })
    #expect(talk.say("back").first == "1 section in 1 briefing; a number opens one:")
    #expect(talk.say("search nowhere").first == "Nothing found for “nowhere”.")
  }

  @Test func marksAreSetAndUndone() {
    var talk = reading(CannedMemory())
    _ = talk.start()
    _ = talk.say("2")
    #expect(talk.say("read").first?.hasPrefix("Marked “Cranes” read") == true)
    #expect(talk.say("read") == ["It is read already."])
    #expect(talk.say("outline").contains { $0.contains("Dredging, unread") })
    #expect(talk.say("undo").first?.hasPrefix("Undone") == true)
    #expect(talk.say("unread") == ["It is unread already."])
    #expect(talk.say("star").first != nil)
  }

  /// What was told is on the state's screen, and nothing else.
  @Test func onlyWhatWasToldCountsAsRead() throws {
    var talk = reading(CannedMemory())
    _ = talk.start()
    talk.wait(seconds: 600)
    _ = talk.say("where")
    let marks = try #require(talk.state.reading?.memory?.marks)
    #expect(marks.sections.map(\.isRead) == [true, false, false, false, false])
  }

  @Test func whatIsNoCommandIsSaid() {
    var talk = reading()
    _ = talk.start()
    for line in ["frobnicate", "go nowhere", "accept", "order", "star x", "\u{1B}[2J"] {
      #expect(talk.say(line).first?.hasSuffix("is no command here. help lists them.") == true, "\(line)")
    }
    #expect(talk.say("open") == ["Here that is: a number, or open WORDS."])
    #expect(talk.say("search") == ["Here that is: search WORDS."])
    #expect(talk.say("yes") == ["There is no question."])
    #expect(talk.say("list") == ["There is no list: a file was opened, not a folder."])
  }

  @Test func helpNamesEveryCommandAndThoseOfTheKeys() {
    var talk = reading()
    _ = talk.start()
    #expect(talk.say("help").contains { $0.hasPrefix("outline") })
    #expect(talk.say("help unread").contains { $0.hasPrefix("next-unread:") })
    #expect(talk.say("help zzz") == ["No command has “zzz”."])
  }

  // MARK: What the screen has

  /// Whoever knows a command of the screen by its name learns how it is done here, or why it is not.
  @Test func everyCommandOfTheScreenIsThereOrSaysWhyNot() {
    let contexts: [Context] = [.list, .reading, .results]
    var count = 0
    for entry in CommandTable.entries {
      guard let context = entry.contexts.first(where: contexts.contains), let command = entry.commands.first
      else {
        continue
      }
      count += 1
      let typed = LineCommand(entry.name, in: context)
      switch LineReach(command) {
      case .byName: #expect(typed != nil, "\(entry.name)")
      case .byWords(let words):
        #expect(typed != nil, "\(entry.name)")
        // What is to be typed is a command itself.
        let example = words.replacing("a number", with: "1").split(separator: ",")[0]
        #expect(LineCommand(String(example), in: context) != nil, "\(words)")
      case .never(let reason):
        #expect(typed == .elsewhere(entry.name, .never(reason)), "\(entry.name)")
        #expect(LineHelp.absences.contains { $0.contains(reason) && $0.contains(entry.name) })
      }
    }
    #expect(count > 60)
    var talk = reading()
    _ = talk.start()
    #expect(talk.say("theme") == ["There is no theme here, since nothing is drawn here."])
    #expect(talk.say("go-to-percent") == ["Here that is: 50%."])
  }

  @Test func theSectionIsPipedAndWhatComesBackIsTold() {
    var session = Session(Self.harbour)
    session.runs = { command, input in
      PipedOutput(
        output: Array("\(command) got \(input.split(separator: "\n")[0])\u{1B}[2J\n".utf8), errors: [],
        ending: "done", isComplete: true)
    }
    var talk = Conversation(session)
    _ = talk.start()
    _ = talk.say("2")
    #expect(talk.say("| wc -l") == ["wc -l got ## Cranes^[[2J", "done: wc -l"])
    #expect(talk.say("pipe sort").last == "done: sort")
    #expect(talk.say("where").first?.contains("2 Cranes") == true)
  }

  @Test func longOutputIsToldInPiecesAndWhole() {
    var session = Session(Self.harbour)
    session.runs = { _, _ in
      let text = (1...30).map { "row \($0)\n" }.joined()
      return PipedOutput(output: Array(text.utf8), errors: [], ending: "status 3", isComplete: false)
    }
    var talk = Conversation(session)
    _ = talk.start()
    var told = talk.say("pipe seq 30")
    #expect(told.contains("(more: Enter)"))
    while told.last == "(more: Enter)" { told += talk.say("") }
    #expect(told.count { $0.hasPrefix("row ") } == 30)
    #expect(told.last == "status 3: seq 30")
  }

  @Test func theSectionIsWrittenAndCopied() {
    var session = Session(Self.harbour)
    session.existing = ["old.md"]
    var talk = Conversation(session)
    _ = talk.start()
    _ = talk.say("2")
    #expect(talk.say("write new.md").first?.hasPrefix("Written to new.md: section 2, ") == true)
    #expect(talk.say("W old.md").first?.hasPrefix("old.md is there already, and stays as it is") == true)
    // The refused name is typed by nobody.
    #expect(talk.say("write next.md").first?.hasPrefix("Written to next.md") == true)
    _ = talk.say("copy")
    #expect(talk.copied.last?.hasPrefix("## Cranes\n") == true)
  }

  /// A script that types on would miss it.
  @Test func whatBecomesOfSomethingHandedOnIsWaitedFor() {
    for line in ["write new.md", "copy", "edit"] {
      let session = Session(Self.harbour)
      var lines = LineSession(session.state, rows: 12)
      _ = lines.report()
      _ = lines.take(line)
      #expect(lines.isWaiting, "\(line)")
      _ = lines.update(.handed(.failed(message: "No.")))
      #expect(!lines.isWaiting)
      #expect(lines.report().first == "No.")
      _ = lines.take(line)
      _ = lines.update(.interrupt)
      #expect(!lines.isWaiting)
    }
  }

  @Test func whatWasToldLastCanBeHandedOnAsItWasTold() {
    var talk = reading()
    let told = talk.start()
    #expect(talk.say("select").first?.hasPrefix("Selected: what was told last.") == true)
    _ = talk.say("copy")
    #expect(talk.copied.last?.contains("The lead, see cranes and us.\n") == true)
    #expect(talk.copied.last?.contains("Dredging item") == false)
    #expect(told.contains("The lead, see cranes and us."))
    // Once: afterwards it is the section again.
    _ = talk.say("2")
    _ = talk.say("select")
    _ = talk.say("where")
    _ = talk.say("copy")
    #expect(talk.copied.last?.hasPrefix("## Cranes\n") == true)
  }

  @Test func linesThatMatchAreListedOnceAndGoneTo() {
    var talk = reading()
    _ = talk.start()
    let lines = talk.say("only lighthouse")
    #expect(lines.first == "Lines that have “lighthouse”, 3 matches; a number goes there:")
    #expect(lines.dropFirst().first == "1. Dredging item 7 with a lighthouse.")
    #expect(lines.count == 4)
    #expect(talk.say("2").contains("Cranes item 7 with a ~~light~~house."))
    #expect(talk.say("&item 9").count == 4)
    #expect(talk.say("back").first?.contains("Cranes") == true, "where it was")
    _ = talk.say("regex item [12]\\b")
    #expect(talk.say("only").count == 7)
    #expect(talk.say("regex (").first?.hasPrefix("The expression is not one: ") == true)
    #expect(talk.state.context == .reading)
    // Two matches of one line are one row.
    #expect(talk.say("only ferries").filter { $0.contains("No ferries.") }.count == 1)
  }

  @Test func aSectionIsJumpedToByItsTitle() {
    var talk = reading()
    _ = talk.start()
    #expect(talk.say("jump night").first?.contains("Night") == true)
    #expect(talk.say("jump zzzz") == ["No section matches."])
    #expect(talk.say("where").first?.contains("Night") == true)
  }

  @Test func rowsOfTheListAreMarkedAndCopiedWithoutBeingOpened() {
    var talk = library(CannedMemory())
    _ = talk.start()
    #expect(talk.say("read 2").first?.contains("“Trams”") == true)
    #expect(talk.say("copy 2").first?.contains("the path of the file") == true)
    #expect(talk.copied == ["news/Trams.md"])
    #expect(talk.say("star 9") == ["There is no 9 to choose."])
    #expect(talk.say("pipe wc") == ["This needs a briefing: open one first."])
    _ = talk.say("1")
    #expect(talk.say("star 2").first?.hasPrefix("A number is for a row of the list") == true)
    _ = talk.say("links")
    #expect(talk.say("copy 2").first?.contains("the address") == true)
    #expect(talk.copied.last == "https://example.org/x")
  }

  @Test func whereNothingOpensAddressesTheyAreCopied() {
    var session = Session(Self.harbour)
    session.opensAddresses = false
    var talk = Conversation(session)
    _ = talk.start()
    _ = talk.say("links")
    #expect(talk.say("2") == ["Nothing here opens https://example.org/x; copy it? yes or no"])
    _ = talk.say("yes")
    #expect(talk.copied == ["https://example.org/x"])
  }

  @Test func itEndsByQuitAndByBackFromTheStart() {
    var talk = reading()
    _ = talk.say("quit")
    #expect(talk.ending == 0)
    var other = reading()
    _ = other.say("back")
    #expect(other.ending == 0)
  }

  @Test func nothingFromAFileIsAControl() {
    var talk = Conversation(
      Session("# A \u{1B}[2J\n\n[x\u{1B}]0;y\u{7}](#\u{1B}c)\n\n## B\u{9B}2J\n\ntext\u{202E}\n"))
    var told = talk.start()
    let lines = ["", "outline", "text", "links", "where", "find text", "open \u{1B}[2J", "no \u{9B}2J", "1"]
    for line in lines { told += talk.say(line) }
    #expect(
      told.allSatisfy {
        $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
      })
  }
}

@Suite struct LineCommandTests {
  @Test(
    arguments: [
      ("", .more), ("  ", .more), ("Next", .section(.forward)), ("7", .number(7)),
      ("2.1", .goTo(.section([2, 1]))),
      ("50%", .goTo(.percent(50))), ("line 120", .goTo(.line(120))), ("go b", .goToBookmark("b")),
      ("bookmark A", .bookmark("a")), ("find  two words ", .find("two words")), ("/x", .find("x")),
      ("read all", .command(.markAllRead, row: nil)), ("next-unread", .command(.unread(.forward), row: nil)),
      ("Previous Change", .command(.change(.backward), row: nil)), ("list is:unread", .list("is:unread")),
      ("q", .quit),
      ("| wc -l", .pipe("wc -l")), ("|wc", .pipe("wc")), ("pipe sort -u", .pipe("sort -u")),
      ("W a b.md", .write("a b.md")), ("write ~/x.md", .write("~/x.md")), ("&x", .only("x")),
      ("only", .only("")),
      ("regex a+", .regex("a+")), ("jump night", .jump("night")), ("copy", .command(.copy, row: nil)),
      ("star 12", .command(.star, row: 12)), ("read 3", .mark(isRead: true, row: 3)),
      ("edit", .command(.openEditor, row: nil)),
      ("theme", .elsewhere("theme", .never("nothing is drawn here"))),
      ("Select Lines", .elsewhere("select-lines", .byWords("select"))),
    ] as [(String, LineCommand)])
  func whatIsTyped(line: String, command: LineCommand) {
    #expect(LineCommand(line, in: .reading) == command)
  }

  @Test(arguments: [
    "nonsense", "go", "line x", "bookmark ab", "delete-word", "section", "more of it", "star 0", "read x",
    "theme 3",
  ])
  func whatIsNone(line: String) { #expect(LineCommand(line, in: .reading) == nil) }
}
