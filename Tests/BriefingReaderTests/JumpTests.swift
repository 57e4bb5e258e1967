import BriefingLayout
import Testing

@testable import BriefingReader

/// Document, keys, what stands at the top of the text.
@Suite struct JumpTests {
  @Test(arguments: [
    ("", "Page"),
    ("]", "Missile sale"),
    ("]]", "Congress"),
    ("]]]", "F-35 hopes"),
    ("]]]]]", "PKK talks"),
    ("]]]]]]]", "PKK talks"),
    ("]][", "Missile sale"),
    ("]]j[", "Congress"),
    ("][", "Page"),
    ("}", "Missile sale"),
    ("]}", "F-35 hopes"),
    ("]]}", "F-35 hopes"),
    ("]]]]}", "PKK talks"),
    ("]]]{", "Missile sale"),
    ("3{", "F-35 hopes"),
    ("3{{{", "Page"),
    ("2", "F-35 hopes"),
    ("1", "Missile sale"),
    ("3", "PKK talks"),
    ("9", "Page"),
    ("3g", "Page"),
    ("sf35<Enter>", "F-35 hopes"),
    ("scong<Enter>", "Congress"),
    ("s<Down><Down><Enter>", "F-35 hopes"),
    ("s<Down><Up><Enter>", "Missile sale"),
    ("2s<Enter>", "F-35 hopes"),
    ("2s<Esc>", "F-35 hopes"),
    ("sxyz<Enter><Esc>", "Page"),
    ("spkk<C-u>cong<Enter>", "Congress"),
    ("<Tab>j<Enter>", "Congress"),
    ("<Tab>jj<Tab>", "F-35 hopes"),
    ("<Tab>jj<Esc>", "Page"),
    ("<Tab>G<Enter>", "PKK talks"),
    ("<Tab>Gkk<Enter>", "F-35 hopes"),
    ("<Tab>3<Enter>", "PKK talks"),
  ])
  func topLine(keys: String, expected: String) {
    for columns in [60, 100] {
      var session = Session(Samples.sections, columns: columns)
      session.type(keys)
      #expect(session.topLine == expected, "at \(columns) columns:\n\(session.text)")
    }
  }

  @Test(arguments: [
    ("3]", "This is the last section."),
    ("3}", "No section of this or a higher level follows."),
    ("[", "This is the start."),
    ("9", "There is no section 9: the last is 3."),
    ("J", "There is no next briefing: a file was opened, not a folder."),
    ("n", "Nothing to find yet: / starts a search."),
  ])
  func saysWhyNothingMoved(keys: String, expected: String) {
    var session = Session(Samples.sections, columns: 100)
    session.type(keys)
    #expect(session.status.contains(expected))
    session.type("j")
    #expect(!session.status.contains(expected), "a message stays until the next key")
  }

  @Test(arguments: ["]", "s", "<Tab>", "1"]) func aBriefingWithoutSectionsSaysSo(key: String) {
    var session = Session("Only text.\n")
    session.type(key)
    #expect(session.status.contains("This briefing has no sections"))
    #expect(session.state.context == .reading)
  }

  @Test func theOutlineMarksTheSectionThatIsRead() {
    var session = Session(Samples.sections, columns: 100, rows: 12)
    #expect(!session.text.contains("▸"))
    session.type("]")
    #expect(session.text.contains("▸ 1  Missile sale"))
    session.type("jjjjjjjj")
    #expect(session.text.contains("▸   1.1  Congress"))
    session.type("2")
    #expect(session.text.contains("▸ 2  F-35 hopes"))
  }

  /// Scrolling by lines marks every section in turn, the last ones too, which never reach the top.
  @Test(arguments: [8, 12, 20, 30]) func everySectionIsMarkedWhileOneScrolls(rows: Int) {
    var session = Session(Samples.sections, columns: 100, rows: rows)
    var marked: [Int] = [session.state.reading?.currentSection ?? -1]
    for _ in 0..<60 {
      session.type("j")
      let current = session.state.reading?.currentSection ?? -1
      if current != marked.last { marked.append(current) }
    }
    #expect(marked == [-1, 0, 1, 2, 3, 4])
    for _ in 0..<60 {
      session.type("k")
      let current = session.state.reading?.currentSection ?? -1
      if current != marked.last { marked.append(current) }
    }
    #expect(marked == [-1, 0, 1, 2, 3, 4, 3, 2, 1, 0, -1])
  }

  @Test func whereAllFitsTheStartIsRead() {
    var session = Session(Samples.sections, columns: 100, rows: 60)
    #expect(session.state.reading?.currentSection == nil)
    session.type("]]")
    #expect(session.text.contains("▸   1.1  Congress"))
  }

