import BriefingReader
import Testing

@testable import BriefingConfiguration

/// Keys in the users' own syntax.
@Suite struct KeyTests {
  private func configuration(_ text: String) -> Configuration { Configuration(Array(text.utf8), home: nil) }

  private func keymap(_ text: String) throws -> Keymap {
    let file = configuration(text)
    #expect(file.mistakes == [])
    return try #require(file.keymap)
  }

  private func meaning(_ keymap: Keymap, _ keys: String, _ context: Context = .reading) throws
    -> Keymap.Meaning
  {
    keymap.meaning(of: try #require(KeySequence(written: keys)).keys, in: context)
  }

  @Test func theTableInTheCommentedFileIsTheDefaultKeymap() throws {
    var builder = KeymapBuilder(Keymap())
    let text = "[keys]\n" + KeyTable.lines.joined(separator: "\n")
    builder.apply(configuration(text).keyLines)
    #expect(builder.mistakes == [])
    for context in Context.allCases {
      for command in Set(CommandTable.entries.flatMap(\.commands)) {
        #expect(
          Set(builder.keymap.keys(for: command, in: context))
            == Set(Keymap.standard.keys(for: command, in: context)),
          "\(command) in \(context)")
      }
    }
  }

  @Test(arguments: KeyPreset.allCases) func aPresetHoldsAndLosesNothing(preset: KeyPreset) {
    var builder = KeymapBuilder(.standard)
    builder.apply(preset)
    #expect(builder.mistakes == [])
    for entry in CommandTable.entries where entry.commands.count == 1 {
      for context in entry.contexts {
        let keys = entry.commands.flatMap { builder.keymap.keys(for: $0, in: context) }
        #expect(!keys.isEmpty, "\(entry.name) in \(context)")
      }
    }
  }

  @Test func aSequenceTakesThePlaceOfItsFirstKey() throws {
    let keymap = try keymap("[keys]\n\"g g\" = \"start\"\n")
    #expect(try meaning(keymap, "g") == .start)
    #expect(try meaning(keymap, "g g") == .command(.move(.start)))
    #expect(try meaning(keymap, "g g", .list) == .command(.move(.start)))
    #expect(try meaning(keymap, "Home") == .command(.move(.start)), "other keys of the command stay")
  }

  @Test func keysHoldWhereTheTableSays() throws {
    let keymap = try keymap("[keys]\n\"E\" = \"end\"\n[keys.list]\n\"a\" = \"end\"\n")
    #expect(try meaning(keymap, "a", .list) == .command(.move(.end)))
    #expect(try meaning(keymap, "a", .reading) == .nothing)
    #expect(try meaning(keymap, "E", .reading) == .command(.move(.end)))
  }

  @Test func severalCommandsShareAKeyInTheirPlaces() throws {
    let keymap = try keymap("[keys]\n\"R\" = [\"look-again\", \"toggle-wrap\"]\n")
    #expect(try meaning(keymap, "R", .list) == .command(.lookAgain))
    #expect(try meaning(keymap, "R", .reading) == .command(.toggle(.wrap)))
  }

  @Test func falseUnbinds() throws {
    let keymap = try keymap("keys.Q = false\nkeys.reading.\"'\" = false\n")
    #expect(try meaning(keymap, "Q") == .nothing)
    #expect(try meaning(keymap, "Q", .list) == .nothing)
    #expect(try meaning(keymap, "' a") == .nothing, "and all that begins with it")
    #expect(try meaning(keymap, "' a", .list) == .command(.goToBookmark("a")))
  }

