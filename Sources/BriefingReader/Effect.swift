import BriefingLayout

/// Something that `update` asks the world to do. Effects are values: tests read them, nothing here performs one.
public enum Effect: Sendable {
  /// Leave with this exit status; the terminal is restored first.
  case quit(status: Int32)
  /// Stop as `^Z` does; the answer is ``Event/resume``.
  case suspend
  /// Draw every cell again, whatever the terminal is believed to show.
  case redraw
  /// Look at the folder again, or wait for the first look, whose rows come by ``watch(path:)``; there is no answer of its
  /// own.
  case scan(path: String)
  /// Read and parse a briefing and make it a page for reading; the answer is ``Event/opened(path:_:)`` or ``Event/openFailed(path:message:)``.
  case open(path: String)
  /// Give up the opening that is under way; there is no answer.
  case cancelOpening
  /// Hand an address to the reader's browser or mail program, by argument vector and never through a shell; a
  /// browser of the terminal gets the terminal for as long as it runs. The answer, if it cannot be, is ``Event/launchFailed(message:)``.
  case launch(WebAddress)
  /// Collect the text of a page, so that it can be searched; the answer is ``Event/findText(serial:_:)``. It is asked
  /// for once, however many searches wait for it. A newer collection ends an older one.
  case collect(serial: Int, Page)
  /// Give up the collection that is under way; there is no answer.
  case cancelCollecting
  /// Search; the answer is ``Event/found(serial:_:_:)``. A newer search ends an older one.
  case find(FindRequest)
  /// Match the sections with what is typed into the picker; the answer is ``Event/picked(serial:text:_:)``. A newer
  /// one ends an older one.
  case pick(PickRequest)
  /// List the library, index it for searching, and watch it; the answers, as long as the program runs, are
  /// ``Event/catalogue(path:rows:isComplete:)``, ``Event/catalogueChanged(path:_:)``, ``Event/catalogueFailed(path:message:)``,
  /// ``Event/indexing(_:)`` and ``Event/libraryChanged``.
  case watch(path: String)
  /// Search the library; the answer is ``Event/searched(serial:_:)``. A newer search ends an older one.
  case search(SearchRequest)
  /// Read what earlier runs searched for; the answer is ``Event/searchesRecalled(_:)``.
  case recallSearches
  /// Keep a search for later runs; there is no answer.
  case rememberSearch(String)
  /// Read and parse a briefing and make it a page, to be shown beside the results; the answer is ``Event/previewed(path:_:)``, and
  /// none where it cannot be read. A newer one ends an older one.
  case preview(path: String)
  /// Count words; the answer is ``Event/counted(serial:words:)``.
  case count(serial: Int, Page)
}

/// What to search, and for what.
public struct FindRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// The text that is searched.
  public var text: FindText
  /// What is looked for.
  public var query: FindQuery

  /// Makes a request.
  public init(serial: Int, text: FindText, query: FindQuery) {
    self.serial = serial
    self.text = text
    self.query = query
  }
}
