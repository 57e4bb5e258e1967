/// What is known of a briefing besides its text.
public struct Metadata: Hashable, Sendable {
  /// From the front matter, else the heading that opens the page, else the file's or folder's name in words; never empty.
  public var title: String
  /// Whether the title is the front matter's.
  public var isTitleGiven = false
  /// When it was published: see ``dateOrigin``.
  public var date: BriefingDate?
  /// Where the date is from; nil where there is none.
  public var dateOrigin: DateOrigin?
  /// When it was last changed, as the front matter says.
  public var updated: BriefingDate?
  /// Who published it.
  public var source: String?
  /// Who wrote it.
  public var authors: [String]
  /// Its keywords.
  public var tags: [String]
  /// One or two sentences on what it says.
  public var summary: String?
  /// BCP 47 language tag.
  public var language: String?
  /// Where it came from.
  public var url: String?
  /// How other files of its site name it in links: ``SiteAddress``. In order, each once.
  public var addresses: [String]
  /// Whether it was read already, as programs that fetch news note it in their files; nil where they do not.
  public var isRead: Bool?
  /// Keys that the program does not know, or whose value it cannot use, in order, with their values as text.
  public var details: [Detail]
  /// What was wrong with the front matter, and first of all with how the file is encoded.
  public var warnings: [Warning]
  /// What is wrong with how the file is encoded, and how to mend it; nil where nothing is.
  public var encodingProblem: String?

  /// A key of the front matter that has no place of its own in ``Metadata``.
  public struct Detail: Hashable, Sendable {
    /// As written.
    public var key: String
    /// As text.
    public var value: String

    /// Makes a detail.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Something wrong that did not keep the briefing from being read.
  public struct Warning: Hashable, Sendable {
    /// 1-based line in the file.
    public var line: Int
    /// What, and what to do.
    public var message: String

    /// Makes a warning.
    public init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }

  /// The date for people, after `~` where it is a guess; nil where there is none.
  public var dateText: String? { date.map { (dateOrigin?.isGuess == true ? "~" : "") + $0.formatted } }

  /// Makes metadata of which only the title is known.
  public init(title: String) {
    self.title = title
    authors = []
    tags = []
    addresses = []
    details = []
    warnings = []
  }
}