  @Test func falseUnbindsNothingButWhatStartsWithTheKeys() throws {
    let file = configuration("[keys]\npreset = \"vi\"\n\"g g\" = false\n")
    let keymap = try #require(file.keymap)
    #expect(file.mistakes == [])
    #expect(try meaning(keymap, "g g") == .nothing)
    #expect(try meaning(keymap, "g t") == .command(.briefing(.forward)))
    #expect(
      try meaning(try #require(configuration("keys.\"g g\" = false").keymap), "g") == .command(.move(.start)))
  }

  @Test func controlAndSpaceIsWhatTerminalsSend() throws {
    let keymap = try keymap("keys.C-Space = \"redraw\"")
    #expect(keymap.meaning(of: [.control("@")], in: .reading) == .command(.redraw))
  }

  /// The order of lines does not matter, and a table of one context says more than that of all.
  @Test(arguments: [
    "keys.g = false\nkeys.\"g x\" = \"end\"\n", "keys.\"g x\" = \"end\"\nkeys.g = false\n",
    "keys.reading.\"g x\" = \"end\"\nkeys.g = false\n",
    "keys.reading.\"g x\" = \"end\"\nkeys.\"g\" = \"redraw\"\n",
  ]) func theOrderOfLinesDoesNotMatter(text: String) throws {
    let keymap = try keymap(text)
    #expect(try meaning(keymap, "g x") == .command(.move(.end)))
    #expect(try meaning(keymap, "g") == .start)
  }

  @Test func aLineThatIsNotUsedDoesNotHold() {
    let file = configuration("[keys]\n\"g\" = \"start\"\n\"g g\" = \"end\"\n")
    #expect(file.mistakes.count == 1)
    #expect(file.keyLines.map(\.keys) == ["g"])
  }

  @Test func commandsTakeArgumentsAndRangesGiveThem() throws {
    let keymap = try keymap(
      "[keys]\n\"F2\" = \"top-section 12\"\n\"M-m\" = \"set-bookmark q\"\n\"` a..c\" = \"go-to-bookmark\"\n")
    #expect(try meaning(keymap, "F2") == .command(.topSection(12)))
    #expect(try meaning(keymap, "M-m") == .command(.setBookmark("q")))
    #expect(try meaning(keymap, "` b") == .command(.goToBookmark("b")))
    #expect(try meaning(keymap, "` d") == .nothing)
  }

  @Test func lettersAreTypedWhereTheyAreTyped() throws {
    let keymap = try keymap("[keys]\n\"R\" = \"redraw\"\n")
    #expect(try meaning(keymap, "R", .reading) == .command(.redraw))
    for context in Context.allCases where context.isPrompt || context == .links {
      #expect(try meaning(keymap, "R", context) == .nothing)
    }
  }

  @Test(arguments: [KeyPreset.vi, .less]) func digitsAreNumbersWithSomePresets(preset: KeyPreset) throws {
    let keymap = try keymap("keys.preset = \"\(preset.rawValue)\"")
    #expect(keymap.countsDigits)
    #expect(try meaning(keymap, "5") == .nothing)
    #expect(try !self.keymap("keys = { preset = \"\(preset.rawValue)\", counts = false }").countsDigits)
  }

  @Test func theFileComesBeforeThePreset() throws {
    let keymap = try keymap("[keys]\npreset = \"less\"\n\"f\" = \"follow-link\"\n\"z\" = false\n")
    #expect(try meaning(keymap, "f") == .command(.followLink))
    #expect(try meaning(keymap, "z") == .nothing)
    #expect(try meaning(keymap, "e") == .command(.move(.down)))
  }

  @Test func withoutKeysInTheFileNoneAreMade() {
    #expect(configuration("theme = \"mono\"").keymap == nil)
  }

  @Test(arguments: [
    ("keys.g = \"strat\"", "1:10: there is no command “strat”; did you mean “start”?"),
    ("keys.g = 5", "1:10: “keys.g” takes a command, a list of commands, or false for none, not 5"),
    ("keys.gg = \"start\"", "1:1: “gg” is not a key; write keys as"),
    ("keys.\"S-x\" = \"start\"", "1:1: “S-x” is not a key"),
    (
      "keys.C-1 = \"start\"",
      "1:1: “C-1” never reaches the program: terminals send Control with the letters a to z"
    ),
    ("keys.F20 = \"start\"", "1:1: “F20” never reaches the program: terminals send F1 to F12"),
    ("keys.C-Enter = \"start\"", "1:1: “C-Enter” never reaches the program: terminals send Enter alone"),
    ("keys.\"g g\" = false", "1:1: “g g” asks for nothing, so it cannot be unbound"),
    ("keys.C-c = \"start\"", "1:1: “C-c” never reaches the program: the terminal makes an interrupt"),
    ("keys.\"x C-z\" = \"start\"", "1:1: “x C-z” never reaches the program"),
    ("keys.x = \"top-section\"", "1:10: “top-section” takes a number from 1 to 99: “top-section 3”"),
    ("keys.x = \"set-bookmark A\"", "1:10: “set-bookmark” takes a letter from a to z"),
    ("keys.x = \"start 3\"", "1:10: “start” takes no argument"),
    ("keys.x = \"accept\"", "1:1: “x” is typed where “accept” holds; take a key with C- or M-"),
    ("keys.list.x = \"pan-left\"", "1:15: “pan-left” does nothing in list; it holds in reading"),
    ("keys.lists.x = \"start\"", "1:1: there is no place called “lists”; did you mean “list”?"),
    ("[keys.lists]\nx = \"start\"", "1:2: there is no table [keys.lists]; did you mean “keys.list”?"),
    (
      "[keys]\n\"v v\" = \"start\"\nv = \"end\"",
      "3:1: “v” cannot be told from “v v” in line 2 (list); this one is not used there"
    ),
    (
      "[keys]\n\"Up\" = \"end\"\n\"↑\" = \"start\"",
      "3:1: “↑” is bound in line 2 already (list); this one is not used there"
    ),
    ("keys.v = [\"start\", \"end\"]", "1:1: “v” has two commands (list); the first holds"),
    ("keys.counts = true\nkeys.5 = \"end\"", "2:1: “5” is never reached: digits are numbers before commands"),
    ("keys.F9 = false", "1:1: “F9” asks for nothing, so it cannot be unbound"),
    ("keys.preset = \"vim\"", "1:15: “keys.preset” has no value “vim”; did you mean “vi”?"),
    ("keys.counts = 1", "1:15: “keys.counts” takes true or false, not 1"),
  ])
  func aMistakeInTheKeysIsOneWarning(text: String, message: String) {
    let found = configuration(text).mistakes.map { $0.line(in: "c") }
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("c:" + message) == true, "\(found)")
  }

