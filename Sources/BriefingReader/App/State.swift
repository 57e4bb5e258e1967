import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingSearch

/// Everything that the application knows. `update` is the only thing that changes it, `view` only reads it.
public struct State: Sendable {
  /// Rows and columns of the screen.
  public var size: Size
  /// The colours.
  public var theme: Theme
  /// The themes that can be tried, in turn.
  public var themes = Theme.builtIn
  /// What the command line and the configuration set.
  public var options: Options
  /// Which keys ask for which command.
  public var keymap = Keymap.standard
  /// The keys of a sequence that was begun; empty where none was.
  var begun: [Key] = []
  /// The number typed before a command; nil where none was.
  var count: Int?
  /// What is on the screen, the lowest first; never empty.
  var layers: [Layer]
  /// The library's briefings; nil where files were opened by themselves.
  public var list: ListState?
  /// The files that were opened by themselves; empty in a library.
  var files = FileSequence([])
  /// What was searched for before.
  public var searches = SearchHistory()
  /// Whether the searches of earlier runs were asked for.
  var hasRecalledSearches = false
  /// What was looked for in briefings before.
  var finds = SearchHistory()
  /// Whether what is typed to be found is a regular expression.
  var findsPatterns = false
  /// How far the index of the library has come; nil where it is complete.
  public var indexing: IndexProgress?
  /// Counts the changes of what can be found, so that old results are told from new ones.
  var libraryVersion = 0
  /// Shown until the next key.
  public var message: Message?
  /// The page, by its serial number, whose text is being collected to be searched.
  var collecting: Int?
  /// Counts what was looked for in briefings: ``FindMatches/id``.
  var lastFind = 0
  /// Counts the briefings opened and the searches, so that late answers about an earlier one are told apart.
  var lastSerial = 0
  /// What time it is, as of the last event.
  public var now = Moment()
  /// Places that are still to be kept.
  var unkept: UnkeptPlaces?
  /// Whether what becomes of the reading state is told.
  var attendsState = false
  /// What was marked by hand, to be undone.
  var markHistory = MarkHistory()
  /// Whether what the list shows of being read may have changed.
  var hasOldSummaries = true
  /// How things are looked at, as it is kept for later runs; nil until it is known how they were in the run before.
  var keptView: ViewSettings?
  /// The path that something could not be written to, since a file is there; it is offered to be changed.
  var refusedPath: String?
  /// The bookmark that is looked for.
  var awaitedBookmark: Character?

  /// Whether there is a program that opens addresses, else they are copied; nil until one was to be opened.
  var canOpenAddresses: Bool?

  /// What the command line and the configuration set.
  public struct Options: Hashable, Sendable {
    /// Columns of the text at most.
    public var textWidth: Int
    /// Whether the outline is shown where the window has room.
    public var showsOutline: Bool
    /// Whether anything of what is read is remembered.
    public var remembers: Bool
    /// How signs are drawn.
    public var signs: SignSet
    /// Whether what was read in other briefings is dimmed and passed over.
    public var dimsRepeats = true
    /// On which side of the text the outline stands.
    public var outlineSide = OutlineSide.left
    /// Columns of the outline at most, where the window has room; nil fits it to its titles.
    public var outlineWidth: Int?
    /// How the list is ordered at the start; nil as it was in the run before.
    public var order: ListState.Order?
    /// Words a minute: reading times and what counts as read follow it.
    public var readingSpeed = ReadingTime.wordsPerMinute
    /// The folder that paths start from which are not absolute; nil where that is not known.
    public var workingFolder: String?
    /// Whether links are told to the terminal, which can open them then (OSC 8).
    public var showsHyperlinks = false
    /// Whether the mouse is the program's; else the terminal selects text with it.
    public var usesMouse = true
    /// How pages are set.
    public var page = Page.Settings(overflow: .pan, details: .closed)

    /// Makes options.
    public init(
      textWidth: Int = 80, showsOutline: Bool = true, remembers: Bool = false, signs: SignSet = SignSet()
    ) {
      self.textWidth = max(1, textWidth)
      self.showsOutline = showsOutline
      self.remembers = remembers
      self.signs = signs
    }
  }

  /// A side of the text.
  public enum OutlineSide: String, Hashable, Sendable, CaseIterable {
    case left, right
  }

  /// A word to the reader.
  public struct Message: Hashable, Sendable {
    /// A sentence; what matters most comes first.
    public var wording: Wording
    /// Whether something went wrong.
    public var isError: Bool
  }

  /// Starts with the library in a folder; its rows come by ``Work/scan(path:)``, and what can be searched by
  /// ``Work/watch(path:)``.
  public static func library(_ path: String, size: Size, theme: Theme, options: Options = Options()) -> (
    State, [Effect]
  ) {
    var state = State(size: size, theme: theme, options: options, .list)
    state.list = ListState(path: path, order: options.order ?? .newest)
    return (state, state.recallView() + [.work(.scan(path: path)), .work(.watch(path: path))])
  }

  /// Starts with one briefing, which comes by ``Work/open(path:)``.
  public static func file(_ path: String, size: Size, theme: Theme, options: Options = Options()) -> (
    State, [Effect]
  ) {
    files([path], size: size, theme: theme, options: options)
  }

  /// Starts with the first of some briefings, each named once; the others are its neighbours.
  public static func files(
    _ paths: [String], size: Size, theme: Theme, options: Options = Options()
  ) -> (State, [Effect]) {
    let files = FileSequence(paths)
    guard let path = files.current else { return library("", size: size, theme: theme, options: options) }
    var state = State(size: size, theme: theme, options: options, .opening(Opening(path: path)))
    state.files = files
    return (state, state.recallView() + [.work(.open(path: path))])
  }

  /// Asks how things were looked at, before all else: to find it takes as long as to read a file.
  private func recallView() -> [Effect] { options.remembers ? [.work(.recallView(library: list?.path))] : [] }

  private init(size: Size, theme: Theme, options: Options, _ layer: Layer) {
    self.size = size
    self.theme = theme
    self.options = options
    layers = [layer]
  }

  /// The least window in which something can be read.
  public static let minimumSize = Size(rows: 5, columns: 20)

  /// Says before the first key what is wrong, as a sentence.
  public mutating func warn(_ text: String) { complain(Wording(text)) }

  mutating func say(_ wording: Wording) { message = Message(wording: wording, isError: false) }
  mutating func complain(_ wording: Wording) { message = Message(wording: wording, isError: true) }
}
