import BriefingLayout
import BriefingReading

/// Work that `update` asks for: it takes time, or reads and writes files. How it is run says its ``policy``; whoever
/// runs it needs to know no more.
///
/// A new kind of work is a case, a slot and a policy here, what it does in the performer, and its answer in ``Event`` and
/// `update`.
public enum Work: Sendable {
  /// Look at the folder again, or wait for the first look, whose rows come by ``watch(path:)``; there is no answer of its
  /// own.
  case scan(path: String)
  /// List the library, index it for searching, and watch it; the answers, as long as the program runs, are
  /// ``Event/catalogueKnown(path:_:isLast:)``, ``Event/catalogue(path:rows:isComplete:)``, ``Event/catalogueChanged(path:_:)``,
  /// ``Event/catalogueFailed(path:message:)``, ``Event/indexing(_:)`` and ``Event/libraryChanged``.
  case watch(path: String)
  /// Read and parse a briefing and make it a page for reading; the answer is ``Event/opened(path:_:version:)`` or
  /// ``Event/openFailed(path:message:)``.
  case open(path: String)
  /// Follow the file of the briefing that is read; the answers, as long as it is read, are
  /// ``Event/followed(serial:_:)``.
  case follow(FollowRequest)
  /// Find places in a newer text; the answer is ``Event/placed(serial:_:)``.
  case place(PlacesRequest)
  /// Find where an anchor is in the briefing that is read; the answer is ``Event/located(serial:_:_:)``.
  case locate(AnchorRequest)
  /// Free the memory of a large briefing that was left; there is no answer.
  case discard(Discarded)
  /// Count words; the answer is ``Event/counted(serial:words:)``.
  case count(serial: Int, Page)
  /// Collect the text of a page, so that it can be searched; the answers are ``Event/findText(serial:_:)``, each with more of
  /// it. It is asked for once, however many searches wait for it.
  case collect(CollectRequest)
  /// Search; the answers are ``Event/foundSome(serial:_:)``, and at the end ``Event/found(serial:_:_:)`` where the text is
  /// complete.
  case find(FindRequest)
  /// Match the sections with what is typed into the picker; the answer is ``Event/picked(serial:_:)``.
  case pick(PickRequest)
  /// Search the library; the answer is ``Event/searched(serial:_:)``.
  case search(SearchRequest)
  /// Find all sections of a briefing that fit a search; the answer is ``Event/sectionsFound(_:_:)``, and none where
  /// it cannot be read.
  case findSections(SectionsRequest)
  /// Read and parse a briefing and make it a page, to be shown beside the results; the answer is ``Event/previewed(path:_:)``, and
  /// none where it cannot be read.
  case preview(path: String)
  /// Read what earlier runs searched for; the answer is ``Event/searchesRecalled(_:)``.
  case recallSearches
  /// Keep a search for later runs; there is no answer.
  case rememberSearch(String)
  /// Hand an address to the reader's browser or mail program, by argument vector and never through a shell; a
  /// browser of the terminal gets the terminal for as long as it runs. The answer, if it cannot be, is
  /// ``Event/launchFailed(message:)``.
  case launch(WebAddress)
  /// Look up what is remembered of a briefing, and record that it is read; the answer is ``Event/recalled(serial:_:)``.
  case recall(RecallRequest)
  /// Compare a briefing with its text as it was read; the answer is ``Event/compared(serial:_:)``.
  case compare(CompareRequest)
  /// Keep where the reader was in a briefing that was left at once; there is no answer.
  case rememberPlace(UnknownPlace)
  /// Look up what of a briefing was read in others; the answer is ``Event/repeatsFound(serial:_:)``.
  case findRepeats(RepeatsRequest)
  /// Keep something for later visits; the answer, where there were marks, is ``Event/kept``.
  case remember(Remembrance)
  /// Look up how a library was looked at, or with nil what is opened by itself, and open the reading state; the answer is
  /// ``Event/viewRecalled(_:_:)``.
  case recallView(library: String?)
  /// Keep how it is looked at; there is no answer.
  case rememberView(library: String?, ViewSettings)
  /// Tell what becomes of the reading state; the answers, as long as the program runs, are
  /// ``Event/stateNotice(message:isError:)`` and ``Event/stateChanged``.
  case attendState
  /// Look up what the list shows of being read; the answer is ``Event/summarized(path:_:)``.
  case summarize(path: String)
  /// Mark a briefing of the list as a whole; the answer is ``Event/marked(_:)`` or ``Event/markFailed(message:)``.
  case mark(MarkRequest)
  /// Keep a bookmark; there is no answer.
  case bookmark(BookmarkRequest)
  /// Look up bookmarks or what was opened; the answer is ``Event/placesListed(_:)``.
  case listPlaces(KnownPlaces.Kind)
  /// Look up the marks of a briefing that is open; the answer is ``Event/marksRecalled(serial:_:)``.
  case recallMarks(serial: Int, BriefingID)
  /// Find out whether there is a program that opens addresses; the answer is ``Event/openerFound(_:)``.
  case findOpener
  /// Make a text for the clipboard, and copy it by the reader's program; the answer is ``Event/handed(_:)``.
  case copy(Extract)
  /// Write a part of a briefing to a new file; the answer is ``Event/handed(_:)``.
  case write(WriteRequest)
  /// Make briefings of an article, and write none; the answer is ``Event/importPlanned(serial:_:)`` or
  /// ``Event/importFailed(serial:message:)``.
  case planImport(ImportRequest)
  /// Write them into the library; the answer is ``Event/handed(_:)``.
  case writeImport(ImportPlan)
  /// Have a command read a part of a briefing; the answer is ``Event/piped(serial:_:)``.
  case pipe(PipeRequest)
  /// Open a file in the reader's editor, which gets the terminal for as long as it runs where it needs one; the answer is
  /// ``Event/handed(_:)``.
  case edit(EditRequest)

