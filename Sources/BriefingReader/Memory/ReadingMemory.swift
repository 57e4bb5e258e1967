import BriefingLayout
import BriefingReading

/// What is remembered of the briefing that is read, and what this visit adds to it.
struct ReadingMemory: Sendable {
  /// Its text without the words.
  let digest: BriefingDigest
  /// What is read, unread and starred.
  var marks: BriefingMarks
  /// What of it was read in other briefings, once that was looked up.
  var repeats: RepeatedText?
  /// What has been on the screen for how long.
  var dwell: DwellTracker
  /// The furthest point at which the text has rested.
  var furthest: Place?
  /// The places that are kept, or are about to be.
  var kept: KeptPlaces
  /// Since when the text has stood where it stands, on the clock of ``Moment/uptime``.
  var rest: (top: Place, since: Int)

  /// Places that are kept for the next visit.
  struct KeptPlaces: Hashable, Sendable {
    var top: Place?
    var furthest: Place?
    var showsDetails = false
  }

  /// Milliseconds that a text has to rest to be read as far as it is seen.
  static let restNeeded = ReadingPace.quick.leastDwell

  /// Takes in what was looked up.
  ///
  /// - Parameters:
  ///   - top: The place at the top of the text, if it is kept already.
  ///   - pace: How much time counts as reading.
  init(_ recalled: RecalledBriefing, kept top: Place?, at now: Moment, pace: ReadingPace) {
    digest = recalled.digest
    marks = recalled.marks
    dwell = DwellTracker(recalled.extents, pace: pace)
    furthest = recalled.furthest
    kept = KeptPlaces(top: top, furthest: recalled.furthest)
    rest = (top ?? Place(), now.uptime)
  }

  /// The sign of a section by its index; nil for one that is read.
  func sign(ofSection index: Int) -> ReadingSign? {
    marks.sections.indices.contains(index + 1) ? ReadingSign(marks.sections[index + 1]) : nil
  }

  /// Whether a section has a star, by its index.
  func isStarred(section index: Int) -> Bool {
    marks.sections.indices.contains(index + 1) && marks.sections[index + 1].isStarred
  }

  /// In how many milliseconds something may be read if nothing moves; nil where nobody has to look.
  func nextTick(at now: Int) -> Int? {
    let isFurther = rest.top > furthest ?? Place()
    return [dwell.nextTick, isFurther ? max(1, rest.since + Self.restNeeded - now) : nil]
      .compactMap(\.self).min()
  }
}
