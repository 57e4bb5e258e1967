import BriefingCore
import BriefingSearch
import Testing

@testable import BriefingReader

/// Keys in the search of a library, what is on the screen.
@Suite struct SearchTests {
  private func session(columns: Int = 80, rows: Int = 24) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: rows)
    session.library.hits = Samples.hits
    return session
  }

  @Test func sectionsAreFoundAsOneTypes() {
    var session = session()
    session.type("Sgam")
    #expect(
      session.lines[0] == " Search news                              7 sections in 3 briefings, best first")
    #expect(session.lines[2].hasPrefix(" Ankara and the jets   "))
    #expect(session.lines[2].hasSuffix("  15 May 2025"))
    #expect(session.lines[3].hasPrefix("   2 F-35 hopes   "))
    #expect(session.lines[3].hasSuffix("  +3 sections"))
    #expect(session.lines[4] == "   Gamma one. The F-35 again.")
    #expect(session.lines[5].hasSuffix("  +1 section  16 May 2025"), "what no section line says")
    #expect(!session.lines[9].contains("+"))
    #expect(session.marked(.match) == "Gamma|Gamma|Gamma")
    #expect(session.status.hasPrefix(" Search: gam"))
  }

  /// Keys after `Sgamma`, the title of the selected hit.
  @Test(arguments: [
    ("", "Ankara"), ("<Down>", "İstanbul"), ("<C-n><C-n>", "Erdoğan"), ("<Down><Down><Down>", "Erdoğan"),
    ("<Tab><S-Tab>", "Ankara"), ("<Up>", "Ankara"), ("<Down><C-p>", "Ankara"), ("<PgDn>", "Erdoğan"),
    ("<PgDn><PgUp>", "Ankara"), ("<Down><Home><Left>", "İstanbul"), ("<Down> presi", "Erdoğan"),
    ("<C-o>", "İstanbul"), ("<Down><C-o>", "İstanbul"), ("<C-o><C-o>", "Ankara"),
    ("<Down><BS>", "Ankara"),
  ])
  func selects(keys: String, title: String) {
    var session = session()
    session.type("Sgamma" + keys)
    #expect(session.marked(.selected).trimmed.hasPrefix(title), "\n\(session.text)")
  }

  @Test func ordersByDateOnDemandAndSaysSo() {
    var session = session()
    session.type("Sgamma<C-o>")
    #expect(session.lines[0].contains("newest first"))
    #expect(session.lines[2].contains("İstanbul"))
    #expect(session.status.contains("C-o order"))
    session.type("<C-o>")
    #expect(session.lines[0].contains("best first"))
  }

  @Test func ofVeryManyTheCountSaysHowTheyAreOrdered() {
    var session = session()
    session.library.total = .init(sections: 1_204_000, briefings: 310)
    session.type("Sgamma")
    #expect(session.lines[0].hasSuffix("1,204,000 sections in 310 briefings, best first"))
    session.resize(columns: 50, rows: 24)
    #expect(session.lines[0].hasSuffix("  1,204,000 sections in 310 briefings"))
    session.resize(columns: 36, rows: 24)
    #expect(session.lines[0].hasSuffix("  1,204,000 sections"))
  }

  /// Keys after `S`, a line that says what to do.
  @Test(arguments: [
    ("zebra", "Nothing found for “zebra”."), ("zebra", "turk*"), ("zebra crossing", "fewer words find more"),
    ("\"zebra crossing", "Without the quotes"), ("", "Type words"), ("   ", "Type words"),
    ("", "after:2025-05"),
    ("zebra*", "Nothing found for “zebra*”."), ("gamma<C-u>", "Type words"), ("<Enter>", "Type words"),
    ("<Down>", "There is no earlier search yet."),
    ("tag:", "There is nothing to search for in “tag:” yet: keep typing."),
    ("tag:zebra", "Without tag: the words may stand anywhere."),
    ("gamma -title:zebra zebra", "Without title:"),
    ("after:zebra", "“after:zebra” is not a date; write after:2025-05-15"),
    ("zebra before:2020", "before:2025-06"), ("12:30", "The start of a word and *"),
    ("zebra<Enter>", "Nothing found for “zebra”."), ("zebra<Down><Up><PgDn>", "Nothing found"),
  ])
  func saysWhatToDo(keys: String, line: String) {
    var session = session()
    session.type("S" + keys)
    #expect(session.text.contains(line), "\n\(session.text)")
    #expect(session.state.context == .search)
  }

  @Test func whatIsNotYetAQueryIsNotSaidToBeNowhere() {
    var session = session()
    session.type("Stag:")
    #expect(!session.text.contains("othing found"))
    session.type("zebra")
    #expect(session.lines[0].hasSuffix("nothing found"))
  }

  @Test func aPasteOfAnyLengthLeavesRoomForWhatHelps() {
    var session = session()
    session.type("S")
    session.send(.paste(String(repeating: "zebra ", count: 5000)))
    #expect(session.text.contains("…”."))
    #expect(session.text.contains("fewer words find more"))
  }

  @Test(arguments: ["S", "jS", "Sgamma", "Sgamma<Down>"]) func escapeGoesBackToTheList(keys: String) {
    var session = session()
    session.type(keys + "<Esc>")
    #expect(session.state.context == .list)
    #expect(session.marked(.selected).contains(keys.hasPrefix("j") ? "Ankara" : "İstanbul"))
    #expect(session.state.prompt == nil)
    session.type("q")
    #expect(session.quitStatus == 0)
  }

  @Test(arguments: ["S", "Sgamma", "<Tab>S"]) func escapeGoesBackToTheBriefingAtItsPlace(keys: String) {
    var session = session(columns: 60, rows: 12)
    session.type("j<Enter>2" + keys)
    #expect(session.state.context == .search)
    session.type("<Esc>")
    #expect(session.topLine == "F-35 hopes")
    #expect(session.state.context == .reading)
  }

  @Test func interruptLeavesTheSearchBeforeTheProgram() {
    var session = session()
    session.type("Sgamma")
    session.send(.interrupt)
    #expect(session.state.context == .list)
    #expect(session.quitStatus == nil)
  }

  @Test func aFileByItselfHasNoLibrary() {
    var session = Session(Samples.sections)
    session.type("S")
    #expect(session.status.contains("There is no library to search: open a folder."))
    #expect(session.state.context == .reading)
  }

  @Test func aPasteIsSearchedForButOpensNothing() {
    var session = session()
    session.type("S")
    session.send(.paste("gamma\none\n"))
    #expect(session.state.context == .search)
    #expect(session.lines[0].contains("4 sections in 1 briefing"))
    #expect(session.status.hasPrefix(" Search: gamma one"))
  }

  @Test func anythingCanBeTyped() {
    var session = session()
    session.type("S/?[]sjkqQS\\<lt>")
    #expect(session.state.prompt?.text == "/?[]sjkqQS\\<")
    #expect(session.status.hasPrefix(" Search: /?[]sjkqQS\\<"))
  }

  @Test func helpTellsTheKeysAndComesBackToWhatWasTyped() {
    var session = session(columns: 100, rows: 80)
    session.type("Sgamma<F1>")
    #expect(session.text.contains("Keys in the search"))
    for entry in CommandTable.entries where entry.contexts.contains(.search) {
      let help = entry.help.text(.standard, in: .search)
      #expect(session.lines.contains { $0.hasSuffix("   " + help) }, "\(entry.name)")
    }
    #expect(session.lines.contains { $0.hasPrefix(" tag:nato") })
    #expect(session.lines[3].hasPrefix(" Enter "))
    session.type("/order<Enter>q")
    #expect(session.status.hasPrefix(" Search: gamma"))
    session.type("<Enter>")
    #expect(session.topLine == "F-35 hopes")
  }

  @Test func aNoteOfTheSearchIsShown() {
    var session = session()
    session.library.note = "searching without an index: slower"
    session.type("Sgamma")
    #expect(session.lines[1] == " searching without an index: slower")
    session.resize(columns: 40, rows: 6)
    #expect(session.lines[0].hasPrefix(" searching without"))
  }

  @Test func theProgressOfTheIndexIsToldWhileItLasts() {
    var session = session(columns: 100)
    session.send(.indexing(IndexProgress(done: 41_200, total: 100_000)))
    #expect(session.status.contains("indexing 41,200 of 100,000"))
    session.type("Szebra")
    #expect(session.status.contains("zebra   indexing 41,200 of 100,000"))
    #expect(session.text.contains("more may be found soon"))
    session.send(.indexing(nil))
    #expect(!session.text.contains("indexing"))
    #expect(!session.text.contains("soon"))
  }

  @Test func theLibraryIsIndexedAndWatchedOnce() {
    let session = session()
    let watched = session.effects.compactMap { effect in
      if case .work(.watch(let path)) = effect { path } else { nil }
    }
    #expect(watched == ["news"])
  }
}
