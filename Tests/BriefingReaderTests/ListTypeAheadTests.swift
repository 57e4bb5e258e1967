import BriefingCore
import BriefingLayout
import Testing

@testable import BriefingReader

/// What is typed before the list has rows is done when it has them.
@Suite struct ListTypeAheadTests {
  private static let cards = Samples.library.map { CatalogueCard($0, root: "news") }

  /// The list of a folder of which nothing is known yet.
  private func waiting(remembers: Bool = false) -> State {
    State.library(
      "news", size: Size(rows: 12, columns: 80), theme: .monochrome,
      options: State.Options(remembers: remembers)
    ).0
  }

  private func type(_ keys: String, _ state: inout State) -> [Effect] {
    Key.sequence(keys).flatMap { update(&state, .key($0)) }
  }

  private func opened(_ effects: [Effect]) -> [String] {
    effects.compactMap { if case .work(.open(let path)) = $0 { path } else { nil } }
  }

  /// Keys, and which row they lead to.
  @Test(arguments: [
    ("<Enter>", 0), ("j<Enter>", 1), ("jjk<Enter>", 1), (":3<Enter><Enter>", 2), ("/<Esc>j<Enter>", 1),
  ])
  func isDoneOnceAllRowsAreThere(keys: String, row: Int) {
    var state = waiting()
    let typed = type(keys, &state)
    #expect(opened(typed).isEmpty)
    #expect(state.message == nil)
    // Of the first rows nobody knows whether they stay the first.
    let first = update(
      &state, .catalogue(path: "news", rows: CatalogueBatch([Self.cards[3]], root: "news"), isComplete: false)
    )
    #expect(opened(first).isEmpty)
    let effects = update(
      &state, .catalogue(path: "news", rows: CatalogueBatch(Self.cards, root: "news"), isComplete: true))
    let list = state.list
    #expect(opened(effects) == [list.map { $0.rows[$0.shown[row]].path }])
    #expect(state.context == .opening)
  }

  /// Letters of a prompt that is not open yet are text, whatever they ask for in the list.
  @Test(arguments: ["<Enter>/turq", "j<Enter>/turQ", "<Enter>:2<Enter>/turq"])
  func lettersOfAPromptInTheBriefingQuitNothing(keys: String) throws {
    var state = waiting()
    let typed = type(keys, &state)
    #expect(!typed.contains { if case .terminal(.quit) = $0 { true } else { false } })
    let effects = update(
      &state, .catalogue(path: "news", rows: CatalogueBatch(Self.cards, root: "news"), isComplete: true))
    let path = try #require(opened(effects).first)
    let page = try #require(Session.page("# T\n\nThe Turquoise coast.\n"))
    _ = update(&state, .opened(path: path, page))
    #expect(state.context == .find)
    #expect(state.prompt?.text.lowercased() == "turq")
  }

  /// Rows that are known from before come newest first.
  @Test func byTitleAllKnownRowsAreWaitedFor() throws {
    var state = State.library(
      "news", size: Size(rows: 12, columns: 80), theme: .monochrome,
      options: {
        var options = State.Options()
        options.order = .title
        return options
      }()
    ).0
    _ = type("<Enter>", &state)
    func known(_ row: CatalogueRow, first: Int) throws -> CatalogueBatch {
      var writer = CatalogueWriter()
      writer.append(
        CatalogueCard(row, root: "news"), path: row.path.dropFirst(5), stamp: [1, 2, 3, 4],
        rank: UInt32(1 - first))
      return try #require(CatalogueBatch(writer.bytes, root: "news", first: first))
    }
    // Of the two the later one comes first, and its title last.
    let rows = [Samples.library[1], Samples.library[0]]
    let first = update(
      &state, .catalogueKnown(path: "news", try known(rows[0], first: 0), isLast: false))
    #expect(opened(first).isEmpty)
    let all = update(&state, .catalogueKnown(path: "news", try known(rows[1], first: 1), isLast: true))
    #expect(opened(all) == ["news/Ankara and the jets.md"])
  }

  @Test func theRestIsDoneInTheBriefing() {
    var state = waiting()
    _ = type("<Enter>]]", &state)
    _ = update(
      &state, .catalogue(path: "news", rows: CatalogueBatch(Self.cards, root: "news"), isComplete: true))
    #expect(state.opening?.typedAhead.count == 2)
  }

  @Test func aKeyPressedWhileRowsAreShownWaitsForNothing() {
    var state = waiting()
    _ = type("j", &state)
    _ = update(
      &state, .catalogue(path: "news", rows: CatalogueBatch(Self.cards, root: "news"), isComplete: false))
    #expect(state.list?.selection == 0)
    _ = type("j", &state)
    #expect(state.list?.selection == 2)
  }

  @Test func howTheListWasLookedAtIsWaitedFor() {
    var state = waiting(remembers: true)
    _ = type("<Enter>", &state)
    let rows = update(
      &state, .catalogue(path: "news", rows: CatalogueBatch(Self.cards, root: "news"), isComplete: true))
    #expect(opened(rows).isEmpty)
    let view = update(&state, .viewRecalled(nil, nil))
    #expect(opened(view).count == 1)
  }

  @Test(arguments: ["<Enter>q", "jQ"]) func leavingIsDoneAtOnce(keys: String) {
    var state = waiting()
    let effects = type(keys, &state)
    #expect(effects.contains { if case .terminal(.quit) = $0 { true } else { false } })
  }

  @Test func whatNeedsNoRowsIsDoneAtOnce() {
    var state = waiting()
    _ = type("/in<Enter>", &state)
    #expect(state.list?.filter == "in")
    _ = type("?", &state)
    #expect(state.context == .help)
  }

  @Test func anEmptyFolderSaysThatThereIsNothing() {
    var state = waiting()
    _ = type("<Enter>", &state)
    _ = update(&state, .catalogue(path: "news", rows: CatalogueBatch([], root: "news"), isComplete: true))
    #expect(state.message.map { state.text($0.wording) } == "There is nothing to open.")
  }

  @Test func aFolderThatIsNotThereSaysSo() {
    var state = waiting()
    _ = type("<Enter>", &state)
    _ = update(&state, .catalogueFailed(path: "news", message: "news: no such folder"))
    #expect(state.message.map { state.text($0.wording) } == "There is nothing to open.")
  }
}
