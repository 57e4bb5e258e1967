/// The arguments of `briefing search`, so that a query may begin with an exclusion: `briefing search "-sale missile"`.
enum SearchArguments {
  private static let flags: Set = ["--json", "--all", "-h", "--help", "-help", "--version"]
  private static let options: Set = ["--limit", "--sort", "--color", "--library"]

  /// The program's arguments with the options of a search first and `--` before all else, where the query begins with a
  /// hyphen; all others as they are.
  static func ordered(_ arguments: [String]) -> [String] {
    guard arguments.first == SearchCommand.configuration.commandName, !arguments.contains("--") else {
      return arguments
    }
    var known: [String] = []
    var others: [String] = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      let name = String(argument.prefix { $0 != "=" })
      if flags.contains(argument) || options.contains(name) && name != argument {
        known.append(argument)
      } else if options.contains(argument) {
        known.append(argument)
        if let value = rest.popFirst() { known.append(value) }
      } else {
        others.append(argument)
      }
    }
    // An option that nobody knows is a mistake; a query has one hyphen.
    guard let query = others.first, query.hasPrefix("-"), !query.hasPrefix("--"), query.count > 1 else {
      return arguments
    }
    return [arguments[0]] + known + ["--"] + others
  }
}
