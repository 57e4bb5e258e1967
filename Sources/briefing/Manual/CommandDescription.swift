import ArgumentParser
import Foundation

/// A command as the argument parser describes it: the source of `--help`, of the completions and of the manual.
struct CommandDescription: Decodable {
  /// What is typed.
  var commandName: String
  /// One line.
  var abstract: String?
  /// Paragraphs, separated by blank lines.
  var discussion: String?
  /// What it takes.
  var arguments: [Argument]?
  /// Its subcommands.
  var subcommands: [CommandDescription]?
  /// The subcommand that is meant where none is typed.
  var defaultSubcommand: String?
  /// Whether help shows it.
  var shouldDisplay: Bool

  /// An operand or option.
  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      enum Kind: String, Decodable {
        case long, short, longWithSingleDash
      }

      var kind: Kind
      var name: String
    }

    var kind: Kind
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var allValues: [String]?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  /// The whole program.
  static func program() throws -> CommandDescription {
    struct Dump: Decodable {
      var command: CommandDescription
    }
    return try JSONDecoder().decode(Dump.self, from: Data(BriefingCommand._dumpHelp().utf8)).command
  }

  /// The commands that do something themselves, each with the words that name it after the program's name: those of
  /// `state` are named by two words, the default one by none.
  func leaves() -> [(words: [String], command: CommandDescription)] {
    var leaves: [([String], CommandDescription)] = []
    // Depth first, in order.
    var rest: [([String], CommandDescription)] = [([], self)]
    while let (words, command) = rest.popLast() {
      let subcommands = (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
      if subcommands.isEmpty { leaves.append((words, command)) }
      rest += subcommands.reversed().map {
        ($0.commandName == command.defaultSubcommand ? words : words + [$0.commandName], $0)
      }
    }
    return leaves
  }

  /// What a command takes besides what every command takes.
  var ownArguments: [Argument] {
    (arguments ?? []).filter {
      $0.shouldDisplay && !["help", "version"].contains($0.names?.last?.name ?? "")
    }
  }
}

extension CommandDescription.Argument {
  /// Its names as an option, in mdoc, separated by a comma, with the value that it takes.
  var term: [String] {
    guard kind != .positional else { return ["Ar", MdocPage.argument(operand)] }
    let names = (names ?? []).map(\.mdoc)
    return names.enumerated().flatMap { index, name in
      name + value + (index < names.count - 1 ? [","] : [])
    }
  }

  /// The shortest way to write it, in mdoc, for the synopsis.
  var usage: [String] {
    guard kind != .positional else {
      return ["Ar", MdocPage.argument(operand)] + (isRepeating ? ["No", "..."] : [])
    }
    return (names?.last?.mdoc ?? []) + value
  }

  private var operand: String { valueName ?? "value" }
  private var value: [String] { kind == .option ? ["Ar", MdocPage.argument(operand)] : [] }

  /// What it does, its values and its default.
  var meaning: String {
    var parts = [abstract ?? ""]
    if let allValues, !(abstract ?? "").contains(allValues.joined(separator: ", ")) {
      parts.append("Values: \(allValues.joined(separator: ", ")).")
    }
    if let defaultValue, !(abstract ?? "").contains("default") { parts.append("Default: \(defaultValue).") }
    return parts.joined(separator: " ")
  }
}

extension CommandDescription.Argument.Name {
  fileprivate var mdoc: [String] {
    switch kind {
    case .long: ["Fl", MdocPage.argument("-" + name)]
    case .short, .longWithSingleDash: ["Fl", MdocPage.argument(name)]
    }
  }
}
