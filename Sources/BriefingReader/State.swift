import BriefingLayout
import BriefingSearch

/// Everything that the application knows. `update` is the only thing that changes it, `view` only reads it.
public struct State: Sendable {
  /// Rows and columns of the screen.
  public var size: Size
  /// The colours.
  public var theme: Theme
  /// What the command line and the configuration set.
  public var options: Options
  /// Which keys hold.
  public var context: Context
  /// The library's list; nil where a file was opened by itself.
  public var list: ListState?
  /// The briefing that is being read; nil in the list.
  public var reading: ReadingState?
  /// The prompt that is being typed into; nil where ``Context/isPrompt`` is false.
  public var prompt: LineEditor?
  /// The section picker while it is open.
  public var picker: PickerState?
  /// The help screen while it is open.
  public var help: HelpState?
  /// The labels on the links while one is being chosen.
  public var links: LinksState?
  /// The footnote that is shown.
  public var note: NoteState?
  /// The address that may be opened in another program.
  public var question: WebAddress?
  /// The search of the library while it is open.
  public var search: SearchState?
  /// What was searched for before.
  public var searches = SearchHistory()
  /// Whether the searches of earlier runs were asked for.
  var hasRecalledSearches = false
  /// How far the index of the library has come; nil where it is complete.
  public var indexing: IndexProgress?
  /// Counts the changes of what can be found, so that old results are told from new ones.
  var libraryVersion = 0
  /// The places to go back and forward to.
  public var trail = Trail()
  /// Shown in the status line until the next key.
  public var message: Message?
  /// The briefing that was asked for and is not there yet.
  public var pending: Pending?
  /// The page, by its serial number, whose text is being collected to be searched.
  var collecting: Int?
  /// Counts the briefings opened and the searches, so that late answers about an earlier one are told apart.
  var lastSerial = 0

  /// What the command line and the configuration set.
  public struct Options: Hashable, Sendable {
    /// Columns of the text at most.
    public var textWidth: Int
    /// Whether the outline is shown where the window has room.
    public var showsOutline: Bool
    /// How pages are set.
    public var page = Page.Settings(overflow: .pan, details: .closed)

    /// Makes options.
    public init(textWidth: Int = 80, showsOutline: Bool = true) {
      self.textWidth = max(1, textWidth)
      self.showsOutline = showsOutline
    }
  }

  /// A word to the reader.
  public struct Message: Hashable, Sendable {
    /// One line.
    public var text: String
    /// Whether something went wrong.
    public var isError: Bool
  }

  /// Starts with the library in a folder; its rows come by ``Effect/scan(path:)``, and what can be searched by
  /// ``Effect/watch(path:)``.
  public static func library(_ path: String, size: Size, theme: Theme, options: Options = Options()) -> (
    State, [Effect]
  ) {
    var state = State(size: size, theme: theme, options: options, context: .list)
    state.list = ListState(path: path)
    return (state, [.scan(path: path), .watch(path: path)])
  }

  /// Starts with one briefing, which comes by ``Effect/open(path:)``.
  public static func file(_ path: String, size: Size, theme: Theme, options: Options = Options()) -> (
    State, [Effect]
  ) {
    var state = State(size: size, theme: theme, options: options, context: .reading)
    state.pending = Pending(path: path)
    return (state, [.open(path: path)])
  }

  private init(size: Size, theme: Theme, options: Options, context: Context) {
    self.size = size
    self.theme = theme
    self.options = options
    self.context = context
  }

  /// The least window in which something can be read.
  public static let minimumSize = Size(rows: 5, columns: 20)

  mutating func say(_ text: String) { message = Message(text: text, isError: false) }
  mutating func complain(_ text: String) { message = Message(text: text, isError: true) }
}
