import Testing

@testable import BriefingReader

@Suite struct KeymapTests {
  @Test func aSequenceNeedsAllOfItsKeys() {
    let keymap = Keymap.standard
    #expect(keymap.meaning(of: ["Z"], in: .reading) == .start)
    #expect(keymap.meaning(of: ["Z", "Z"], in: .reading) == .command(.quit))
    #expect(keymap.meaning(of: ["Z", "j"], in: .reading) == .nothing)
    #expect(keymap.meaning(of: ["j"], in: .reading) == .command(.move(.down)))
    #expect(keymap.meaning(of: [Key(.down, .shift)], in: .reading) == .command(.move(.down)))
    #expect(keymap.meaning(of: [Key(.enter, .alt)], in: .reading) == .nothing)
  }

  @Test func wordsNameTheKeyAndWhatItDoes() {
    let words: Wording = "Left off · \(key: .move(.start), does: "start")"
    #expect(words.text(.standard, in: .reading) == "Left off · g start")
    // Where commands are typed by name, the name says both.
    #expect(words.text(Keymap(), in: .reading) == "Left off · start")
  }

  @Test func aNewBindingTakesThePlaceOfWhatCouldNotBeToldFromIt() {
    var keymap = Keymap.standard
    keymap.bind("g g", to: .move(.start), in: .reading)
    #expect(keymap.meaning(of: ["g"], in: .reading) == .start)
    #expect(keymap.meaning(of: ["g", "g"], in: .reading) == .command(.move(.start)))
    #expect(keymap.keys(for: .move(.start), in: .reading).map(\.description) == ["Home", "<", "g g"])
    keymap.bind("g", to: .move(.end), in: .reading)
    #expect(keymap.meaning(of: ["g"], in: .reading) == .command(.move(.end)))
    #expect(keymap.keys(for: .move(.start), in: .reading).map(\.description) == ["Home", "<"])
    #expect(keymap.meaning(of: ["g"], in: .list) == .command(.move(.start)), "elsewhere all is as it was")
  }

  @Test func unbindingTakesWhatStartsWithTheKeysAndNothingElse() {
    var keymap = Keymap.standard
    #expect(keymap.unbind("g g", in: .reading) == [])
    #expect(keymap.meaning(of: ["g"], in: .reading) == .command(.move(.start)))
    #expect(keymap.unbind("'", in: .reading).count == 28)
    #expect(keymap.meaning(of: ["'"], in: .reading) == .nothing)
    #expect(keymap.meaning(of: ["'"], in: .list) == .start)
  }

  private func session(_ keymap: Keymap, columns: Int = 100) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: 24)
    session.state.keymap = keymap
    session.library.hits = Samples.hits
    return session
  }

  /// Keys, and what is said with the keys of the table.
  @Test(arguments: [
    ("/zebra<Enter>", "Esc shows all"), ("<F5>", "F5 does nothing here · ? keys"),
    ("<Enter>n", "Nothing to find yet: / starts"), ("<Enter>a", "a does nothing here · ? keys"),
    ("<Enter>wl", "are wrapped: w lets them pan"), ("Sgamma<Enter>qSzebra<C-u>", "↑ brings them back"),
    ("S<Enter>", "then Enter opens"), ("<Esc>", "q quits"), (":2.1<Enter>", "Enter opens one"),
    ("<Enter>", "] section"), ("<Enter>?", "q back"), ("S", "F1 help"), ("Z", "Z quit"),
  ])
  func theKeysInWordsAreThoseOfTheKeymap(keys: String, words: String) throws {
    var session = session(.standard)
    session.type(keys)
    #expect(session.text.contains(words), "\n\(session.text)")

    // The same commands by other keys: no word names one of the table's.
    var keymap = Keymap()
    var next = 0xE000
    var moved: [Key: Key] = [:]
    for entry in CommandTable.entries {
      for context in entry.contexts {
        for binding in entry.bindings {
          let others = binding.keys.keys.map { key in
            moved[key]
              ?? {
                next += 1
                let other = Key.character(Character(Unicode.Scalar(UInt32(next)) ?? " "))
                moved[key] = other
                return other
              }()
          }
          keymap.bind(try #require(KeySequence(others)), to: binding.command, in: context)
        }
      }
    }
    session = self.session(keymap)
    for key in Key.sequence(keys) {
      let typed = session.state.prompt != nil && key.typed != nil
      session.send(.key(typed ? key : moved[key] ?? key))
    }
    #expect(!session.text.contains(words), "\n\(session.text)")
  }

  @Test func aBegunSequenceIsShownWithWhatCanFollow() {
    var session = session(.standard)
    session.type("Z")
    #expect(session.status.hasPrefix(" Z …"))
    #expect(session.status.contains("Z quit"))
    #expect(session.status.contains("Esc cancel"))
    session.type("<Esc>")
    #expect(session.status.hasPrefix(" 1 of 4"))
    #expect(session.quitStatus == nil)
    session.type("Zj")
    #expect(session.status.contains("Z j does nothing here · ? keys"))
    #expect(session.marked(.selected).contains("İstanbul"), "the second key is not done by itself")
    session.type("ZZ")
    #expect(session.quitStatus == 0)
  }

  @Test(arguments: ["Z", "<Enter>Z"]) func interruptEndsABegunSequenceToo(keys: String) {
    var session = session(.standard)
    session.type(keys)
    session.send(.resize(session.screen.size))
    #expect(session.status.hasPrefix(" Z …"), "other events do not end it")
    session.send(.paste("x"))
    #expect(!session.status.hasPrefix(" Z …"))
  }

  /// Where, a key that means nothing there, what is said.
  @Test(arguments: [
    ("", "a", "a does nothing here · ? keys"), ("<Enter>", "a", "a does nothing here · ? keys"),
    ("<Enter>", "й", "й does nothing here · F1 keys"), ("<Enter>", "ξ", "ξ does nothing here · F1 keys"),
    ("<Enter><Tab>", "a", "a does nothing here · ? keys"), ("?", "a", "a does nothing here · ? keys"),
    ("<Enter>", "<F9>", "F9 does nothing here · ? keys"),
    ("Sgamma", "<F9>", "F9 does nothing here · F1 keys"),
    ("Sgamma<Tab>", "a", "a does nothing here · ? keys"), ("/x", "<F9>", "F9 does nothing here · Esc back"),
    ("<Enter>", "gg", ""),
  ])
  func whatMeansNothingSaysSo(where: String, key: String, said: String) {
    var session = session(.standard)
    session.type(`where` + key)
    if !said.isEmpty { #expect(session.text.contains(said), "\n\(session.text)") }
    if said.isEmpty { #expect(session.state.message == nil) }
  }
}
