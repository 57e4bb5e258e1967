import BriefingLayout
import BriefingReading
import BriefingText
import Testing

@testable import BriefingReader

/// What has changed since a briefing was read: the keys that step through it and show it, in outline, text and list.
@Suite struct ChangeTests {
  private static let old = """
    # Page

    ## One

    The talks went on all night in Ankara, and nobody slept in the old palace by the sea.

    ## Two

    Rain fell over the hills of the north while the ferries stayed in their harbours.

    ## Three

    Snow lay on the roads of the south.
    """

  private static let new = """
    # Page

    ## One

    The talks went on for two days in Ankara, and nobody slept in the old palace by the sea.

    ## Three

    Snow lay on the roads of the south.

    A bridge was closed to lorries.

    ## Four

    The price of bread rose again.
    """

  /// A briefing that was read, and opened again after an edit.
  private func reopened(
    _ old: String = old, _ new: String = new, columns: Int = 100, rows: Int = 40, width: Int = 80
  ) -> Session {
    var before = Session(old, memory: CannedMemory())
    before.type("X")
    return Session(new, columns: columns, rows: rows, width: width, memory: before.memory)
  }

  // MARK: Signs

  @Test func theOutlineHasASignForWhatIsNewOrOther() {
    let session = reopened()
    #expect(session.unread == [1, 2, 3])
    #expect(session.lines.filter { $0.contains("±") }.count == 3)
    #expect(!session.text.contains("●"))
    #expect(session.status.contains("4 changes"))
    #expect(session.status.contains("c change"))
  }

  @Test func anEditWithoutAnotherWordIsNoChange() {
    let session = reopened(Self.old, Self.old.replacing("Rain fell", with: "*Rain*\nfell"))
    #expect(session.unread == [])
    #expect(!session.text.contains("±"))
    #expect(!session.status.contains("change"))
  }

  @Test func whatIsReadForTheFirstTimeHasNoChanges() {
    for key in ["c", ";", "C"] {
      var session = Session(Self.old, columns: 100, rows: 30, memory: CannedMemory())
      session.type(key)
      #expect(session.status.contains("You have not read this before"), "\(key)")
      session.type("X" + key)
      #expect(session.status.contains("Nothing has changed since you read it."), "\(key)")
    }
  }

  // MARK: Stepping

  @Test func cGoesFromChangeToChangeAndSaysWhich() {
    var session = reopened(rows: 12)
    session.type("c")
    #expect(session.status.contains("change 1 of 4 · C shows what was before"))
    #expect(session.marked(.added) == "for two days")
    session.type("c")
    // Where the second section stood.
    #expect(session.status.contains("change 2 of 4, words removed here · C shows them"))
    session.type("c")
    #expect(session.status.contains("change 3 of 4"))
    #expect(session.marked(.added) == "A bridge was closed to lorries.")
    session.type("c")
    #expect(session.status.contains("change 4 of 4"))
    #expect(session.marked(.added) == "Four|The price of bread rose again.")
    session.type("c")
    #expect(session.status.contains("Past the last change: back at the first · change 1 of 4"))
    session.type(";")
    #expect(session.status.contains("Past the first change: on at the last · change 4 of 4"))
    session.type("<M-c>")
    #expect(session.status.contains("change 3 of 4"))
    session.type("j")
    #expect(session.status.contains("change 3 of 4"), "also after the message has gone")
    session.type("<Esc>")
    #expect(session.marked(.added) == "")
    #expect(session.status.contains("4 changes"))
  }

  /// One place is left to come back to.
  @Test func aCountOfChangesIsOneMove() {
    var session = reopened(rows: 12)
    session.state.keymap.countDigits()
    session.type("3c")
    #expect(session.status.contains("change 3 of 4"))
    session.type("2;")
    #expect(session.status.contains("change 1 of 4"))
    session.type("602c")
    #expect(session.status.contains("Past the last change: on from the first · change 3 of 4"))
    session.type("601;")
    #expect(session.status.contains("Past the first change: on from the last · change 2 of 4"))
    session.type("<BS><BS><BS><BS><BS>")
    #expect(session.status.contains("There is nowhere to go back to."))
  }

