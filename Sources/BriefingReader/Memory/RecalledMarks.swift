import BriefingReading

/// The marks of a briefing as they are on the disk.
public struct RecalledMarks: Sendable {
  /// Of its sections.
  public var marks: [SectionID: ReadMark]
  /// The stars of its sections.
  public var stars: [SectionID: StarMark]
  /// Its own star.
  public var star: StarMark?

  /// Makes it.
  public init(marks: [SectionID: ReadMark], stars: [SectionID: StarMark], star: StarMark?) {
    self.marks = marks
    self.stars = stars
    self.star = star
  }
}
