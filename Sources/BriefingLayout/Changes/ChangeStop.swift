import BriefingText

/// A change as a reader steps to it: a paragraph with other words, or paragraphs that came or went together.
public struct ChangeStop: Hashable, Sendable {
  /// Where it starts on the page with the marks.
  public var marked: FindMatch
  /// Where it starts on the plain page.
  public var plain: Place
  /// What was added, on the plain page; none where something was only removed.
  public var added: [FindMatch]

  /// The marks of one unit.
  struct Marks {
    /// The unit of the marked page.
    var unit: Int
    /// The unit of the plain page; of what is not there, the one before which it stands.
    var plainUnit: Int
    /// Signs included: offsets in the marked text.
    var marks: [Range<Int>]
    /// Offsets in the plain text.
    var added: [Range<Int>]
    /// Whether all of it came or went.
    var isWhole: Bool
    /// Whether it is the heading of a section that went.
    var startsSection = false
  }

  /// The changes of a page in order.
  static func all(on page: Page, marks: [Marks]) -> [ChangeStop] {
    let headings = Set(page.sectionUnits)
    var stops: [ChangeStop] = []
    var last: Marks?
    for marks in marks.sorted(by: { $0.unit < $1.unit }) {
      guard let first = marks.marks.first else { continue }
      let added = marks.added.map { FindMatch(unit: marks.plainUnit, range: $0) }
      if let last, last.isWhole, marks.isWhole, last.unit + 1 == marks.unit, !marks.startsSection,
        !headings.contains(marks.unit), !stops.isEmpty
      {
        stops[stops.count - 1].added += added
      } else {
        stops.append(
          ChangeStop(
            marked: FindMatch(unit: marks.unit, range: first),
            plain: Place(unit: marks.plainUnit, offset: marks.added.first?.lowerBound ?? 0), added: added))
      }
      last = marks
    }
    return stops
  }
}
