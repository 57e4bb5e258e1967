import BriefingReader

/// briefing(1): the program, made of the description of the command line and the table of keys.
enum ProgramManual {
  /// The page.
  static func page(date: String) throws -> String {
    let program = try CommandDescription.program()
    var page = MdocPage(name: "briefing", section: 1, date: date)
    page.section("NAME")
    page.macro("Nm", "briefing")
    page.macro("Nd", plainAbstract(program))
    synopsis(program, &page)
    page.section("DESCRIPTION")
    page.text(program.discussion ?? "")
    page.macro("Pp")
    page.text("The form of the files is described in")
    page.macro("Xr", ["briefing", "5", "."])
    commands(program, &page)
    keys(&page)
    QueryManual.add(to: &page)
    page.section("READING BY LINES")
    page.text(
      """
      With --plain nothing is drawn: what is read is told in lines of text, some at a time, and what is typed behind the \
      prompt are commands. The names of the keys' commands are commands too, also with spaces in them, such as next \
      unread.
      """)
    page.list(
      LineHelp.rows.map { (["Ic", MdocPage.argument($0.words)], sentence($0.meaning)) })
    page.section("ENVIRONMENT")
    page.list(ManualTopics.environment.map { (["Ev", MdocPage.argument($0.term)], $0.meaning) })
    page.section("FILES")
    page.list(ManualTopics.files.map { (["Pa", MdocPage.argument($0.term)], $0.meaning) })
    page.section("EXIT STATUS")
    page.list(ManualTopics.exitStatus.map { ([$0.term], sentence($0.meaning)) })
    page.section("EXAMPLES")
    for (index, example) in ManualTopics.examples.enumerated() {
      if index > 0 { page.macro("Pp") }
      page.text(example.purpose)
      page.display(example.command)
    }
    page.section("SEE ALSO")
    page.macro("Xr", ["less", "1", ","])
    page.macro("Xr", ["xdg-open", "1", ","])
    page.macro("Xr", ["briefing", "5"])
    return page.source
  }

  // A description in NAME is a part of a sentence.
  private static func plainAbstract(_ program: CommandDescription) -> String {
    var abstract = program.abstract ?? ""
    if abstract.hasSuffix(".") { abstract.removeLast() }
    return abstract.prefix(1).lowercased() + abstract.dropFirst()
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func synopsis(_ program: CommandDescription, _ page: inout MdocPage) {
    page.section("SYNOPSIS")
    for (words, command) in program.leaves() {
      page.macro("Nm", ["briefing"])
      for word in words { page.macro("Cm", word) }
      let arguments = command.ownArguments
      let choices = arguments.filter { $0.kind == .flag && !$0.isOptional }
      for (index, choice) in choices.enumerated() {
        page.macro("Fl", Array(choice.usage.dropFirst()) + (index < choices.count - 1 ? ["|"] : []))
      }
      for argument in arguments where argument.kind != .positional && argument.isOptional {
        page.macro("Op", argument.usage)
      }
      for argument in arguments where argument.kind == .positional {
        if argument.isOptional {
          page.macro("Op", argument.usage)
        } else {
          page.macro("Ar", Array(argument.usage.dropFirst()))
        }
      }
    }
    page.macro("Nm", ["briefing"])
    page.macro("Fl", ["\\-help", "|", "Fl", "\\-version"])
  }

  private static func commands(_ program: CommandDescription, _ page: inout MdocPage) {
    page.section("COMMANDS")
    for (words, command) in program.leaves() {
      page.part((["briefing"] + words).joined(separator: " "))
      page.text(command.abstract ?? "")
      if let discussion = command.discussion {
        page.macro("Pp")
        page.text(discussion)
      }
      let items = command.ownArguments.map { ($0.term, $0.meaning) }
      if !items.isEmpty { page.list(items) }
    }
  }

  private static func keys(_ page: inout MdocPage) {
    page.section("KEYS")
    page.text(
      """
      In the program, ? shows the keys that work where you are. Keys that are named one after the other are pressed \
      one after the other; C- is Control, M- is Alt or Escape before the key, S- is Shift.
      """)
    var known: Set<String> = []
    for group in KeyGroup.allCases {
      let rows = CommandTable.entries.filter { entry in
        entry.contexts.contains(where: group.contexts.contains) && known.insert(entry.name).inserted
      }
      guard !rows.isEmpty else { continue }
      page.part(group.title)
      page.list(
        rows.map { row in
          (
            ["Ic", MdocPage.argument(keys(of: row))],
            row.help.text(Keymap.standard, in: row.contexts[0]) + "."
          )
        })
    }
  }

  /// The keys of a row; of a range the first and the last.
  private static func keys(of row: CommandEntry) -> String {
    let keys = row.bindings.map(\.keys.description)
    guard row.commands.count > 1, let first = keys.first, let last = keys.last else {
      return keys.joined(separator: ", ")
    }
    return "\(first) ... \(last)"
  }
}

/// Where keys hold, as the manual divides them: each row of the table is told in the first group that has it.
private enum KeyGroup: CaseIterable {
  case briefing, list, search, windows, prompts, everywhere

  var title: String {
    switch self {
    case .briefing: "In a briefing and its outline"
    case .list: "In the list"
    case .search: "In the search and its results"
    case .windows: "In windows over the text"
    case .prompts: "While typing"
    case .everywhere: "Elsewhere"
    }
  }

  var contexts: [Context] {
    switch self {
    case .briefing: contexts(.text)
    case .list: contexts(.list)
    case .search: contexts(.results)
    case .windows: contexts(.window)
    case .prompts: contexts(.prompt)
    case .everywhere: Context.allCases
    }
  }

  private func contexts(_ kind: Context.Kind) -> [Context] { Context.allCases.filter { $0.kind == kind } }
}
