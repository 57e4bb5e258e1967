import BriefingLayout
import BriefingReading

/// What is to be kept for later visits.
public struct Remembrance: Sendable {
  /// Marks and stars.
  public var changes: [StateChange]
  /// Besides them something of a text; nil where nothing is.
  public var text: Text?
  /// When, in milliseconds since 1970 (UTC).
  public var time: Int64

  /// What is to be kept of the text of a briefing.
  public struct Text: Sendable {
    /// The briefing as it is read.
    public var page: Page
    /// The same without the words.
    public var digest: BriefingDigest
    /// Its marks with the changes.
    public var marks: BriefingMarks
    /// The ordinals of sections that were read, whose text is to be kept.
    public var read: [Int] = []
    /// The ordinals of sections that are unread again.
    public var unread: [Int] = []
    /// Where the reader is; nil where that has not changed.
    public var top: Place?
    /// How far the text on the screen goes, of a thousand; 1000 where its end is seen.
    public var progress = 0
    /// The furthest point that was read; nil where that has not changed.
    public var furthest: Place?
    /// Whether the details of the front matter are unfolded; nil where that has not changed.
    public var showsDetails: Bool?
  }

  /// Makes it.
  init(_ changes: [StateChange] = [], text: Text? = nil, at now: Moment) {
    self.changes = changes
    self.text = text
    time = now.time
  }
}