  /// How it is run.
  public var policy: Policy {
    switch self {
    case .scan: Policy(.scan, for: .program)
    // It goes on as long as the program runs; one library is opened, so it is never replaced.
    case .watch: Policy(.watch, for: .program, patience: .zero)
    case .open: Policy(.open, for: .opening)
    // It goes on as long as the briefing is read.
    case .follow: Policy(.follow, for: .reading, isAfterFrame: true, patience: .zero)
    case .place: Policy(.place, for: .reading, succession: .waits)
    case .locate: Policy(.locate, for: .reading, succession: .waits)
    case .discard: Policy(.discard, for: .program, succession: .none, patience: .zero)
    // Nobody asked for the count with a key, so a frame waits for it less.
    case .count: Policy(.count, for: .reading, patience: .milliseconds(2))
    case .collect: Policy(.collect, for: .text, succession: .waits)
    case .find(let request):
      // What is counted on is shown already.
      Policy(
        .find, for: .matches, succession: .waits,
        patience: request.found.searchedUnits > 0 ? .zero : .milliseconds(30))
    case .pick: Policy(.pick, for: .reading, succession: .waits)
    case .search: Policy(.search, for: .search)
    case .findSections: Policy(.findSections, for: .search)
    case .preview: Policy(.preview, for: .search)
    case .recallSearches: Policy(.recallSearches, for: .program)
    case .rememberSearch:
      Policy(.rememberSearch, for: .program, succession: .follows, mustFinish: true, patience: .zero)
    case .launch: Policy(.launch, for: .program, succession: .none, patience: .zero)
    // A frame at the place that is asked for is better than two, but the start has to show soon.
    case .recall(let request):
      Policy(
        .recall, for: .reading, isAfterFrame: !request.isAwaited,
        patience: request.isAwaited ? .milliseconds(15) : .zero)
    // The text shows at once; what has changed in it is said a moment later.
    case .compare: Policy(.compare, for: .reading, succession: .waits, patience: .zero)
    case .rememberPlace:
      Policy(.rememberPlace, for: .program, succession: .follows, mustFinish: true, patience: .zero)
    case .recallView: Policy(.recallView, for: .program, patience: .milliseconds(15))
    case .rememberView:
      Policy(.rememberView, for: .program, succession: .follows, mustFinish: true, patience: .zero)
    // The page is never held back by it: what is found is dimmed a moment later.
    case .findRepeats:
      Policy(.findRepeats, for: .reading, succession: .waits, isAfterFrame: true, patience: .zero)
    case .remember: Policy(.remember, for: .program, succession: .follows, mustFinish: true, patience: .zero)
    // It goes on as long as the program runs, and is asked for once.
    case .attendState: Policy(.attendState, for: .program, isAfterFrame: true, patience: .zero)
    // The list shows at once; signs come a moment later, in a column of their own.
    case .summarize: Policy(.summarize, for: .program, isAfterFrame: true, patience: .zero)
    case .mark: Policy(.mark, for: .program, succession: .follows, mustFinish: true)
    case .bookmark: Policy(.bookmark, for: .program, succession: .follows, mustFinish: true, patience: .zero)
    case .listPlaces: Policy(.listPlaces, for: .program)
    case .recallMarks: Policy(.recallMarks, for: .reading, patience: .zero)
    case .findOpener: Policy(.findOpener, for: .program)
    case .copy: Policy(.copy, for: .program, mustFinish: true)
    case .planImport: Policy(.planImport, for: .program)
    case .writeImport: Policy(.writeImport, for: .program, succession: .none, mustFinish: true)
    case .write: Policy(.write, for: .program, succession: .none, mustFinish: true)
    case .pipe: Policy(.pipe, for: .pipe, mustBeEnded: true)
    case .edit: Policy(.edit, for: .program, succession: .none, patience: .zero)
    }
  }

