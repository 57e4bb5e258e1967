import BriefingCore
import BriefingLayout
import BriefingSearch
import Testing

@testable import BriefingReader

/// From the results into a briefing, and back.
@Suite struct SearchOpeningTests {
  private func session(_ files: [String: String] = Samples.libraryFiles, columns: Int = 80, rows: Int = 16)
    -> Session
  {
    var session = Session(library: Samples.library, files: files, columns: columns, rows: rows)
    session.library.hits = Samples.hits
    return session
  }

  @Test func aHitOpensAtItsSectionWithTheWordsLit() {
    var session = session()
    session.type("Sgamma<Enter>")
    #expect(session.topLine == "F-35 hopes")
    #expect(session.marked(.match) == "Gamma|Gamma")
    #expect(session.marked(.currentMatch) == "Gamma")
    #expect(session.status.contains("“gamma” 1 of 2"))
    session.type("n")
    #expect(session.status.contains("“gamma” 2 of 2"))
    session.type("N")
    #expect(session.status.contains("“gamma” 1 of 2"))
    session.type("<Esc>")
    #expect(session.marked(.match) == "")
    session.type("n")
    #expect(session.marked(.match) == "Gamma|Gamma", "n finds them again")
  }

  @Test func theFirstMatchOfTheSectionIsCurrentNotThatOfTheBriefing() {
    let files = ["news/Ankara and the jets.md": "# Page\n\nGamma\n\n## F-35 hopes\n\nGamma, gamma.\n"]
    var session = session(files)
    session.type("Sgamma<Enter>")
    #expect(session.status.contains("2 of 3"))
  }

  @Test func aMatchBelowTheScreenIsScrolledTo() {
    let text = "## F-35 hopes\n\n\(Samples.longParagraph)\n\nGamma\n\n## Next\n\ngamma\n"
    var session = session(["news/Ankara and the jets.md": text], columns: 40, rows: 12)
    session.type("Sgamma<Enter>")
    #expect(session.marked(.currentMatch) == "Gamma")
    #expect(session.status.contains("1 of 2"))
  }

  @Test func whereTheSectionHasNoneOfTheWordsTheReaderStaysAtItsStart() {
    let text = "## One\n\ngamma\n\n## F-35 hopes\n\n\(Samples.longParagraph)\n\n## Next\n\ngamma\n"
    var session = session(["news/Ankara and the jets.md": text], columns: 40, rows: 12)
    session.type("Sgamma<Enter>")
    #expect(session.topLine == "F-35 hopes")
    session.type("n")
    #expect(session.marked(.currentMatch) == "gamma")
  }

  @Test func filtersAloneLightNothing() {
    var session = session()
    session.library.answers = false
    session.type("Stag:nato")
    let serial = session.searches.last?.serial ?? 0
    session.send(.searched(serial: serial, SearchResults(text: "tag:nato", hits: Samples.hits)))
    session.type("<Enter>")
    #expect(session.topLine == "F-35 hopes")
    #expect(session.marked(.match) == "")
    #expect(!session.status.contains("tag:nato"))
  }

  @Test func aSectionWithoutAnAnchorIsFoundByItsLine() {
    var session = session(["news/Ankara and the jets.md": "# Page\n\n## !!\n\nGamma\n\n## ??\n\nGamma\n"])
    session.library.hits[0].slug = ""
    session.library.hits[0].line = 7
    session.type("Sgamma<Enter>")
    #expect(session.topLine == "??")
  }

  @Test func aSectionThatIsGoneOpensTheStartAndSaysSo() {
    var session = session(["news/Ankara and the jets.md": "# Page\n\n\(Samples.longParagraph)\n\nGamma\n"])
    session.type("Sgamma<Enter>")
    #expect(session.topLine == "Page")
    #expect(session.status.contains("“2 F-35 hopes” is not in this briefing any more."))
  }

  @Test func aFileThatCannotBeOpenedSaysSoInTheResults() {
    var session = session([:])
    session.type("Sgamma<Down><Enter>")
    #expect(session.text.contains("İstanbul meeting.md: there is no such file"))
    #expect(session.state.context == .search)
    #expect(session.marked(.selected).trimmed.hasPrefix("İstanbul"))
    session.type("<Down>")
    #expect(!session.text.contains("there is no such file"))
    session.type("<Esc>")
    #expect(session.state.context == .list)
  }