  @Test func cGoesOnFromWhereTheReaderIs() {
    var session = reopened(rows: 8)
    session.type("3c")
    #expect(session.status.contains("change 4 of 4"))
    session.type("''")
    #expect(session.topLine.hasPrefix("Four"), "the step was a jump")
    session.type("1c")
    #expect(session.status.contains("change 1 of 4"))
  }

  @Test func aSingleChangeIsTheOnlyOne() {
    var session = reopened(Self.old, Self.old.replacing("Snow", with: "Ice"))
    session.type("cc")
    #expect(session.status.contains("The only change · change 1 of 1"))
  }

  // MARK: Showing

  @Test func CShowsWhatWasAddedAndRemovedAndHidesItAgain() {
    var session = reopened()
    let plain = session.lines.dropLast()
    session.type("C")
    #expect(session.topLine.hasPrefix("2 sections changed, 1 new, 1 removed"), "\(session.text)")
    #expect(session.text.contains("read it on Tue 4 Nov"))
    #expect(session.text.contains("went on [-all night-] {+for two days+} in Ankara"))
    #expect(session.text.contains("[-Two-]"))
    #expect(session.text.contains("[-Rain fell over"))
    #expect(session.text.contains("{+A bridge was closed to lorries.+}"))
    #expect(session.text.contains("{+The price of bread rose again.+}"))
    #expect(session.marked(.removed).hasPrefix("all night|Two|Rain fell over"))
    #expect(session.marked(.added).hasPrefix("for two days|A bridge"))
    #expect(session.status.contains("Changes are shown · C hides them"))
    session.type("C")
    #expect(session.lines.dropLast() == plain[...])
    #expect(session.status.contains("The text as it is · C shows the changes"))
  }

  @Test func theLineThatIsReadStaysWhereTheMarksComeAndGo() {
    let filler = (1...40).map { "Sentence number \($0) of the lead.\n" }.joined(separator: "\n")
    let old = filler + "\n" + Self.old.replacing("# Page\n", with: "")
    var session = reopened(
      old, old.replacing("number 3 ", with: "number three ").replacing("Rain", with: "Hail"), rows: 12)
    session.type("2jj")
    let line = session.topLine
    session.type("C")
    #expect(session.topLine.contains(line.prefix(20).dropFirst(8)) || session.topLine == line)
    session.type("C")
    #expect(session.topLine == line)
    session.type("12C<BS>")
    #expect(session.topLine == "One", "the way back is that of the text, whatever is shown")
  }

  @Test func thePageWithChangesIsAPage() {
    var session = reopened(rows: 10)
    session.type("C")
    session.type("/all night")
    #expect(session.status.contains("1 of 1"), "what was removed is found")
    session.type("<Enter>C")
    #expect(session.status.contains("No match") || !session.marked(.match).contains("all night"))
    session.type("C1")
    #expect(session.topLine == "One")
    session.type("]")
    #expect(session.topLine == "Three")
    session.type("]")
    #expect(session.topLine.contains("Four"))
    session.type("[[")
    #expect(session.topLine == "One")
    session.resize(columns: 40, rows: 12)
    #expect(session.topLine == "One")
    #expect(session.text.contains("[-all"))
    session.type("G")
    #expect(session.text.contains("100%"))
    session.type(":50%<Enter>")
    session.type("g")
    #expect(session.topLine.hasPrefix("2 sections changed"))
  }

  @Test func cStepsThroughTheMarksToo() {
    var session = reopened(rows: 12)
    session.type("Cc")
    #expect(session.status.contains("change 1 of 4"))
    #expect(!session.status.contains("shows"))
    #expect(session.marked(.currentMatch) == "[-")
    session.type("c")
    #expect(session.text.contains("[-Two-]"))
    #expect(session.status.contains("change 2 of 4"))
  }

  @Test func marksAreReadableWithoutColours() {
    var session = reopened(columns: 60)
    session.type("C")
    let theme = Theme.monochrome
    for (trait, attribute) in [
      (Style.Traits.added, Attributes.Traits.underline), (.removed, .strikethrough),
    ] {
      #expect(theme.attributes(of: Style(.text, trait)).traits.contains(attribute))
      #expect(Theme.standard.attributes(of: Style(.text, trait)).foreground != nil)
    }
    #expect(session.text.contains("[-all night-]"))
  }

