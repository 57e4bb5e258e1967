import BriefingLayout
import Testing

@testable import BriefingReader

/// Clicks and the wheel. What is clicked on is looked up in the frame, as the program's loop does.
@Suite struct MouseTests {
  private func library(columns: Int = 80) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: 20)
    session.library.hits = Samples.hits
    return session
  }

  @Test func aClickSelectsInTheListAndASecondOneOpens() {
    var session = library()
    session.click("Erdoğan")
    #expect(session.marked(.selected).contains("Erdoğan"))
    session.click("Erdoğan")
    #expect(session.text.contains("Just text, no section."))
  }

  @Test func aClickOnTheOutlineGoesToTheSection() {
    var session = Session(Samples.sections, columns: 100, rows: 12)
    session.click("PKK talks")
    #expect(session.topLine == "PKK talks")
    session.type("<BS>")
    #expect(session.topLine == "Page")
    session.type("<Tab>")
    session.click("F-35 hopes")
    #expect(session.topLine == "F-35 hopes")
  }

  @Test func aClickOnALinkFollowsIt() {
    var session = Session(
      "A [way down](#end) and [out](https://example.org/).\n\n## Two\n\nText.\n\n## End\n\nx\n", rows: 9)
    session.click("way")
    #expect(session.topLine == "End")
    session.type("g")
    session.click("out")
    #expect(session.text.contains("Open in another program?"))
    session.click("way")
    #expect(session.state.context == .question, "what stands behind a window is not clicked on")
    #expect(session.launched == [])
  }

  @Test func aLinkThatIsWrappedIsClickedOnInAllItsLines() {
    var session = Session("Some [link that is wrapped](#end) here.\n\n## End\n", columns: 20, rows: 9)
    session.click("wrapped")
    #expect(session.topLine == "End")
  }

  @Test func aClickOnAMatchMakesItTheCurrentOne() {
    var session = Session(Samples.sections, rows: 20)
    session.type("/alpha<Enter>")
    session.click("Alpha three")
    #expect(session.status.contains("3 of 3"))
    session.type("<Esc>")
    session.click("Alpha three")
    #expect(!session.status.contains("of 3"))
  }

  @Test func aClickChoosesInWindows() {
    var session = library()
    session.type("S gamma")
    session.click("Washington", nth: 0)
    session.type("<Esc><Esc>j<Enter>s")
    session.click("Congress")
    #expect(session.state.context == .picker)
    session.click("Congress")
    #expect(session.topLine == "Congress")
  }

  @Test func theWheelScrolls() {
    var session = Session(Samples.sections, rows: 9)
    let start = session.topLine
    session.send(.mouse(Mouse(.wheel(.forward), at: .init(row: 3, column: 3))))
    #expect(session.topLine == "Lead text before all sections." || session.topLine == "Missile sale")
    session.send(.mouse(Mouse(.wheel(.backward), at: .init(row: 3, column: 3))))
    session.send(.mouse(Mouse(.wheel(.backward), at: .init(row: 3, column: 3))))
    #expect(session.topLine == start)
    #expect(!session.status.contains("This is the"))
    var list = library()
    list.send(.mouse(Mouse(.wheel(.forward), at: .init())))
    #expect(list.state.list?.selection == 3)
  }

  @Test func itCanBeGivenToTheTerminal() {
    var session = Session(Samples.sections, columns: 100, rows: 12)
    #expect(session.screen.frame.takesMouse)
    session.type("<M-m>")
    #expect(session.status.contains("The terminal has the mouse"))
    #expect(!session.screen.frame.takesMouse)
    session.click("PKK talks")
    #expect(session.topLine == "Page")
    session.type("<M-m>")
    session.click("PKK talks")
    #expect(session.topLine == "PKK talks")
  }

  @Test func whateverIsClickedOnWhereverNothingBreaks() {
    for keys in [
      "", "/in", "S gamma", "S gamma<Tab>", "j<Enter>", "j<Enter><Tab>", "j<Enter>s", "j<Enter>/alpha", "?",
      "j<Enter>V", "j<Enter>|", "j<Enter>&alpha<Enter>",
    ] {
      var before = library(columns: 100)
      before.type(keys)
      for row in stride(from: 0, to: 20, by: 3) {
        for column in [2, 40, 70] {
          var session = before
          for gesture in [Mouse.Gesture.press, .wheel(.forward), .press] {
            let position = Frame.Position(row: row, column: column)
            let target = session.screen.frame.target(at: position)
            session.send(.mouse(Mouse(gesture, at: position, target: target)))
          }
          #expect(!session.text.isEmpty)
        }
      }
    }
  }
}

extension Session {
  /// Presses the button on a text of the screen: in the last row that has it and something to point at.
  fileprivate mutating func click(_ text: String, nth: Int = 0) {
    for row in (0..<screen.size.rows).reversed() {
      let line = screen.frame.row(row).map { $0.glyph.isEmpty ? " " : String($0.glyph.first ?? " ") }.joined()
      guard let range = line.firstRange(of: text) else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound)
      let position = Frame.Position(row: row, column: column)
      guard let target = screen.frame.target(at: position) else { continue }
      send(.mouse(Mouse(.press, at: position, target: target)))
      return
    }
    // Nothing that can be pointed at: a click there does nothing.
    send(.mouse(Mouse(.press, at: .init(row: 0, column: 0))))
  }
}

extension String {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
