import Algorithms

/// Tells which sections were read: all of a section was on the screen, its end too, for as long as a quick reader needs.
///
/// Time belongs to what was on the screen while it passed, and is spent there from the top: so a jump through a text reads
/// nothing, and neither does a screen that stands before the reader for a short while. A text that fits the screen needs the
/// same time as one that has to be scrolled. The clock is the caller's.
///
/// Where something is, is said in bytes of the source; any other measure that grows with the text would do, were it the same
/// in all calls. What is shown elsewhere than it is written, as footnotes are, is left out of both extents and screens.
public struct DwellTracker: Hashable, Sendable {
  /// A section to be watched.
  public struct Section: Hashable, Sendable {
    /// Where it is by itself, its heading included, without the sections below it and without white space at its end.
    public var extent: Range<Int>
    /// Its words.
    public var words: Int

    /// Makes one.
    public init(extent: Range<Int>, words: Int) {
      self.extent = extent
      self.words = words
    }
  }

  private struct Progress: Hashable {
    var covered = ByteIntervals()
    /// Milliseconds that its end was on the screen.
    var endShown = 0
    var isRead = false
  }

  private let sections: [Section]
  private let pace: ReadingPace
  private var progress: [Progress]
  private var visible: Range<Int>?
  /// Since when time has not been spent, in milliseconds.
  private var start = 0
  /// Milliseconds that were not enough for another byte.
  private var spare = 0.0

  /// Watches sections, by ordinal: 0 is the lead. Extents are in order and do not overlap; one that is empty is never read.
  public init(_ sections: [Section], pace: ReadingPace = .quick) {
    self.sections = sections
    self.pace = pace
    progress = Array(repeating: Progress(), count: sections.count)
  }

  /// Says what is on the screen from now on: after a scroll, a jump, a resize.
  ///
  /// - Parameters:
  ///   - range: From the first byte that is seen to after the last one.
  ///   - now: Milliseconds of a clock that never goes back.
  /// - Returns: The ordinals of the sections that the time until now has made read.
  public mutating func show(_ range: Range<Int>, at now: Int) -> [Int] {
    let read = spend(until: now)
    if visible.map({ !$0.overlaps(range) }) ?? true { spare = 0 }
    visible = range
    return read
  }

  /// Says that the text is not seen from now on: something lies over it, or the program is stopped.
  public mutating func hide(at now: Int) -> [Int] {
    let read = spend(until: now)
    visible = nil
    spare = 0
    return read
  }

  /// Lets time pass.
  public mutating func tick(at now: Int) -> [Int] { spend(until: now) }

  /// In how many milliseconds something may be read if nothing moves; nil where that takes more than the screen: nobody has
  /// to look before.
  public var nextTick: Int? {
    guard let visible else { return nil }
    var wait = -spare
    for ordinal in ordinals(in: visible) {
      let section = sections[ordinal]
      let shown = section.extent.clamped(to: visible)
      for gap in progress[ordinal].covered.gaps(in: shown) { wait += Double(gap.count) * cost(of: section) }
      guard !progress[ordinal].isRead, visible.contains(section.extent.upperBound - 1),
        progress[ordinal].covered.gaps(in: section.extent).allSatisfy({
          shown.lowerBound <= $0.lowerBound && $0.upperBound <= shown.upperBound
        })
      else { continue }
      return max(Int(wait.rounded(.up)), pace.leastDwell - progress[ordinal].endShown, 1)
    }
    return nil
  }

  /// Starts again with a section, which was marked unread.
  public mutating func forget(_ ordinal: Int) {
    guard progress.indices.contains(ordinal) else { return }
    progress[ordinal] = Progress()
  }

  /// Takes over what was on the screen of sections that stand elsewhere now, word for word.
  ///
  /// - Parameters:
  ///   - places: The ordinal there of each section here, by its ordinal.
  ///   - other: The tracker of the text before.
  public mutating func adopt(_ places: [Int: Int], from other: DwellTracker) {
    for (ordinal, old) in places {
      guard sections.indices.contains(ordinal), other.sections.indices.contains(old) else { continue }
      let (from, to) = (other.sections[old].extent, sections[ordinal].extent)
      // With other white space or markup it is not known what stood where.
      guard from.count == to.count else { continue }
      progress[ordinal] = other.progress[old]
      progress[ordinal].covered.move(by: to.lowerBound - from.lowerBound)
    }
  }

  // MARK: Time

  private mutating func spend(until now: Int) -> [Int] {
    let elapsed = max(0, now - start)
    start = max(start, now)
    guard let visible, elapsed > 0 else { return [] }
    let shown = ordinals(in: visible)
    var rest = Double(elapsed) + spare
    spare = 0
    var read: [Int] = []
    for ordinal in shown {
      let section = sections[ordinal]
      if rest > 0 { rest = cover(ordinal, within: section.extent.clamped(to: visible), rest) }
      if visible.contains(section.extent.upperBound - 1) { progress[ordinal].endShown += elapsed }
      if !progress[ordinal].isRead, progress[ordinal].covered.count == section.extent.count,
        progress[ordinal].endShown >= pace.leastDwell
      {
        progress[ordinal].isRead = true
        read.append(ordinal)
      }
    }
    return read
  }

  /// Spends time on what is seen of a section, from its top, and returns how much is left.
  private mutating func cover(_ ordinal: Int, within shown: Range<Int>, _ time: Double) -> Double {
    var rest = time
    let cost = cost(of: sections[ordinal])
    for gap in progress[ordinal].covered.gaps(in: shown) {
      let bytes = min(gap.count, Int(rest / cost))
      progress[ordinal].covered.insert(gap.lowerBound..<gap.lowerBound + bytes)
      rest -= Double(bytes) * cost
      if bytes < gap.count {
        spare = rest
        return 0
      }
    }
    return rest
  }

  /// Milliseconds that a byte of a section takes.
  private func cost(of section: Section) -> Double {
    Double(pace.milliseconds(words: section.words)) / Double(max(1, section.extent.count))
  }

  /// The sections of which something is seen.
  private func ordinals(in range: Range<Int>) -> Range<Int> {
    let start = sections.partitioningIndex { $0.extent.upperBound > range.lowerBound }
    return start..<max(start, sections.partitioningIndex { $0.extent.lowerBound >= range.upperBound })
  }
}
