import BriefingCore
import BriefingSearch
import Testing

@testable import BriefingReader

/// Returns that come late, in another order, or for a library that has changed.
@Suite struct SearchAnswerTests {
  private func session(answers: Bool = true, hits: [SearchHit] = Samples.hits, rows: Int = 24) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, rows: rows)
    session.library.hits = hits
    session.library.answers = answers
    return session
  }

  private static let many = (1...130).map { index in
    Samples.hit("Number \(index)", "2025-05-15", "Gamma \(index)")
  }

  private func answer(_ request: SearchRequest, _ title: String) -> Event {
    .searched(
      serial: request.serial,
      SearchResults(
        text: request.text, hits: [Samples.hit(title, nil, "text")],
        total: .init(sections: 1, briefings: 1)))
  }

  @Test func anOlderAnswerNeverReplacesANewerOne() {
    var session = session(answers: false)
    session.type("Sab")
    #expect(session.lines[0].hasSuffix("…"))
    #expect(session.text.contains("Searching …"))
    let (older, newer) = (session.searches[0], session.searches[1])
    session.send(answer(older, "Of the older"))
    #expect(session.text.contains("Of the older"), "shown as long as nothing newer is")
    #expect(session.lines[0].hasSuffix("…"))
    session.send(answer(newer, "Of the newer"))
    #expect(session.text.contains("Of the newer"))
    #expect(session.lines[0].hasSuffix("1 section in 1 briefing"))
    session.send(answer(older, "Of the older"))
    #expect(session.text.contains("Of the newer"))
  }

  /// Large briefings come later than the others.
  @Test func ofOneSearchMoreHitsMayFollow() throws {
    var session = session(answers: false)
    session.type("Sgamma")
    let request = try #require(session.searches.last)
    var results = SearchResults(
      text: request.text, hits: [Samples.hit("Small", nil, "gamma")], total: .init(sections: 2, briefings: 2))
    results.isPartial = true
    session.send(.searched(serial: request.serial, results))
    #expect(session.text.contains("Small"))
    #expect(session.lines[0].hasSuffix("…"), "more is to come")
    let asked = session.searches.count
    session.type("<Down>")
    #expect(session.searches.count == asked, "and nobody asks for it again")
    results.hits.insert(Samples.hit("Large", nil, "gamma"), at: 0)
    results.isPartial = false
    session.send(.searched(serial: request.serial, results))
    #expect(session.text.contains("Large") && session.text.contains("Small"))
    #expect(session.lines[0].hasSuffix("2 sections in 2 briefings, best first"))
    results.hits = []
    session.send(.searched(serial: request.serial, results))
    #expect(session.text.contains("Large"), "what is whole is not replaced")
  }

  @Test func whoComesBackToSomeOfTheHitsGetsTheOthers() throws {
    var session = session(answers: false)
    session.type("Sgamma")
    let request = try #require(session.searches.last)
    var results = SearchResults(
      text: request.text, hits: [Samples.hits[0]], total: .init(sections: 2, briefings: 2))
    results.isPartial = true
    session.send(.searched(serial: request.serial, results))
    session.type("<Enter>")
    #expect(session.state.reading?.path == Samples.hits[0].path)
    let asked = session.searches.count
    session.type("<BS>")
    #expect(session.searches.count == asked + 1)
    #expect(session.searches.last?.text == "gamma")
  }

  @Test func enterWaitsForAllHits() throws {
    var session = session(answers: false)
    session.type("Sgamma<Enter>")
    let request = try #require(session.searches.last)
    var results = SearchResults(
      text: request.text, hits: [Samples.hits[1]], total: .init(sections: 2, briefings: 2))
    results.isPartial = true
    session.send(.searched(serial: request.serial, results))
    #expect(session.state.reading == nil)
    results.hits = [Samples.hits[0], Samples.hits[1]]
    results.isPartial = false
    session.send(.searched(serial: request.serial, results))
    #expect(session.state.reading?.path == Samples.hits[0].path)
  }

  @Test func oldResultsStayUntilNewOnesCome() {
    var session = session()
    session.type("Sgamma")
    session.library.answers = false
    session.type(" one")
    #expect(session.text.contains("Ankara and the jets"))
    #expect(session.lines[0].hasSuffix("…"))
  }

  @Test func thatNothingWasFoundStaysUntilTheNextAnswer() {
    var session = session()
    session.type("Szeb")
    session.library.answers = false
    session.type("ra")
    #expect(session.text.contains("Nothing found for “zeb”."))
    #expect(session.lines[0].hasSuffix("…"))
  }

  @Test func nothingIsShownForAnEmptyPrompt() {
    var session = session(answers: false)
    session.type("Sa<BS>")
    session.send(answer(session.searches[0], "Late"))
    #expect(!session.text.contains("Late"))
    #expect(session.text.contains("Type words"))
  }

  @Test func answersAfterTheSearchWasLeftAreIgnored() {
    var session = session(answers: false)
    session.type("Sa<Esc>")
    let before = session.text
    session.send(answer(session.searches[0], "Late"))
    #expect(session.text == before)
  }

  /// Typing ahead: Enter opens what the query finds, not what an older one has found.
  @Test func enterWaitsForTheAnswerToWhatWasTyped() {
    var session = session(answers: false)
    session.type("Sgamma<Enter>")
    #expect(session.state.context == .search)
    session.send(
      .searched(serial: session.searches[4].serial, session.library.results(of: session.searches[4])))
    #expect(session.topLine == "F-35 hopes")
    session = self.session(answers: false)
    session.type("Sgamma<Enter>]")
    #expect(session.status.contains("gamma   opens what is found"), "\(session.status)")
    let last = session.searches[4]
    session.send(.searched(serial: last.serial, session.library.results(of: last)))
    #expect(session.topLine == "Deep", "what is typed meanwhile is done there")
    session = self.session(answers: false)
    session.type("Sgamma<Enter>]<Esc>x")
    #expect(session.state.prompt?.text == "gammax", "Escape ends the waiting and no more")
    for request in session.searches {
      session.send(.searched(serial: request.serial, session.library.results(of: request)))
    }
    #expect(session.state.context == .search)
  }

  @Test func moreHitsAreAskedForNearTheEndOfThoseThatCame() {
    var session = session(hits: Self.many)
    session.type("Sgamma")
    #expect(session.searches.last?.limit == 24)
    #expect(session.lines[0].contains("130 sections in 130 briefings"))
    for _ in 0..<5 { session.type("<Down>") }
    #expect(session.searches.count == 5)
    for _ in 0..<18 { session.type("<Down>") }
    #expect(session.searches.last?.limit == 48)
    #expect(session.searches.count == 6)
    #expect(session.marked(.selected).trimmed.hasPrefix("Number 24 "))
    for _ in 0..<40 { session.type("<PgDn>") }
    #expect(session.marked(.selected).trimmed.hasPrefix("Number 130 "))
    #expect(session.searches.count == 8, "130 are all there are")
  }

  @Test func aChangeOfTheLibraryKeepsTheSelectedHit() {
    var session = session()
    session.type("Sgamma<Down>")
    session.library.hits.insert(Samples.hit("Newer", "2025-06-01", "Gamma too"), at: 0)
    session.send(.libraryChanged)
    #expect(session.lines[2].hasPrefix(" Newer"))
    #expect(session.marked(.selected).trimmed.hasPrefix("İstanbul"))
    session.library.hits.removeAll { $0.title.hasPrefix("İ") }
    session.send(.libraryChanged)
    #expect(session.marked(.selected).trimmed.hasPrefix("Erdoğan"), "the one that took its place")
    session.library.hits = []
    session.send(.libraryChanged)
    #expect(session.text.contains("Nothing found"))
    session.type("<Enter><Down>")
    #expect(session.state.context == .search)
  }

  @Test func aChangeOfTheLibraryAsksNothingWhereNothingIsTyped() {
    var session = session()
    session.send(.libraryChanged)
    session.type("S")
    session.send(.libraryChanged)
    #expect(session.searches.isEmpty)
  }

  @Test func aRefreshDoesNotHoldUpEnter() {
    var session = session()
    session.type("Sgamma")
    session.library.answers = false
    session.send(.libraryChanged)
    session.type("<Enter>")
    #expect(session.topLine == "F-35 hopes")
  }
}
