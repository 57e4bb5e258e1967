import BriefingLayout
import Testing

@testable import BriefingReader

/// Nothing falls through: in each context each command does something that a reader can notice.
@Suite struct EveryCommandTests {
  private static let document = """
    ---
    title: Jets
    author: A. Writer
    ---
    Lead with a [link](#two), a [way](https://example.org/) and a note[^n].

    ## One

    Alpha, alpha.

        0---------1---------2---------3---------4---------5---------6---------7---------8---------9---------x

    ### Deep

    \(Samples.longParagraph)

    ## Two

    \(Samples.longParagraph)

    ## Three

    Alpha.

    [^n]: \(Samples.longParagraph) \(Samples.longParagraph) \(Samples.longParagraph)
    """

  /// Keys from the list to the context: in one of these states each of its commands does something.
  private static func ways(to context: Context) -> [String] {
    switch context {
    case .list: ["", "j", "/in<Enter>"]
    case .opening: ["<Enter>"]
    case .filter: ["/", "/in x<C-b><C-b>", "/in<Down>"]
    case .reading:
      ["<Enter>", "<Enter>2", "<Enter>2jj", "<Enter>/alpha<Enter>", "<Enter>12<BS>", "<Enter>jjl"]
    case .outline:
      ["<Enter><Tab>", "<Enter>2<Tab>", "<Enter>G<Tab>", "<Enter>/alpha<Enter><Tab>", "<Enter>12<BS><Tab>"]
    case .find:
      ["<Enter>/al pha<C-b><C-b>", "<Enter>/alpha", "<Enter>/alpha<Enter>/beta<Enter>/<Up><Up>", "<Enter>/"]
    case .goTo: [":", "<Enter>:1 2<C-b><C-b>", "<Enter>:7"]
    case .picker: ["<Enter>s", "<Enter>so e<C-b><C-b>", "<Enter>s<Down>"]
    case .links: ["<Enter>f", "<Enter>f<Down>"]
    case .note: ["<Enter>fd", "<Enter>fd<PgDn>"]
    case .question: ["<Enter>fs"]
    case .search:
      [
        "S", "Sgam ma<C-b><C-b>", "Sgamma", "Sgamma<Down>", "Sgamma<Right>", "Sgamma<PgDn>", "Sgamma<M-Down>",
        "Sgamma<Enter><BS>",
      ]
    case .results:
      [
        "Sgamma<Tab>", "Sgamma<Tab>j", "Sgamma<Tab>G", "Sgamma<Tab><Right>", "Sgamma<Tab><M-Down>",
        "Sgamma<Enter><BS><Tab>",
      ]
    case .knownPlaces: ["<Enter>qj<Enter>qH", "<Enter>qj<Enter>qHG"]
    case .help: ["?", "?/a<Enter>", "?<Space>"]
    case .helpSearch: ["?/", "?/on e<C-b><C-b>"]
    case .selection: ["<Enter>V", "<Enter>GV", "<Enter>Vjj"]
    case .pipe: ["<Enter>|", "<Enter>|a b<C-b><C-b>"]
    case .write: ["<Enter>W", "<Enter>Wa b<C-b><C-b>"]
    case .only: ["<Enter>&alpha<Enter>", "<Enter>&word<Enter>", "<Enter>&word<Enter>G"]
    case .importing: [":import<Enter>", ":import<Enter>a b<C-b><C-b>"]
    case .importQuestion: [":import a.html<Enter>", "<Enter>:import a.html<Enter>"]
    case .output: ["<Enter>|seq<Enter>", "<Enter>|seq<Enter>G"]
    }
  }

  private func session(_ keys: String, in context: Context) -> Session {
    var files = Samples.libraryFiles
    files["news/İstanbul meeting.md"] = Self.document
    var session = Session(
      library: Samples.library, files: files, columns: 110, rows: 16,
      memory: CannedMemory())
    session.library.hits = Samples.hits
    let path = Samples.hits[0].path
    session.library.sections[path] = [
      Samples.hits[0],
      Samples.hit("Ankara and the jets", number: "1", section: "Missile sale", slug: "s", "Gamma"),
    ]
    session.runs = { _, _ in
      let lines = (1...200).map { "\($0)\n" }.joined()
      return PipedOutput(output: Array(lines.utf8), errors: [], ending: "done", isComplete: true)
    }
    if context == .opening { session.answersOpening = false }
    session.type(keys)
    return session
  }

  @Test(arguments: Context.allCases) func doesSomething(context: Context) {
    let commands = CommandTable.entries.filter { $0.contexts.contains(context) }.flatMap(\.commands)
    #expect(!commands.isEmpty)
    var idle = commands
    for way in Self.ways(to: context) {
      let before = session(way, in: context)
      #expect(before.state.context == context, "\(way):\n\(before.text)")
      idle.removeAll { command in
        var after = before
        after.perform(command)
        return after.effects.count > before.effects.count || after.state.context != before.state.context
          || after.state.message != nil || after.screen.frame != before.screen.frame
      }
    }
    #expect(idle.isEmpty, "\(idle) in \(context)")
  }

  /// Whatever is pressed, and wherever, the screen is drawn and something is on it.
  @Test(arguments: Context.allCases) func anyCommandAnywhereIsHarmless(context: Context) {
    let commands = Set(CommandTable.entries.flatMap(\.commands))
    let before = session(Self.ways(to: context)[0], in: context)
    for command in commands {
      var after = before
      after.perform(command)
      #expect(!after.state.layers.isEmpty)
      #expect(!after.text.isEmpty)
    }
  }
}
