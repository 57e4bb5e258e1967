import BriefingReading
import Testing

@testable import BriefingReader

/// What was read in another briefing, word for word.
@Suite struct RepeatTests {
  private static let story =
    "The minister said on Monday that the talks would go on until the spring of next year."
  private static let other = "The port of the city has been closed to all ships since the storm of last week."
  /// The second section is new, the third has something new, the others are repeats.
  private static let today = """
    ---
    title: Today
    author: A. Writer
    ---
    # Today

    ## Talks

    \(story)

    ## Jets

    Nothing like this was ever written about jets in any newspaper before today.

    ## Port

    \(other)

    A new ship has come to the port of the city, which nobody has ever seen before.

    ## Again

    - \(other)

    \(story)
    """

  private func session(columns: Int = 110, rows: Int = 30, answers: Bool = true) -> Session {
    var memory = CannedMemory()
    memory.readElsewhere("# Yesterday\n\n## Other\n\n\(Self.story)\n\n\(Self.other)\n")
    return Session(Self.today, columns: columns, rows: rows, memory: memory)
  }

  @Test func whatWasReadElsewhereIsDimmedBehindASign() {
    let session = session(rows: 40)
    let dimmed = session.marked(.repeated)
    for text in ["The minister said", "The port of the city has been closed"] {
      #expect(dimmed.contains(text))
    }
    for text in ["Nothing like this", "A new ship", "Talks", "Again"] { #expect(!dimmed.contains(text)) }
    #expect(session.lines.count { $0.contains("=The minister") } == 2)
    #expect(!session.lines.contains { $0.contains("=A new ship") || $0.contains("=Nothing") })
    #expect(session.status.contains("= plain"))
  }

  @Test func theSignHasAColumnInANarrowWindow() {
    let session = session(columns: 30)
    #expect(session.lines.contains { $0.hasPrefix("=The minister said") })
    #expect(session.lines.allSatisfy { $0.count <= 30 })
  }

  @Test func aKeyShowsAllPlainAndBack() {
    var session = session()
    session.type("=")
    #expect(session.marked(.repeated).isEmpty)
    #expect(!session.text.contains("=The minister"))
    #expect(session.status.contains("Shown plain"))
    session.type("=")
    #expect(!session.marked(.repeated).isEmpty)
    #expect(session.status.contains("Dimmed, behind ="))
  }

  @Test func theOutlineCountsWhatIsNew() {
    var session = session()
    #expect(session.text.contains("2 of 4 new"))
    #expect(session.lines.contains { $0.contains("=  1  Talks") })
    #expect(session.lines.contains { $0.contains("●  2  Jets") })
    session.type("<Tab>")
    #expect(session.status.contains("2 of 4 new"))
    session.type("=")
    #expect(session.text.contains("4 of 4 new"))
    #expect(session.lines.contains { $0.contains("●  1  Talks") })
    session.type("=X")
    #expect(session.text.contains("nothing new"))
  }

  @Test func theNextUnreadIsTheNextThatIsNew() {
    var session = session(rows: 12)
    session.type("g.")
    #expect(session.topLine.hasSuffix("Jets"))
    session.type(".")
    #expect(session.topLine.hasSuffix("Port"))
    session.type(".")
    #expect(session.status.contains("Nothing new follows"))
    session.type(",")
    #expect(session.topLine.hasSuffix("Jets"))
    session.type(",")
    #expect(session.status.contains("Nothing before this is new."))
    session.type("=.")
    #expect(session.topLine.hasSuffix("Port"))
    session.type(".")
    #expect(session.topLine.hasSuffix("Again"))
  }

  @Test func whoIsLedToARepeatBeforeThatIsKnownIsLedOn() throws {
    var memory = CannedMemory()
    memory.readElsewhere("# Yesterday\n\n## Other\n\n\(Self.story)\n\n\(Self.other)\n")
    var files = Samples.libraryFiles
    for row in Samples.library where row.problem == nil { files[row.path] = Self.today }
    var session = Session(
      library: Samples.library, files: files, columns: 90, rows: 12, memory: memory)
    session.answersRepeats = false
    session.type("<Enter>X.")
    #expect(session.topLine.hasSuffix("Talks"))
    let request = try #require(session.repeatRequests.last)
    let answer = try request.answer { digest, _ in memory.repeats(in: digest) }
    var moved = session
    session.send(.repeatsFound(serial: request.serial, answer))
    #expect(session.topLine.hasSuffix("Jets"))
    // Not who has gone on meanwhile.
    moved.type("jj")
    let line = moved.topLine
    moved.send(.repeatsFound(serial: request.serial, answer))
    #expect(moved.topLine == line)
  }

  @Test func answersAboutAnEarlierBriefingAreDropped() throws {
    var session = session()
    let request = try #require(session.repeatRequests.first)
    session.type("=")
    session.send(.repeatsFound(serial: request.serial + 7, RepeatedText()))
    session.type("=")
    #expect(!session.marked(.repeated).isEmpty)
  }

  @Test func thePageDoesNotWaitForIt() {
    let request = session().repeatRequests.first
    let policy = request.map { Work.findRepeats($0).policy }
    #expect(policy?.patience == .zero)
    #expect(policy?.owner == .reading)
  }

  @Test func withoutRepeatsTheKeySaysSo() {
    var session = Session("# A\n\n## One\n\nAlpha.", memory: CannedMemory())
    #expect(!session.status.contains("= plain"))
    session.type("==")
    #expect(session.text.contains("Nothing here repeats"))
  }
}

extension Session {
  /// The questions what was read in other briefings.
  var repeatRequests: [RepeatsRequest] {
    effects.compactMap { if case .work(.findRepeats(let request)) = $0 { request } else { nil } }
  }
}
