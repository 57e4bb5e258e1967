import Testing

@testable import BriefingReader

@Suite struct CommandTableTests {
  @Test(arguments: Context.allCases) func aKeyAsksForOneCommand(context: Context) {
    var owners: [Key: Command] = [:]
    for entry in CommandTable.entries where entry.contexts.contains(context) {
      for key in entry.keys {
        #expect(owners[key] == nil, "\(key) in \(context): \(entry.command) and \(owners[key]!)")
        owners[key] = entry.command
      }
    }
  }

  @Test(arguments: CommandTable.entries) func everyCommandCanBeReachedAndIsExplained(entry: CommandEntry) {
    #expect(!entry.keys.isEmpty)
    #expect(!entry.contexts.isEmpty)
    #expect(entry.help.first?.isUppercase == true)
    #expect(entry.help.count <= 64, "one line of help: \(entry.help)")
    #expect(!entry.help.hasSuffix("."))
  }

  @Test(arguments: Context.allCases) func printableKeysAreTypedIntoPrompts(context: Context) {
    guard context.isPrompt else { return }
    for entry in CommandTable.entries where entry.contexts.contains(context) {
      for case .character(let character) in entry.keys {
        // In a search it divides words as a space does, so nobody misses it.
        if context == .search, character == "\\" { continue }
        Issue.record("\(character) cannot be typed in \(context): it asks for \(entry.command)")
      }
    }
  }

  @Test func theKeymapHoldsEveryKeyOfTheTable() {
    for entry in CommandTable.entries {
      for context in entry.contexts {
        for (index, key) in entry.keys.enumerated() {
          #expect(
            Keymap.standard[context, key] == Keymap.Binding(command: entry.command, count: index + 1))
        }
      }
    }
  }

  @Test func digitsCountTheTopSections() {
    #expect(Keymap.standard[.reading, "7"] == Keymap.Binding(command: .topSection, count: 7))
  }
}
