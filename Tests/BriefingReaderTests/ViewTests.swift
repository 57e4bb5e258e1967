import BriefingReading
import Testing

@testable import BriefingReader

/// Order, filter, outline and the like are as they were, and the list offers to go on.
@Suite struct ViewTests {
  private func library(_ memory: CannedMemory = CannedMemory(), columns: Int = 90) -> Session {
    var files = Samples.libraryFiles
    for row in Samples.library where row.problem == nil {
      files[row.path] =
        "---\nauthor: A\n---\n# Page\n\n## One\n\n\(Samples.longParagraph)\n\n## Two\n\nBeta.\n"
    }
    return Session(library: Samples.library, files: files, columns: columns, rows: 14, memory: memory)
  }

  /// The next run, with what this one left behind.
  private func again(_ session: Session) -> Session { library(session.memory) }

  @Test func theOrderAndTheFilterAreKept() {
    var first = library()
    first.type("z/an<Enter>")
    let titles = first.titles
    let second = again(first)
    #expect(second.titles == titles)
    #expect(second.state.list?.order == .title)
    #expect(second.status.contains("“an”"))
  }

  @Test func aFilterIsKeptOnceItIsTyped() {
    var first = library()
    first.type("/an")
    #expect(first.memory.view == nil)
    first.type("<Esc>")
    #expect(again(first).state.list?.filter == "")
  }

  @Test(arguments: ["o", "w", "L", "="])
  func whatIsShownOfATextIsKept(key: String) {
    var first = library()
    first.type("<Enter>")
    let before = first.state.view
    first.type(key)
    let after = first.state.view
    #expect(before != after)
    var second = again(first)
    #expect(second.state.view == after)
    second.type("<Enter>\(key)q")
    #expect(again(second).state.view == before)
  }

  @Test func detailsAreKeptByTheirBriefing() {
    var first = library()
    first.type("<Enter>i")
    first.type("qj<Enter>")
    #expect(first.state.options.page.details == .closed)
    first.type("qk<Enter>")
    #expect(first.state.options.page.details == .open)
    var second = again(first)
    second.type("<Enter>")
    #expect(second.text.contains("Author: A"))
    second.type("iq<Enter>")
    #expect(second.state.options.page.details == .closed)
  }

  @Test func nothingIsKeptWithoutState() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    session.type("z/an<Enter><Enter>ow")
    #expect(
      !session.effects.contains {
        switch $0 {
        case .work(.recallView), .work(.rememberView): true
        default: false
        }
      })
  }

  // MARK: The row that continues

  private func continuing() -> Session {
    var memory = CannedMemory()
    let row = Samples.library[1]
    memory.continuation = Continuation(path: row.path, title: row.title, section: "F-35 hopes", percent: 43)
    return library(memory)
  }

  @Test func theFirstRowContinuesTheLastBriefing() {
    var session = continuing()
    #expect(session.screen.row(2) == "  Continue: \(Samples.library[1].title) · F-35 hopes · 43%")
    #expect(session.marked(.selected).contains("Continue:"))
    session.type("<Enter>")
    #expect(session.state.reading?.path == Samples.library[1].path)
    session.type("q")
    #expect(!session.text.contains("Continue:"), "it has been continued")
  }

  @Test func itIsNoBriefingOfTheOrder() {
    var session = continuing()
    let titles = session.titles
    #expect(titles == library().titles)
    session.type("j")
    #expect(session.status.contains("1 of \(titles.count)"))
    session.type("k")
    #expect(session.marked(.selected).contains("Continue:"))
    session.type("G")
    #expect(session.status.contains("\(titles.count) of \(titles.count)"))
    session.type("g")
    #expect(session.marked(.selected).contains("Continue:"))
  }

  @Test func noFilterHidesIt() {
    var session = continuing()
    session.type("/istanbul<Enter>")
    #expect(session.screen.row(2).contains("Continue:"))
    #expect(!session.marked(.selected).contains("Continue:"))
    #expect(session.titles.count == 1)
    session.type("<Enter>")
    #expect(session.state.reading?.briefing.metadata.title == "Page")
    #expect(session.state.reading?.path == Samples.library.first { $0.title.hasPrefix("İstanbul") }?.path)
  }

  @Test func itIsMarkedAsItsBriefing() {
    var session = continuing()
    session.type("x")
    #expect(session.status.contains(Samples.library[1].title))
  }

  @Test func whatIsNotThereAnyMoreIsNotOffered() {
    var memory = CannedMemory()
    memory.continuation = Continuation(path: "news/gone.md", title: "Gone", section: "", percent: 5)
    let session = library(memory)
    #expect(!session.text.contains("Continue"))
    #expect(session.status.contains("1 of"))
  }

  @Test func aNarrowWindowKeepsTitleAndPercentage() {
    var session = continuing()
    session.resize(columns: 50, rows: 10)
    #expect(session.screen.row(1) == "  Continue: İstanbul meeting · F-35 hopes · 43%")
    session.resize(columns: 40, rows: 10)
    #expect(session.screen.row(1) == "  Continue: İstanbul meeting · 43%")
    session.resize(columns: 24, rows: 10)
    #expect(session.screen.row(1) == "  Continue: İsta… · 43%")
  }
}
