import BriefingLayout
import Testing

@testable import BriefingReader

/// A briefing opens where it was left.
@Suite struct ResumeTests {
  private static let story = (1...12).map { "## Part \($0)\n\n\(Samples.longParagraph)\n" }.joined(
    separator: "\n")

  private func session(_ memory: CannedMemory = CannedMemory(), columns: Int = 60) -> Session {
    Session(Self.story, columns: columns, memory: memory)
  }

  @Test func opensWhereItWasLeftAtAnyWidth() {
    var first = session()
    first.type("5jjjq")
    for columns in [40, 60, 100] {
      let second = session(first.memory, columns: columns)
      #expect(second.state.reading?.top.unit == first.state.reading?.top.unit)
      #expect(second.status.contains("where you left off · g start"))
    }
    #expect(session(first.memory).topLine == first.topLine)
  }

  @Test func aFrameWaitsForAPlaceOnlyWhereOneMayBeRemembered() throws {
    let page = try #require(Session.page(Self.story))
    func isAwaited(_ arrival: KnownArrival?) -> Bool? {
      var (state, _) = State.file(
        "a.md", size: Size(rows: 20, columns: 60), theme: .standard, options: State.Options(remembers: true))
      let effects = update(
        &state, .opened(path: "a.md", page, version: Session.version(of: Self.story), arrival: arrival))
      return effects.lazy.compactMap { effect in
        if case .work(.recall(let request)) = effect { request.isAwaited } else { nil }
      }.first
    }
    // Not known yet, known to be nowhere, known: the frame is at the place already.
    #expect(isAwaited(nil) == true)
    #expect(isAwaited(KnownArrival(place: nil, showsDetails: false, isSettled: true)) == false)
    #expect(isAwaited(KnownArrival(place: Place(unit: 4), showsDetails: false)) == false)
  }

  @Test func firstVisitSaysNothing() {
    let first = session()
    #expect(first.topLine == "1  Part 1" || first.topLine == "Part 1")
    #expect(first.state.message == nil)
  }

  @Test func leavingByEveryWayKeepsThePlace() {
    for way: Event in [.key("q"), .key("Q"), .interrupt, .terminate] {
      var first = session()
      first.type("4")
      first.send(way)
      #expect(first.quitStatus != nil)
      #expect(session(first.memory).topLine == first.topLine)
    }
  }

  /// The list and the history say of a briefing what its last line said when it was left.
  @Test(arguments: ["4", "2jj", "G"]) func howFarOneWasIsKeptAsTheScreenSaidIt(keys: String) throws {
    var first = session()
    first.type(keys)
    first.wait(milliseconds: UnkeptPlaces.patience)
    let kept = try #require(first.kept.compactMap(\.text).last { $0.top != nil })
    #expect(
      first.status.contains(" \(kept.progress / 10)% ") || first.status.contains("\(kept.progress / 10)%"))
    #expect((keys == "G") == (kept.progress == 1000))
  }

  @Test func aPlaceIsKeptSoonAndNotAtEveryKey() {
    var first = session()
    first.type("2jjjkkj")
    #expect(first.kept.isEmpty)
    first.wait(milliseconds: UnkeptPlaces.patience)
    #expect(first.kept.count == 1)
    #expect(session(first.memory).topLine == first.topLine)
    first.wait(milliseconds: 60_000)
    #expect(first.kept.filter { $0.text?.top != nil && $0.changes.isEmpty }.count <= 2)
  }

  @Test func openingAnotherBriefingKeepsThePlaceInThisOne() {
    var files = Samples.libraryFiles
    files["news/İstanbul meeting.md"] = Self.story
    var session = Session(library: Samples.library, files: files, memory: CannedMemory())
    session.type("<Enter>6j")
    let line = session.topLine
    session.type("JK")
    #expect(session.topLine == line)
    session.type("gqq")
  }

  @Test func whoHasGoneOnStaysWhereTheyAre() throws {
    var first = session()
    first.type("5q")
    var memory = first.memory
    memory.answers = false
    var second = session(memory)
    second.type("2")
    let line = second.topLine
    let request = try #require(second.recalls.first)
    second.send(.recalled(serial: request.serial, try #require(memory.recollection(of: request))))
    #expect(second.topLine == line)
    #expect(second.state.message == nil)
  }

  @Test func aPlaceThatIsGoneIsSaid() {
    var first = session()
    first.type("5jq")
    let second = Session("# Other\n\nNothing of it.", memory: first.memory)
    #expect(second.status.contains("What you read last is not in this text any more."))
  }

  @Test func theFurthestPointIsNotThePlace() {
    var first = session()
    first.type("7")
    let furthest = first.topLine
    first.wait(milliseconds: 2000)
    first.type("2")
    first.wait(milliseconds: 2000)
    first.type("q")
    var second = session(first.memory)
    #expect(second.topLine.hasSuffix("Part 2"))
    second.type("'.")
    #expect(second.topLine == furthest)
    second.type("<BS>")
    #expect(second.topLine.hasSuffix("Part 2"))
    second.type("G'.")
    #expect(second.status.contains("You have not read further than this."))
  }

  @Test func whatIsPassedByIsNotTheFurthestPoint() {
    var first = session()
    first.type("9")
    first.wait(milliseconds: 500)
    first.type("2")
    first.wait(milliseconds: 5000)
    first.type("'.")
    #expect(first.status.contains("You have not read further than this."))
  }

  @Test func withoutStateNothingIsAskedFor() {
    var session = Session(Self.story)
    session.type("5j")
    session.wait(milliseconds: 10_000)
    session.type("'.")
    #expect(session.text.contains("What you read is not remembered"))
    session.type("q")
    #expect(session.kept.isEmpty && session.recalls.isEmpty)
    #expect(
      !session.effects.contains {
        switch $0 {
        case .terminal(.wake), .work(.attendState): true
        default: false
        }
      })
  }

  @Test func whatBecomesOfTheStateIsSaid() {
    var first = session()
    first.send(.stateNotice(message: "What you read is not remembered: disk full", isError: true))
    #expect(first.status.contains("disk full"))
    #expect(first.state.message?.isError == true)
  }
}

extension Session {
  /// What was to be kept for later visits.
  var kept: [Remembrance] {
    effects.compactMap { if case .work(.remember(let remembrance)) = $0 { remembrance } else { nil } }
  }

  /// The briefings that were looked up.
  var recalls: [RecallRequest] {
    effects.compactMap { if case .work(.recall(let request)) = $0 { request } else { nil } }
  }
}
