import BriefingReading
import Testing

/// How a library is looked at, from run to run.
@Suite struct ViewSettingsTests {
  @Test func `what is kept comes back`() {
    var view = ViewSettings()
    #expect(ViewSettings(text: view.text) == view)
    view.order = "title"
    view.filter = "  is:unread  “jets” = on"
    (view.showsOutline, view.wraps, view.showsTargets, view.dimsRepeats) = (false, true, true, false)
    #expect(ViewSettings(text: view.text) == view)
  }

  @Test(arguments: [
    "", "\n\n", "order", "wrap maybe", "later on\nwrap", "filter \(String(repeating: "a", count: 5000))",
  ])
  func `what nobody knows is as in the standard ones`(text: String) {
    #expect(ViewSettings(text: text) == ViewSettings())
  }

  @Test func `a filter stays one line, and of some length`() {
    var view = ViewSettings()
    view.filter = "a\nwrap on"
    #expect(ViewSettings(text: view.text).filter == "a wrap on")
    #expect(!ViewSettings(text: view.text).wraps)
    view.filter = String(repeating: "a", count: 2000)
    #expect(ViewSettings(text: view.text).filter == "")
  }
}

/// What was on the screen of a text that another one takes the place of.
@Suite struct DwellAdoptionTests {
  private let pace = ReadingPace(wordsPerMinute: 60, leastDwell: 1000)

  @Test func `sections that moved keep what was seen of them`() {
    var old = DwellTracker([.init(extent: 0..<0, words: 0), .init(extent: 0..<100, words: 10)], pace: pace)
    _ = old.show(0..<100, at: 0)
    #expect(old.tick(at: 6000) == [])
    var new = DwellTracker(
      [.init(extent: 0..<50, words: 5), .init(extent: 50..<150, words: 10)], pace: pace)
    new.adopt([1: 1], from: old)
    _ = new.show(50..<150, at: 6000)
    #expect(new.tick(at: 9000) == [])
    #expect(new.tick(at: 10_500) == [1])
  }

  @Test func `sections of another length start again, and ordinals that are not there do no harm`() {
    var old = DwellTracker([.init(extent: 0..<100, words: 10)], pace: pace)
    _ = old.show(0..<100, at: 0)
    _ = old.tick(at: 9000)
    var new = DwellTracker([.init(extent: 0..<90, words: 10)], pace: pace)
    new.adopt([0: 0, 3: 0, 1: 9], from: old)
    _ = new.show(0..<90, at: 9000)
    #expect(new.tick(at: 12_000) == [])
  }
}
