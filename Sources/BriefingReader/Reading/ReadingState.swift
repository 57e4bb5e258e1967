import Algorithms
import BriefingCore
import BriefingLayout

/// The briefing that is being read, and where.
public struct ReadingState: Sendable {
  /// The path that opens it.
  public internal(set) var path: String
  /// Tells returns about this opening from those about earlier ones.
  public let serial: Int
  /// The briefing set at the width of the text column.
  public var page: Page
  /// What stands at the top of the text.
  public var top = Place()
  /// By how many columns code and tables are panned that are wider than the page.
  public var pan = 0
  /// The section that is being read; nil in the lead.
  public internal(set) var currentSection: Int?
  /// Whether the top row is what is being read, though the rest of the text may be on the screen: after a jump.
  var isReadAtTop = false
  /// The places to go back and forward to.
  var trail = Trail()
  /// What is looked for; nil where nothing is.
  public var search: FindState?
  /// The search that is being typed, or was typed last.
  public var session = FindSession(origin: Place())
  /// What was looked for last, for `n` after the matches were cleared.
  public var lastQuery: FindQuery?
  /// The text to search, once it was collected.
  public var findText: FindText?
  /// Words of each section, the lead first, once they were counted.
  public var words: [Int]?
  /// What is remembered of it, once it was looked up; nil where nothing is remembered.
  var memory: ReadingMemory?
  /// What has changed since it was read.
  var comparison = Comparison.none
  /// What needs what is remembered, and was asked for before that was looked up.
  var wishes: [Wish] = []
  /// Where it is to be read from once that was looked up; nil where it is read already.
  var awaited: AwaitedStart?
  /// Where the reader was led as to the first or last unread section, before it was known what is repeated there.
  var led: (direction: Direction, to: Place)?
  /// Where it was opened, by its path alone: until it is known who it is, that may have to be mended.
  var openedAt: Place?
  /// Whether the details of the front matter are kept as unfolded.
  var keptDetails = false
  /// What was known of the text that another one has taken the place of, until that is looked up.
  var before: ReadingMemory?
  /// When the visit began, in milliseconds since 1970 (UTC), where another text was read in it before.
  var visitBegan: Int64?
  /// What is known of its file.
  var file: OpenFile
  /// The unit of each section's heading.
  var sectionUnits: [Int] { page.sectionUnits }
  /// Columns that the outline wants: its longest row.
  let outlineWidth: Int

  /// - Parameter outlineWidth: Where the outline stands on the screen already.
  init(path: String, serial: Int, page: Page, version: FileStamp?, outlineWidth: Int? = nil) {
    self.path = path
    self.serial = serial
    self.page = page
    file = OpenFile(version: version)
    // The first hundred rows say enough, and the first paint waits for this.
    self.outlineWidth = outlineWidth ?? Self.outlineWidth(for: page.briefing.sections.prefix(100))
  }

  private static func outlineWidth(for sections: ArraySlice<Section>) -> Int {
    (sections.map { OutlineRow($0).cells(isCurrent: false).count }.max() ?? 0) + 2
  }

  /// Where a briefing is read from, by what is remembered of it.
  enum AwaitedStart: Hashable, Sendable {
    /// Where it was left.
    case place
    /// The first of its unread sections, or the last.
    case unread(Direction)
    /// At an anchor in its stored form.
    case stored(String)
    /// Where the reader has been before, in another version of the text.
    case visit(Trail.Visit)

    /// The anchor.
    var anchor: String? { if case .stored(let anchor) = self { anchor } else { nil } }
  }

  /// Something that marks are needed for.
  enum Wish: Hashable, Sendable {
    case toggle(ordinal: Int)
    case readAll
    /// Of a section, or of the briefing itself where nil.
    case star(ordinal: Int?)
    case goToUnread(Direction)
    case goToChange(Direction)
    case showChanges
  }

  /// What was opened.
  public var briefing: Briefing { page.briefing }

  /// Its sections.
  public var sections: [Section] { page.briefing.sections }

  /// The section in which a unit stands; nil in the lead.
  public func section(ofUnit unit: Int) -> Int? {
    let after = sectionUnits.partitioningIndex { $0 > unit }
    return after > 0 ? after - 1 : nil
  }

  /// How long reading it takes at so many words a minute, once its words were counted: `4 min`.
  func readingTime(speed: Int) -> String? {
    words.map { ReadingTime.text(words: $0.reduce(0, +), speed: speed) }
  }
}