  @Test func whatLosesItsLastKeyIsTold() {
    let file = configuration("[keys]\n\"f\" = \"page-down\"\n\"g g\" = \"end\"\n")
    #expect(file.mistakes == [])
    #expect(
      file.losses.map { $0.line(in: "c") } == [
        "c:2:1: “f” leaves “follow-link” without a key (reading); give it another, or false"
      ])
    #expect(configuration("[keys]\n\"f\" = \"page-down\"\n\"F\" = \"follow-link\"\n").losses == [])
  }

  @Test func whatIsPrintedBindsTheSame() throws {
    let file = configuration(
      "[keys]\npreset = \"vi\"\n\"x\" = [\"star\"]\n[keys.list]\n\"\\\"\" = \"end\"\n\"q\" = false\n")
    let held = Preferences(Preferences.Flags(), file) { _ in nil }
    let text = held.text(file: "c")
    #expect(text.contains("keys.\"x\" = \"star\""))
    #expect(text.contains("# c:3\n"))
    let again = configuration(text)
    #expect(again.mistakes == [])
    #expect(again.keymap == file.keymap)
  }

  /// Of lines of which a part does not hold, the rest is printed, and binds the same.
  @Test(arguments: [
    ("[keys]\n\"R\" = [\"look-again\", \"strat\"]\n", "keys.\"R\" = \"look-again\""),
    ("[keys]\n\"v\" = \"order\"\n\"v v\" = \"start\"\n", "keys.reading.\"v v\" = \"start\""),
    ("[keys]\n\"` b\" = \"end\"\n\"` a..c\" = \"set-bookmark\"\n", "keys.\"` c\" = \"set-bookmark c\""),
    ("[keys]\n\"M-p\" = [\"accept\", \"start 3\"]\n", "keys.\"M-p\" = \"accept\""),
  ])
  func whatHoldsOfALineIsPrinted(text: String, line: String) {
    let file = configuration(text)
    #expect(file.mistakes.count == 1)
    let printed = Preferences(Preferences.Flags(), file) { _ in nil }.text(file: "c")
    #expect(printed.contains(line), "\(printed)")
    let again = configuration(printed)
    #expect(again.mistakes == [], "\(printed)")
    #expect(again.keymap == file.keymap, "\(printed)")
  }
}