  // MARK: Other texts

  @Test func keysThatComeBeforeTheComparisonAreDoneAfterwards() throws {
    var before = Session(Self.old, memory: CannedMemory())
    before.type("X")
    var session = Session(Self.new, columns: 100, rows: 30, memory: before.memory, compares: false)
    session.type("C")
    #expect(!session.text.contains("[-"))
    let request = try #require(session.comparisons.last)
    session.send(.compared(serial: request.serial, try request.answer(readOn: nil)))
    #expect(session.text.contains("[-all night-]"))
    #expect(session.text.contains("2 sections changed, 1 new") && !session.text.contains("Tue 4 Nov"))
  }

  @Test func aNewerTextUnderTheReaderShowsItsMarksAgain() throws {
    var session = reopened()
    session.type("C")
    let newer = Self.new.replacing("bread", with: "milk")
    let page = try #require(Session.page(newer, LeafBounds(), State.Options().page))
    let reading = try #require(session.state.reading)
    session.send(
      .followed(
        serial: reading.serial,
        .changed(try PageReplacement(of: reading.plainPage, by: page), Session.version(of: newer))))
    #expect(session.text.contains("{+The price of milk rose again.+}"))
    #expect(session.text.contains("[-all night-]"))
  }

  @Test func whatIsReadStaysAChangeUntilOneLeaves() {
    var session = reopened()
    session.type("CX")
    #expect(session.unread == [])
    #expect(session.text.contains("[-all night-]"))
    session.type("cc")
    #expect(session.status.contains("change 2 of 4"))
    let again = Session(Self.new, columns: 100, rows: 30, memory: session.memory)
    #expect(!again.status.contains("change"))
  }

  @Test func aRemovedSectionIsAChangeUntilItWasShown() {
    let less = Self.old.replacing(
      "## Two\n\nRain fell over the hills of the north while the ferries stayed in their harbours.\n\n",
      with: "")
    var session = reopened(Self.old, less)
    #expect(session.unread == [])
    #expect(session.status.contains("1 change"))
    session.type("c")
    #expect(session.memory.kept.contains { if case .removalsSeen = $0 { true } else { false } })
    let again = Session(less, columns: 100, rows: 30, memory: session.memory)
    #expect(!again.status.contains("change"))
  }

  @Test func aTextThatIsNotKeptIsSaidNotToBe() {
    var before = Session(Self.old, memory: CannedMemory())
    before.type("X")
    before.memory.texts = [:]
    var session = Session(Self.new, columns: 100, rows: 30, memory: before.memory)
    session.type("C")
    #expect(session.topLine.hasPrefix("2 sections changed, 1 new, 1 removed · since you read it"))
    #expect(session.text.contains("its text as you read it is not kept"))
    #expect(session.text.contains("[-Two-]"))
  }

  @Test func marksOfAPlaceAreThoseOfThePlainText() throws {
    var session = reopened(rows: 10)
    session.type("C2ma")
    session.wait(milliseconds: 3000)
    session.type("C1'a")
    #expect(session.topLine == "Three")
    session.type("C1'a")
    #expect(session.topLine == "Three")
    session.type("q")
    let again = Session(Self.new, columns: 100, rows: 10, memory: session.memory)
    #expect(again.topLine == "Three")
  }

  // MARK: The list

  @Test func theListFiltersByWhatHasChanged() {
    var files = Samples.libraryFiles
    for row in Samples.library { files[row.path] = Self.old }
    var session = Session(
      library: Samples.library, files: files, columns: 110, rows: 20, memory: CannedMemory())
    session.type("<Enter>Xq")
    let path = session.state.list?.selected?.path ?? ""
    session.files[path] = Self.new
    session.type("<Enter>q")
    #expect(session.lines.filter { $0.hasPrefix("±") }.count == 1, "\(session.text)")
    session.type("/is:changed<Enter>")
    #expect(session.lines.filter { $0.hasPrefix("±") || $0.hasPrefix("●") }.count == 1)
  }
}