  /// What one piece of work takes from another of its kind: of each slot one at most is wanted.
  public enum Slot: Hashable, Sendable {
    case scan, watch, open, follow, place, locate, discard, count, collect, find, pick, search, findSections
    case preview, recallSearches, rememberSearch
    case launch, recall, remember, attendState, summarize, mark, recallMarks, bookmark, listPlaces,
      findRepeats
    case recallView, rememberView, rememberPlace, compare
    case copy, write, pipe, edit, findOpener
    case planImport, writeImport
  }

  /// Whom work is for: when they are gone, nobody wants its answer.
  public enum Owner: Hashable, Sendable {
    /// As long as the program runs.
    case program
    /// Who waits for a briefing.
    case opening
    /// The briefing that is read.
    case reading
    /// The page whose text is to be searched: of a briefing, or of a preview.
    case text
    /// What is looked for in such a page.
    case matches
    /// The search of the library.
    case search
    /// The window that shows what a command writes.
    case pipe
  }

  /// What becomes of work when more is asked for in its slot.
  public enum Succession: Hashable, Sendable {
    /// It is told to end and not listened to any more; the newer begins at once, since a file system may never answer.
    case replaced
    /// The same, but the newer waits for its thread: it computes, and holds a core and memory until it has ended.
    case waits
    /// Nothing: each is done at once.
    case none
    /// Nothing, but the newer begins when the older one is done: what is written last has to be what was said last.
    case follows
  }

  /// How a piece of work is run.
  public struct Policy: Hashable, Sendable {
    /// Of what it takes the place.
    public var slot: Slot
    /// Whom it is for.
    public var owner: Owner
    /// What becomes of it when more is asked for.
    public var succession: Succession
    /// Whether the program ends only after it, though not for a disk that does not answer: what it writes would be lost.
    public var mustFinish: Bool
    /// Whether the program tells it to end and waits for that: what it has started would go on without it.
    public var mustBeEnded: Bool
    /// Whether it begins when the next frame was shown: nobody waits for its answer, and the frame had better have the cores
    /// for itself.
    public var isAfterFrame: Bool
    /// How long a frame had better wait for its answer, so that it is not drawn twice.
    public var patience: Duration

    fileprivate init(
      _ slot: Slot, for owner: Owner, succession: Succession = .replaced, mustFinish: Bool = false,
      mustBeEnded: Bool = false, isAfterFrame: Bool = false, patience: Duration = .milliseconds(30)
    ) {
      self.slot = slot
      self.owner = owner
      self.succession = succession
      self.mustFinish = mustFinish
      self.mustBeEnded = mustBeEnded
      self.isAfterFrame = isAfterFrame
      self.patience = patience
    }
  }
}