  @Test func whatIsBeingOpenedIsToldAndCanBeCancelled() {
    var session = session()
    session.type("Sgamma")
    session.answersOpening = false
    session.type("<Enter>")
    #expect(session.status.hasPrefix(" Opening news/Ankara and the jets.md …"))
    #expect(session.status.contains("q back"))
    #expect(session.lines[2].hasPrefix(" Ankara"), "the results stay")
    session.send(.interrupt)
    #expect(session.text.contains("Opening was cancelled."))
    #expect(session.state.context == .search)
    session.type("<Enter><Esc>")
    #expect(session.state.context == .search)
    #expect(session.cancellings == 2)
    session.type("<Esc>")
    #expect(session.state.context == .list)
  }

  // MARK: The way back

  @Test func backspaceComesBackToTheResultsAsTheyWere() {
    var session = session()
    session.type("Sgamma<Down>")
    let before = session.text
    session.type("<Enter>")
    #expect(session.topLine == "Istanbul")
    session.type("<BS>")
    #expect(session.text == before)
    #expect(session.searches.count == 5, "nothing is asked again")
    session.type("<M-Right>")
    #expect(session.topLine == "Istanbul")
    session.type("<BS><Esc>")
    #expect(session.state.context == .list)
    #expect(session.state.reading == nil)
  }

  @Test func theResultsAreAPlaceAlsoAfterMoreLeaps() {
    let files = [
      "news/Ankara and the jets.md": "## F-35 hopes\n\nGamma, see [b](İstanbul%20meeting.md).\n",
      "news/İstanbul meeting.md": "# B\n\ntext\n\n## Last\n\ntext\n",
    ]
    var session = session(files)
    session.type("Sgamma<Enter>")
    session.type("<Enter>1")
    #expect(session.topLine == "Last")
    session.type("<BS>")
    #expect(session.topLine == "B")
    session.type("<BS>")
    #expect(session.topLine == "F-35 hopes")
    #expect(session.marked(.match) == "Gamma", "and the words are lit again")
    session.type("<BS>")
    #expect(session.state.context == .search)
    #expect(session.status.hasPrefix(" Search: gamma"))
    session.type("<M-Right>\\")
    #expect(session.topLine == "B")
    session.type("\\\\")
    #expect(session.topLine == "Last")
    #expect(session.status.contains("nowhere to go forward to"))
    session.type("<BS><BS><BS>")
    #expect(session.state.context == .search)
    session.type("<M-Right><BS>")
    #expect(session.state.prompt?.text == "gamma")
  }

  @Test func forwardFromASearchThatWasNeverLeftSaysSo() {
    var session = session()
    session.type("Sgamma<M-Right>")
    #expect(session.text.contains("There is nowhere to go forward to."))
    #expect(session.state.prompt?.text == "gamma")
  }

  @Test func escapeFromResultsThatOneCameBackToLeadsToWhereTheSearchStarted() {
    var session = session(columns: 60, rows: 12)
    session.type("j<Enter>3Sgamma<Down><Enter>")
    #expect(session.topLine == "Istanbul")
    session.type("<BS><Esc>")
    #expect(session.topLine == "PKK talks")
    session.type("SGamma<Down><Enter><BS>")
    session.files["news/Ankara and the jets.md"] = nil
    session.type("<Esc>")
    #expect(session.topLine == "PKK talks", "what was read is still there, though its file is gone")
    session.type("q")
    #expect(session.state.context == .list)
  }

  @Test func whatWasTypedButNotAnsweredIsAskedForByWhoComesBack() {
    var session = session()
    session.type("Sgamma<Enter><BS>")
    session.library.answers = false
    session.type(" president<M-Right>")
    #expect(session.topLine == "F-35 hopes")
    session.library.answers = true
    session.type("<BS>")
    #expect(session.status.hasPrefix(" Search: gamma president"))
    #expect(session.lines[2].contains("Erdoğan in Washington"))
    #expect(!session.text.contains("Ankara"))
  }

  @Test func aChangedLibraryIsSearchedAnewByWhoComesBack() {
    var session = session()
    session.type("Sgamma<Down><Enter>")
    session.library.hits.insert(Samples.hit("Newer", "2025-06-01", "Gamma too"), at: 0)
    session.send(.libraryChanged)
    #expect(session.searches.count == 5)
    session.type("<BS>")
    #expect(session.searches.count == 6)
    #expect(session.lines[2].hasPrefix(" Newer"))
    #expect(session.marked(.selected).trimmed.hasPrefix("İstanbul"))
  }

  @Test func theNextBriefingIsThatOfTheList() {
    var session = session()
    session.type("Sgamma<Down><Enter>J")
    #expect(session.topLine == "Page")
    session.type("<BS><BS>")
    #expect(session.state.context == .search)
    session.type("<Esc>Q")
    #expect(session.quitStatus == 0)
  }
}
