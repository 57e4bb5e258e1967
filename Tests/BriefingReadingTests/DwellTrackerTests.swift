import BriefingReading
import CommonMarkSamples
import Testing

/// What was on the screen for how long. The clock is the test's: nobody waits.
@Suite struct DwellTrackerTests {
  /// A thousand words a minute and 6 bytes a word: 10 ms a byte.
  private static let pace = ReadingPace(wordsPerMinute: 1000, leastDwell: 1000)

  /// Sections of some hundred bytes, one after another.
  private func tracker(_ sizes: Int..., gap: Int = 0) -> DwellTracker {
    var start = 0
    return DwellTracker(
      sizes.map { size in
        defer { start += size + gap }
        return DwellTracker.Section(extent: start..<start + size, words: size / 6)
      }, pace: Self.pace)
  }

  @Test func `a text that fits the screen needs its time`() {
    var tracker = tracker(600, 600)
    #expect(tracker.show(0..<1200, at: 0) == [])
    #expect(tracker.tick(at: 5900) == [])
    #expect(tracker.tick(at: 6100) == [0])
    #expect(tracker.tick(at: 11_900) == [])
    #expect(tracker.tick(at: 12_100) == [1])
    #expect(tracker.tick(at: 50_000) == [])
  }

  @Test func `a section is read with its end only`() {
    var tracker = tracker(1200, 600)
    _ = tracker.show(0..<900, at: 0)
    #expect(tracker.tick(at: 1_000_000) == [])
    #expect(tracker.show(300..<1200, at: 1_000_000) == [])
    #expect(tracker.tick(at: 1_003_100) == [0])
  }

  @Test func `the end alone is not the section`() {
    var tracker = tracker(1200)
    _ = tracker.show(600..<1200, at: 0)
    #expect(tracker.tick(at: 1_000_000) == [])
  }

  @Test func `time belongs to the page that was left`() {
    var tracker = tracker(600, 600)
    _ = tracker.show(0..<600, at: 0)
    #expect(tracker.show(600..<1200, at: 7000) == [0])
    #expect(tracker.tick(at: 7500) == [])
    #expect(tracker.hide(at: 13_100) == [1])
  }

  @Test func `a jump through a text reads nothing`() {
    var tracker = tracker(60, 60, 60, 60, 6000)
    for step in 0..<60 { #expect(tracker.show(step * 100..<step * 100 + 800, at: step * 20) == []) }
    #expect(tracker.tick(at: 60 * 20) == [])
  }

  @Test func `what was seen in passing is not read, however short`() {
    var tracker = tracker(6, 6000)
    _ = tracker.show(0..<800, at: 0)
    #expect(tracker.tick(at: 900) == [])
    #expect(tracker.tick(at: 1010) == [0])
  }

  @Test func `nothing counts while something lies over the text`() {
    var tracker = tracker(600)
    _ = tracker.show(0..<600, at: 0)
    #expect(tracker.hide(at: 3000) == [])
    #expect(tracker.tick(at: 900_000) == [])
    #expect(tracker.show(0..<600, at: 900_000) == [])
    #expect(tracker.tick(at: 902_900) == [])
    #expect(tracker.tick(at: 903_200) == [0])
  }

  @Test func `reading line by line is reading`() {
    var tracker = tracker(6000)
    var read: [Int] = []
    var now = 0
    for top in stride(from: 0, through: 5200, by: 80) {
      read += tracker.show(top..<top + 800, at: now)
      now += 800
    }
    #expect(read.isEmpty)
    read += tracker.tick(at: now + 8000)
    #expect(read == [0])
  }

  @Test func `the next moment to look is when something may be read`() throws {
    var tracker = tracker(600, 6000)
    _ = tracker.show(0..<800, at: 0)
    let wait = try #require(tracker.nextTick)
    #expect(tracker.tick(at: wait - 20) == [])
    #expect(tracker.tick(at: wait + 1) == [0])
    // The rest of the next section is not on the screen.
    #expect(tracker.nextTick == nil)
  }

  @Test func `what was marked unread has to be read anew`() {
    var tracker = tracker(600)
    _ = tracker.show(0..<600, at: 0)
    #expect(tracker.tick(at: 6100) == [0])
    tracker.forget(0)
    #expect(tracker.tick(at: 6200) == [])
    #expect(tracker.tick(at: 12_300) == [0])
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `whatever a reader presses, nothing is read that was not shown to its end`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    var start = 0
    let sections = (0..<30).map { _ in
      let size = Int.random(in: 1...900, using: &random)
      defer { start += size + Int.random(in: 0...3, using: &random) }
      return DwellTracker.Section(
        extent: start..<start + size, words: size / Int.random(in: 4...9, using: &random))
    }
    var tracker = DwellTracker(sections, pace: Self.pace)
    /// Milliseconds that each byte was seen.
    var seen = Array(repeating: 0, count: start + 2000)
    var (now, top, screen) = (0, 0, 700)
    var visible: Range<Int>?
    var read: [Int] = []
    for _ in 0..<400 {
      let pause = [0, 5, 40, 300, 2000, 9000].randomElement(using: &random) ?? 0
      now += pause
      if let visible { for byte in visible { seen[byte] += pause } }
      var found: [Int] = []
      switch Int.random(in: 0..<8, using: &random) {
      case 0: top = Int.random(in: 0..<start, using: &random)
      case 1: screen = Int.random(in: 1...1500, using: &random)
      case 2, 3, 4: top = min(start, top + screen * 3 / 4)
      case 5: top = max(0, top - 80)
      case 6:
        found = tracker.hide(at: now)
        visible = nil
        read += check(found, sections, seen)
        continue
      default: found = tracker.tick(at: now)
      }
      visible = top..<top + screen
      found += tracker.show(top..<top + screen, at: now)
      read += check(found, sections, seen)
    }
    #expect(Set(read).count == read.count)
  }

  /// Checks that what was read was on the screen, all of it, and for its time in all.
  private func check(_ found: [Int], _ sections: [DwellTracker.Section], _ seen: [Int]) -> [Int] {
    for ordinal in found {
      let extent = sections[ordinal].extent
      #expect(extent.allSatisfy { seen[$0] > 0 })
      #expect(seen[extent.upperBound - 1] >= Self.pace.leastDwell)
      // Each byte takes its time while it is seen.
      #expect(
        (extent.map { seen[$0] }.reduce(0, +)) >= Self.pace.milliseconds(words: sections[ordinal].words) / 2)
    }
    return found
  }
}
