import BriefingLayout

/// Reading by typed commands and lines of text, for braille, speech, printing terminals and scripts: the state and the commands
/// of the screen, told in lines rather than drawn.
///
/// The state has a screen as high as what was told last, so what counts as read is what was told.
public struct LineSession: Sendable {
  /// What is known and open.
  public internal(set) var state: State
  /// Lines that are told at a time.
  let rows: Int
  /// What was told last, and how much of it.
  var told = Told.nothing
  /// The briefing whose title was told last, by its serial number.
  var serial: Int?
  /// Rows of a list that were told of ``told``.
  var toldRows = 0
  /// Lines to be told before all else.
  var answers: [String] = []
  /// Lines that are left of a text that belongs to no layer, such as help.
  var rest: [String] = []
  /// What was handed on whose result is still to come: a script reads it before its next line.
  private var handedOn = 0
  /// What was listed last beside the layers: an outline, or the layer itself.
  var listed = Listed.layer

  /// What has been told: where it differs from what is on top, that is told.
  enum Told: Hashable {
    case nothing
    case list(path: String, order: ListState.Order, filter: String, count: Int)
    case text(serial: Int, top: Place, settings: Page.Settings, match: Int?, showsChanges: Bool)
    case hits(text: String, serial: Int)
    case only(text: String, serial: Int)
    case output(Int)
    case links([LinksState.Labelled])
    case places(KnownPlaces.Kind)
    case note(Range<Int>)
    case question(WebAddress)
    case importQuestion(ImportPlan?)
    case problem(String)

    /// Whether all that there is to tell of it was told. A match that is lit no more is nothing to tell.
    func isTold(by told: Told) -> Bool {
      guard case .text(let serial, let top, let settings, nil, let showsChanges) = self,
        case .text(_, _, _, let match, _) = told
      else { return self == told }
      return .text(serial: serial, top: top, settings: settings, match: match, showsChanges: showsChanges)
        == told
    }
  }

  /// What a number chooses from.
  enum Listed: Hashable {
    /// What the top layer lists; in a text the top sections.
    case layer
    /// The outline.
    case outline
  }

  /// Begins with a state that was just made.
  ///
  /// - Parameter rows: Lines that are told at a time, 3 or more.
  public init(_ state: State, rows: Int) {
    self.state = state
    self.rows = max(3, rows)
    // Messages name commands where the screen's name keys.
    self.state.keymap = Keymap()
    self.state.options.showsOutline = false
    // What is wide is wrapped: there is nothing to pan.
    self.state.options.page.overflow = .wrap
    setTextRows(1)
  }

  /// Whether something that was asked for is still to come; what there is to tell is not known before.
  public var isWaiting: Bool {
    if handedOn > 0 { return true }
    return switch state.layers.last {
    case .opening(let opening)?: opening.problem == nil
    case .list?: state.list.map { !$0.isComplete && $0.problem == nil } ?? false
    case .search(let search)?: search.isWaiting
    case .knownPlaces(let places)?: places.rows == nil
    case .reading(let reading)?: reading.session.awaited != nil
    case .picker(let picker)?: picker.awaited != nil
    case .question?: state.canOpenAddresses == nil
    case .importQuestion(let question)?: question.plan == nil
    case .output(let output)?: output.output == nil
    default: false
    }
  }

  /// Whether something is looked up that had better be known before anything is told, but may not come.
  public var isLookingUp: Bool {
    guard state.options.remembers else { return false }
    if case .list? = state.layers.last { return state.list?.summaries == nil }
    guard let reading = state.reading, reading.file.version != nil else { return false }
    return reading.memory == nil
  }

  /// Takes in what time it is, before each event and each line.
  public mutating func note(_ moment: Moment) { state.now = moment }

  /// Takes an event in and says what is to be done.
  public mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .handed: handedOn = max(0, handedOn - 1)
    // Whoever is tired of waiting goes on.
    case .interrupt: handedOn = 0
    default: break
    }
    return turn { answer(&$0, event) }
  }

  /// Takes a typed line in and says what is to be done.
  public mutating func take(_ line: String) -> [Effect] {
    state.message = nil
    let effects = turn { _ in [] } + perform(line)
    handedOn += effects.count(where: \.isHandingOn)
    return effects
  }

  /// Changes the state; what is on its screen afterwards is what will be told.
  mutating func turn(_ change: (inout State) -> [Effect]) -> [Effect] {
    var piece = 1
    let effects = BriefingReader.turn(&state) { state in
      Self.setTextRows(1, in: &state)
      let effects = change(&state)
      piece = Self.pieceRows(state, atMost: rows)
      Self.setTextRows(piece, in: &state)
      return effects
    }
    return effects
  }

  private mutating func setTextRows(_ rows: Int) { Self.setTextRows(rows, in: &state) }

  /// Gives the screen so many rows of text.
  private static func setTextRows(_ rows: Int, in state: inout State) {
    state.size = ReadingGeometry.size(textRows: rows, columns: state.size.columns)
  }

  /// How many rows from the top on are told at once: those up to the next section, unless only headings come before it.
  static func pieceRows(_ state: State, atMost limit: Int) -> Int {
    guard case .reading(let reading)? = state.layers.last else { return limit }
    let lines = reading.page.lines(from: reading.top, count: limit)
    let headings = Set(reading.sectionUnits)
    var hasText = false
    for (index, shown) in lines.enumerated() {
      let isHeading = headings.contains(shown.place.unit)
      if isHeading, hasText, shown.place.offset == 0, lines[index - 1].place.unit != shown.place.unit {
        return index
      }
      if !isHeading { hasText = true }
    }
    return max(1, min(limit, lines.count))
  }
}