  @Test func fromTheEndBackThroughEachSection() {
    var session = Session(Samples.sections, columns: 100, rows: 20)
    session.type("G")
    #expect(session.text.contains("▸ 3  PKK talks"))
    let end = session.state.reading?.top ?? Place()
    session.type("[")
    #expect(session.topLine == "F-35 hopes")
    #expect(session.state.reading?.top ?? Place() < end, "back is never down")
    session.type("[[")
    #expect(session.topLine == "Missile sale")
    session.type("G]")
    #expect(session.topLine == "Deep", "the first that was not at the top yet")
    #expect(session.text.contains("▸   2.1  Deep"))
    session.type("]")
    #expect(session.topLine == "PKK talks")
    session.type("]")
    #expect(session.status.contains("This is the last section."))
  }

  @Test func theOutlineFoldsAwayInANarrowWindowAndOnDemand() {
    var session = Session(Samples.sections, columns: 100)
    #expect(session.text.contains("3  PKK talks"))
    session.type("o")
    #expect(!session.text.contains("3  PKK talks"))
    session.type("o")
    session.resize(columns: 79, rows: 14)
    #expect(!session.text.contains("3  PKK talks"))
    session.type("<Tab>")
    #expect(session.text.contains("3  PKK talks"), "the outline can be had in a narrow window too")
    session.type("<Tab>o")
    #expect(session.status.contains("The outline is hidden · Tab opens it"))
    session.type("o")
    #expect(session.status.contains("80 columns"))
  }

  @Test func thePickerLightsTheLettersThatMatch() {
    var session = Session(Samples.sections)
    session.type("shop")
    #expect(session.marked(.match) == "hop")
    #expect(session.marked(.selected).contains("2  F-35 hopes"))
    #expect(session.status.contains("Jump to: hop"))
    #expect(session.status.contains("1 of 5"))
  }

  @Test func whatIsTypedAheadOfTheSectionsThatFitIsNotLost() throws {
    var session = Session(Samples.sections)
    session.answersPicks = false
    session.type("shop<Enter>")
    #expect(session.state.context == .picker && session.status.contains("…"))
    let reading = try #require(session.state.reading)
    func answer(_ text: String) throws -> Event {
      let request = PickRequest(serial: reading.serial, text: text, sections: reading.sections)
      return .picked(serial: reading.serial, try #require(request.choices()))
    }
    // What was typed before is not meant any more.
    session.send(try answer("ho"))
    #expect(session.state.context == .picker)
    session.send(try answer("hop"))
    #expect(session.state.context == .reading)
    #expect(session.topLine == "F-35 hopes")
    session.send(try answer("hop"))
    #expect(session.state.context == .reading)
  }

  @Test func theSearchForSectionsThatFitCanBeCancelled() throws {
    let reading = try #require(Session(Samples.sections).state.reading)
    let request = PickRequest(serial: 1, text: "a", sections: reading.sections)
    #expect(request.choices { true } == nil)
    #expect(request.choices { false } != nil)
  }

  /// Of many sections few fit two letters, and only those are looked at again for the third.
  @Test func moreLettersLookOnlyAtWhatFittedBefore() throws {
    let titles = (0..<3000).map { "## \($0 % 100 == 0 ? "Zürich \($0)" : "Ankara \($0)")\n" }
    let reading = try #require(Session(titles.joined()).state.reading)
    func pick(_ text: String, after earlier: PickerState.Choices?) throws -> (PickerState.Choices, asked: Int)
    {
      let request = PickRequest(serial: 1, text: text, sections: reading.sections, earlier: earlier)
      var asked = 0
      let choices = request.choices {
        asked += 1
        return false
      }
      return (try #require(choices), asked)
    }
    var earlier: PickerState.Choices?
    for (text, looks) in [("z", 12), ("zu", 1), ("zur", 1), ("zur2", 1), ("z2", 12), ("an", 12), ("ank", 12)]
    {
      let (narrowed, asked) = try pick(text, after: earlier)
      let (fresh, _) = try pick(text, after: nil)
      #expect(asked == looks, "\(text)")
      #expect(narrowed.all.map(\.section) == fresh.all.map(\.section), "\(text)")
      #expect(!narrowed.all.isEmpty)
      earlier = narrowed
    }
  }

  @Test func thePickerKeepsWhatFittedForTheNextLetter() throws {
    var session = Session(Samples.sections)
    session.type("sh")
    let earlier = try #require(session.state.picker?.fitting)
    #expect(earlier.text == "h")
    session.answersPicks = false
    session.type("o")
    guard case .work(.pick(let request))? = session.effects.last else { return #expect(Bool(false)) }
    #expect(request.text == "ho" && request.earlier?.text == "h")
    session.type("<Backspace><Backspace>")
    #expect(session.state.picker?.fitting == nil)
  }

  @Test func jumpsLandEvenOnTheLastLines() {
    var session = Session("text\n\n## One\n\na\n\n## Two", rows: 24)
    session.type("2")
    #expect(session.topLine == "Two")
    session.type("j")
    #expect(session.topLine == "Two")
    session.type("kkk")
    #expect(session.topLine != "Two")
  }
}
