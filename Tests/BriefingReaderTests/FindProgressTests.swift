import BriefingText
import Testing

@testable import BriefingLayout
@testable import BriefingReader

/// Finding in a briefing whose text is still being collected.
@Suite struct FindProgressTests {
  /// Ten paragraphs, some with a needle.
  private static let markdown = (0..<10).map { $0.isMultiple(of: 2) ? "Straw \($0)" : "A needle, \($0)" }
    .joined(separator: "\n\n")

  /// A briefing of which no text comes by itself.
  private func session(_ markdown: String = markdown) -> Session {
    var session = Session(markdown, rows: 8)
    session.collects = false
    return session
  }

  /// The first parts of the text that was asked for last, each a paragraph.
  private func text(_ session: Session, parts: Int) throws -> Event {
    let request = try #require(session.collectRequests.last)
    var collector = FindCollector(request.page, from: request.unit, lengths: 1...1)
    for _ in 0..<parts { _ = collector.collectPart() }
    return .findText(serial: request.serial, collector.text)
  }

  @Test func `the first match is shown at once, and the others are counted on`() throws {
    var session = session()
    session.type("/needle")
    session.send(try text(session, parts: 2))
    #expect(session.marked(.currentMatch) == "needle")
    #expect(session.status.contains("1 of 1 …"))
    let top = session.topLine
    session.send(try text(session, parts: 6))
    #expect(session.status.contains("1 of 3 …"))
    session.send(try text(session, parts: 10))
    #expect(session.status.contains("1 of 5"))
    #expect(!session.status.contains("…"))
    #expect(session.topLine == top)
    // Each part was searched once.
    #expect(session.findRequests.map(\.found.searchedUnits) == [0, 2, 6])
  }

  @Test func `a letter begins no new collection, and is looked for in what is there`() throws {
    var session = session()
    session.type("/need")
    session.send(try text(session, parts: 4))
    session.type("l")
    #expect(session.collections.count == 1)
    #expect(session.findRequests.last?.text.collectedUnits == 4)
    #expect(session.status.contains("1 of 2 …"))
    #expect(session.marked(.currentMatch) == "needl")
  }

  @Test func `what is collected first is where the reader is`() throws {
    var session = session()
    session.type("jjjjjj/needle")
    let request = try #require(session.collectRequests.last)
    #expect(request.unit == session.state.reading?.session.origin.unit)
    #expect(request.unit > 0)
    session.send(try text(session, parts: 2))
    #expect(session.status.contains("1 of 1 …"))
    session.send(try text(session, parts: 10))
    // Those that stand before are counted once they are known.
    #expect(session.status.contains("3 of 5") || session.status.contains("2 of 5"))
  }

  @Test func `who waits is told how far it has come, but not at once`() throws {
    var session = session()
    session.type("/Straw 8")
    session.send(try text(session, parts: 5))
    #expect(!session.status.contains("%"))
    session.wait(milliseconds: 199)
    #expect(!session.status.contains("%"))
    session.wait(milliseconds: 1)
    #expect(session.status.contains("Searching … 50%"))
    session.type("<Enter>")
    #expect(session.status.contains("Searching … 50%"))
    session.send(try text(session, parts: 10))
    #expect(session.marked(.currentMatch) == "Straw 8")
    #expect(!session.status.contains("Searching"))
  }

  @Test(arguments: ["<Esc>", "^C"]) func `a search that goes on can be left`(key: String) throws {
    var session = session()
    session.type("/needle<Enter>")
    if key == "^C" { session.send(.interrupt) } else { session.type(key) }
    #expect(session.state.context == .reading)
    #expect(session.state.reading?.session.awaited == nil)
    session.send(try text(session, parts: 10))
    #expect(session.marked(.match).isEmpty)
    #expect(session.findRequests.isEmpty)
    #expect(!session.effects.contains { if case .terminal(.quit) = $0 { true } else { false } })
  }

  /// Keys that give it up, after those that start it.
  @Test(arguments: ["/needle<Enter><Esc>", "/needle<Esc>", "/n<BS>", "/needle<Enter>^C"])
  func `the job of a search that was left is ended`(keys: String) throws {
    var session = session()
    session.type(keys.hasSuffix("^C") ? String(keys.dropLast(2)) : keys)
    if keys.hasSuffix("^C") { session.send(.interrupt) }
    #expect(session.effects.contains { if case .giveUp(.matches) = $0 { true } else { false } })
  }

  @Test func `the outline has the keys, and a search that goes on is ended first`() throws {
    var session = session("# Title\n\n## One\n\n" + Self.markdown + "\n\n## Two\n\nEnd.")
    session.type("/needle<Enter>")
    session.send(try text(session, parts: 4))
    session.type("<Tab>")
    #expect(session.state.context == .outline)
    session.send(.interrupt)
    #expect(session.state.context == .outline)
    #expect(session.state.reading?.session.awaited == nil)
    #expect(session.marked(.match).isEmpty && session.marked(.currentMatch).isEmpty)
    #expect(session.text.contains("The search was ended."))
    session.send(.interrupt)
    #expect(session.state.context == .reading)
  }

