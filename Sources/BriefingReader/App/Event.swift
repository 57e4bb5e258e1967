import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingSearch

/// Something that happened, from the terminal or from ``Work`` that was asked for.
public enum Event: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Something was done with the mouse.
  case mouse(Mouse)
  /// Text was pasted; it never submits.
  case paste(String)
  /// The window has this size now.
  case resize(Size)
  /// `^C`, or SIGINT from outside.
  case interrupt
  /// SIGTERM or SIGHUP: save and leave.
  case terminate
  /// The program was in the background and is back.
  case resume
  /// Rows of the library that are known from an earlier run, newest first; `isLast` with the last ones.
  case catalogueKnown(path: String, CatalogueBatch, isLast: Bool)
  /// More rows of the library were read; `isComplete` with the last ones.
  case catalogue(path: String, rows: CatalogueBatch, isComplete: Bool)
  /// Briefings came, went or were written since all rows were read.
  case catalogueChanged(path: String, CatalogueChange)
  /// The library could not be read at all.
  case catalogueFailed(path: String, message: String)
  /// A briefing was read, parsed and made a page for reading, at any width. `version` is that of its file from before
  /// it was read; nil for what cannot be read again.
  ///
  /// `arrival` is where it was left, as far as that was known when it had been read.
  case opened(path: String, Page, version: FileStamp? = nil, arrival: KnownArrival? = nil)
  /// The start of a long briefing, which is being read: whole blocks, made a page for reading at any width. `size` is how
  /// many bytes the file has.
  case openedFront(path: String, Page, size: Int)
  /// How much of a briefing that is being opened was read, in percent: told where that takes a while.
  case openingCame(path: String, percent: Int)
  /// Something has become of the file of the briefing with this serial number.
  case followed(serial: Int, FileNews)
  /// Where the places of a request, by its serial number, are in a newer text.
  case placed(serial: Int, [Place: Place])
  /// A briefing could not be read.
  case openFailed(path: String, message: String)
  /// What a search of the library found.
  case searched(serial: Int, SearchResults)
  /// The sections of a briefing that fit a search, in their order.
  case sectionsFound(SectionsRequest, [SearchHit])
  /// What earlier runs searched for, the newest first.
  case searchesRecalled([String])
  /// A briefing to be shown beside the results was read, parsed and made a page, at any width.
  case previewed(path: String, Page)
  /// How far the index of the library has come; nil once it is complete.
  case indexing(IndexProgress?)
  /// Something else can be found in the library: files have changed, or the index has grown.
  case libraryChanged
  /// Whether there is a program that opens addresses.
  case openerFound(Bool)
  /// An address could not be handed to another program.
  case launchFailed(message: String)
  /// The text of the briefing with this serial number is ready to be searched, as much of it as was collected.
  case findText(serial: Int, FindText)
  /// What was found so far in the briefing with this serial number.
  case foundSome(serial: Int, FindMatches)
  /// All matches of a query in the briefing with this serial number, by the search's ``FindMatches/id``.
  case found(serial: Int, search: Int, FindQuery, [FindMatch])
  /// The sections that fit what was typed into the picker, best first.
  case picked(serial: Int, PickerState.Choices)
  /// Words of each section (the lead first), for reading times.
  case counted(serial: Int, words: [Int])
  /// The time has come that ``TerminalRequest/wake(milliseconds:)`` asked for.
  case tick
  /// What is remembered of the briefing with this serial number.
  case recalled(serial: Int, RecalledBriefing)
  /// What has changed in the briefing with this serial number since it was read; nil where no word has.
  case compared(serial: Int, ChangedText?)
  /// How things were looked at in the run before, and what the list offers to continue.
  case viewRecalled(ViewSettings?, Continuation?)
  /// What of the briefing with this serial number was read in others.
  case repeatsFound(serial: Int, RepeatedText)
  /// Marks that were to be kept are, so the list may have to show something else.
  case kept
  /// What is remembered of the briefings of a library, by the paths of their rows.
  case summarized(path: String, [PathKey: BriefingSummary])
  /// A briefing of the list was marked as a whole, or got a star or lost it.
  case marked(MarkUndo)
  /// Why that could not be, or that there was nothing to change.
  case markFailed(message: String)
  /// Bookmarks, or what was opened before.
  case placesListed(KnownPlaces)
  /// Where an anchor is in the briefing with this serial number, nil where it is not there any more, and what it was
  /// looked for.
  case located(serial: Int, Place?, AnchorRequest.Purpose)
  /// Another program has written the reading state.
  case stateChanged
  /// The marks, as they are on the disk, of the briefing with this serial number.
  case marksRecalled(serial: Int, RecalledMarks)
  /// What became of something that was handed on.
  case handed(HandResult)
  /// What came back from the command with this serial number.
  case piped(serial: Int, PipedOutput)
  /// What an import would write, by the serial number of its request.
  case importPlanned(serial: Int, ImportPlan)
  /// Why nothing can be imported.
  case importFailed(serial: Int, message: String)
  /// The terminal was sent a text for its clipboard, or has none.
  case clipboard(Clip, isSent: Bool)
  /// Something has become of the reading state that the reader is to know.
  case stateNotice(message: String, isError: Bool)

  /// Whether a frame had better show it than wait for what follows it: there is something to read, and the rest takes its time.
  public var endsPatience: Bool {
    switch self {
    case .openedFront, .foundSome: true
    default: false
    }
  }
}
