import Testing

@testable import BriefingReader

@Suite struct CommandTableTests {
  /// No keys are taken from a command by another, and none hides a longer sequence.
  @Test(arguments: Context.allCases) func keysAskForOneCommand(context: Context) {
    var keymap = Keymap()
    for entry in CommandTable.entries where entry.contexts.contains(context) {
      for binding in entry.bindings {
        #expect(!keymap.clashes(binding.keys, in: context), "\(binding.keys) in \(context): \(entry.name)")
        keymap.bind(binding.keys, to: binding.command, in: context)
      }
    }
  }

  @Test(arguments: CommandTable.entries) func everyCommandCanBeReachedAndIsExplained(entry: CommandEntry) {
    #expect(!entry.bindings.isEmpty)
    #expect(!entry.contexts.isEmpty)
    let help = entry.help.text(.standard, in: entry.contexts[0])
    #expect(help.first?.isUppercase == true)
    #expect(help.count <= 64, "one line of help: \(help)")
    #expect(!help.hasSuffix("."))
    #expect(entry.name.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test func namesAreOfOneRow() {
    let names = CommandTable.entries.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Context.allCases) func printableKeysAreTypedIntoPrompts(context: Context) {
    guard context.isPrompt else { return }
    for entry in CommandTable.entries where entry.contexts.contains(context) {
      for binding in entry.bindings where binding.keys.keys.contains(where: { $0.typed != nil }) {
        Issue.record("\(binding.keys) cannot be typed in \(context): it asks for \(entry.name)")
      }
    }
  }

  @Test func theKeymapHoldsEveryKeyOfTheTable() {
    for entry in CommandTable.entries {
      for context in entry.contexts {
        for binding in entry.bindings {
          #expect(Keymap.standard.meaning(of: binding.keys.keys, in: context) == .command(binding.command))
          #expect(Keymap.standard.keys(for: binding.command, in: context).contains(binding.keys))
        }
      }
    }
  }

  @Test func theStandardKeymapIsThatOfAllRows() { #expect(Keymap.standard == Keymap(CommandTable.entries)) }

  @Test(arguments: CommandTable.entries) func aRowHasOneCommandOrOneForEachKey(entry: CommandEntry) {
    #expect(entry.commands.count == 1 || entry.commands.count == entry.bindings.count)
    #expect(Set(entry.commands).count == entry.commands.count)
  }

  @Test func digitsCountTheTopSections() {
    #expect(Keymap.standard.meaning(of: ["7"], in: .reading) == .command(.topSection(7)))
  }
}