  /// Between the frame and the press, matches that stand before it came.
  @Test func `a match that is pressed is the one that was shown`() throws {
    var session = session()
    session.type("jjjj/needle<Enter>")
    let request = try #require(session.collectRequests.last)
    session.send(try text(session, parts: 10 - request.unit))
    let shown = try #require(session.state.reading?.search?.matches)
    let pressed = try #require(shown.last)
    session.send(try text(session, parts: 10))
    let all = try #require(session.state.reading?.search?.matches)
    #expect(all.count == 5 && all.firstIndex(of: pressed) != shown.firstIndex(of: pressed))
    session.send(.mouse(Mouse(.press, at: .init(row: 0, column: 0), target: .match(pressed))))
    #expect(session.state.reading?.search?.current == all.firstIndex(of: pressed))
  }

  @Test func `stepping ends at the last match that is known`() throws {
    var session = session()
    session.type("/needle<Enter>")
    session.send(try text(session, parts: 4))
    session.type("n")
    #expect(session.status.contains("2 of 2"))
    session.type("n")
    #expect(session.text.contains("no more matches are known yet"))
    session.send(try text(session, parts: 10))
    session.type("n")
    #expect(session.status.contains("3 of 5"))
  }

  @Test func `who scrolls while matches are counted stays there`() throws {
    var session = session()
    session.type("/needle<Enter>")
    session.send(try text(session, parts: 2))
    session.type("jjj")
    let top = session.topLine
    session.send(try text(session, parts: 10))
    #expect(session.topLine == top)
  }

  @Test func `only the lines that match are shown once all are known`() throws {
    var session = session()
    session.type("&needle<Enter>")
    session.send(try text(session, parts: 4))
    #expect(session.state.context == .reading)
    session.send(try text(session, parts: 10))
    #expect(session.text.contains("5 matches"))
  }

  // MARK: Texts and searches that came to nothing

  /// What was given up is not mixed with what is collected from another place.
  @Test func `a collection that is started again starts with nothing`() throws {
    var session = session()
    session.type("/needle")
    let request = try #require(session.collectRequests.last)
    var collector = FindCollector(request.page, from: 0, lengths: 30...30)
    for _ in 0..<2 { _ = collector.collectPart() }
    session.send(.findText(serial: request.serial, collector.text))
    session.type("<Esc>")
    // As when something else is collected meanwhile.
    session.state.collecting = nil
    session.type("jjjjj/needle")
    #expect(session.collections.count == 2)
    session.send(try text(session, parts: 10))
    #expect(session.state.reading?.session.awaited == nil)
    let matches = try #require(session.state.reading?.search?.matches)
    #expect(matches.count == 5 && matches == matches.sorted())
  }

  @Test func `the text before a change is not taken for the one after it`() throws {
    var session = session()
    session.type("/needle<Esc>")
    let old = try text(session, parts: 10)
    let effects = session.state.findAgain(changed: 0)
    #expect(effects.contains { if case .giveUp(.text) = $0 { true } else { false } })
    session.send(old)
    #expect(session.state.reading?.findText == nil)
  }

  @Test func `what was found in the text before a change is no answer`() throws {
    var session = session()
    session.type("/needle<Enter>")
    session.send(try text(session, parts: 4))
    let request = try #require(session.findRequests.last)
    _ = session.state.findAgain(changed: 0)
    session.send(.foundSome(serial: request.serial, request.found))
    session.send(.found(serial: request.serial, search: request.found.id, request.query, []))
    #expect(session.state.reading?.session.awaited != nil)
    #expect(session.marked(.currentMatch) == "needle")
  }

  @Test func `some matches are not taken for all`() throws {
    var session = session()
    session.type("/needle<Enter>")
    session.send(try text(session, parts: 4))
    session.send(.interrupt)
    #expect(session.marked(.match).isEmpty && session.marked(.currentMatch).isEmpty)
    session.type("n")
    #expect(session.state.reading?.session.awaited != nil)
  }

  /// Keys that open the prompt and leave it.
  @Test(arguments: ["/<Esc>", "/x<Esc>", "/<Enter>"])
  func `a prompt that came to nothing does not end the counting`(keys: String) throws {
    var session = session()
    session.type("/needle<Enter>")
    session.send(try text(session, parts: 4))
    let top = session.topLine
    session.type(keys)
    #expect(session.state.reading?.session.awaited?.text == "needle")
    session.send(try text(session, parts: 10))
    #expect(session.state.reading?.session.awaited == nil)
    #expect(session.status.contains("of 5"))
    // Enter alone goes to the next match.
    if keys.hasSuffix("<Esc>") { #expect(session.topLine == top) }
  }

  @Test func `who has gone on stays there when it is counted anew`() throws {
    var session = session()
    session.type("/needle<Enter>")
    session.send(try text(session, parts: 4))
    session.type("jjjj")
    let top = session.topLine
    let again = session.state.findAwaitedAgain()
    session.perform(again)
    session.send(try text(session, parts: 10))
    #expect(session.status.contains("of 5"))
    #expect(session.topLine == top)
  }

  @Test func `nothing is passed over that was not looked through`() throws {
    var session = session()
    session.type("jjjjjjjjjj/needle<Enter>")
    let request = try #require(session.collectRequests.last)
    #expect(request.unit >= 4)
    // To the end, and the first paragraphs.
    session.send(try text(session, parts: 10 - request.unit + 2))
    session.type("N")
    #expect(session.text.contains("no more matches are known yet"))
    session.send(try text(session, parts: 10))
    session.type("N")
    #expect(!session.text.contains("no more matches are known yet"))
  }
}
