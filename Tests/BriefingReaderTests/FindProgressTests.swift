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
  private func session() -> Session {
    var session = Session(Self.markdown, rows: 8)
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
}
