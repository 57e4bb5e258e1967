import BriefingCore
import BriefingLayout
import BriefingReading

/// The library's briefings, their order, and which of them are shown.
public struct ListState: Sendable {
  /// The folder.
  public let path: String
  /// Every row, in no order.
  public private(set) var rows = CatalogueTable(tellsTitlesApart: true)
  /// Indices into `rows`: what the filter leaves, in order.
  public private(set) var shown: [Int] = []
  /// How the rows are ordered.
  public private(set) var order = Order.newest
  /// What narrows the list; empty where nothing does.
  public private(set) var filter = ""
  /// The path of the selected row: it stays selected as rows come and go and the order changes.
  public private(set) var selectedPath: String?
  /// Index into `shown` of the selected row; 0 where nothing is shown.
  public private(set) var selection = 0
  /// Whether every row was read.
  public private(set) var isComplete = false
  /// Whether rows are being read; not while those that were known from before are only compared with their files.
  public private(set) var isReading = true
  /// Why the folder cannot be read.
  public private(set) var problem: String?
  /// Briefings that came since the reader was told of new ones.
  private(set) var news = 0
  /// Columns of the longest title and source of all rows, so that scrolling moves no column.
  private(set) var titleWidth = 0
  private(set) var sourceWidth = 0
  /// What is remembered of the briefings, by path; nil where that is not known. What the filter leaves stays, though it be
  /// read meanwhile, until the filter is changed.
  private(set) var summaries: [PathKey: BriefingSummary]?
  /// What a filter looks through, by the rows' indices.
  private var texts = FilterTexts()
  /// Whether the filter leaves a row, by its index.
  private var fits: [Bool] = []
  /// The rows in each order.
  private var newest = ListOrder()
  private var byTitle = ListOrder()

  /// Brings back how the rows were ordered and narrowed.
  mutating func restore(order: Order, filter: String) {
    self.order = order
    narrow(to: filter)
  }

  /// How the rows can be ordered.
  public enum Order: String, Sendable, CaseIterable {
    /// By date, newest first; what has none comes last.
    case newest = "newest first"
    /// By title, case and diacritics aside.
    case title = "by title"

    /// What it is called where it is kept, and in the configuration.
    public var name: String { self == .newest ? "newest" : "title" }
  }

  /// What the row above all others continues; nil where there is nothing to.
  var continuation: Continuation?
  /// Whether that row is selected, as soon as it is shown.
  var prefersContinuation = false

  /// What was typed before there were rows.
  var typedAhead: [Event] = []
  /// Whether rows are still to come, and there are none.
  var awaitsRows: Bool { rows.isEmpty && !isComplete && problem == nil }
  /// Whether the first rows are those that will be: all were read, or they are known from before. Those come newest first, so
  /// in another order all of them are needed.
  var hasFirstRows: Bool { isComplete || isKnown && (order == .newest || isKnownWhole) }
  /// Whether rows came that were known from before, and whether all of them did.
  private var (isKnown, isKnownWhole) = (false, false)

  init(path: String, order: Order = .newest) {
    self.path = path
    self.order = order
  }

  /// The selected row.
  public var selected: CatalogueRow? {
    if isAtContinuation, let row = continuedRow { return row }
    return shown.isEmpty ? nil : rows[shown[selection]]
  }

  // MARK: Rows

  /// Takes rows that are known from before, `isLast` with the last ones.
  mutating func add(_ known: CatalogueBatch, isLast: Bool) {
    problem = nil
    if isLast { isReading = false }
    isKnown = true
    isKnownWhole = isLast
    put(known)
  }

  /// Takes rows as the folder is read; one whose path is known takes its place.
  mutating func add(_ new: CatalogueBatch, isComplete: Bool) {
    self.isComplete = isComplete
    if isComplete || !new.isEmpty { isReading = !isComplete }
    problem = nil
    put(new)
  }

  private mutating func put(_ batch: CatalogueBatch) {
    let count = rows.count
    let outcomes = rows.put(batch)
    // Where all of them are new, their texts stay where they are.
    if rows.count == count + batch.count { texts.append(batch) }
    place(outcomes)
    show()
  }

  /// Takes in what has changed since the folder was read.
  mutating func apply(_ change: CatalogueChange) {
    if !change.put.isEmpty { problem = nil }
    // What comes on top is not what the reader looks at.
    if isComplete, selectedPath == nil, !shown.isEmpty { selectedPath = rows[shown[selection]].path }
    let before = selection
    if let path = selectedPath, let name = change.renamed[path] { selectedPath = name }
    // Beside its own old row a renamed briefing would need a mark, and the columns would move.
    remove(change.removed.filter { change.renamed[$0] != nil })
    let known = rows.count
    place(change.put.map { rows.put(CatalogueCard($0, root: path)) })
    if isComplete { news += max(0, rows.count - known - change.renamed.count) }
    remove(change.removed)
    show()
    // Where the selected briefing is gone the one that follows it is selected.
    if let path = selectedPath, rows.index(of: path) == nil { select(before) }
  }

  /// How many briefings came since this was asked for.
  mutating func takeNews() -> Int {
    defer { news = 0 }
    return news
  }

  mutating func fail(_ message: String) {
    problem = message
    isComplete = true
    isReading = false
  }

  /// Puts rows into the orders that were put into the table.
  private mutating func place(_ outcomes: [CatalogueTable.Outcome]) {
    let known = fits.count
    var changed: Set<Int> = []
    var placed: [Int] = []
    placed.reserveCapacity(outcomes.count)
    let (filter, states) = (CatalogueFilter(words), StateFilter.all(in: filter))
    for outcome in outcomes {
      let index: Int
      switch outcome {
      case .same: continue
      case .added(let new):
        index = new
        if new == texts.count { rows.withFilterText(at: new) { texts.append($0) } }
        fits.append(texts.fits(filter, at: new) && isAskedFor(new, states))
        placed.append(new)
      case .changed(let old):
        index = old
        rows.withFilterText(at: old) { texts.replace(at: old, with: $0) }
        fits[old] = texts.fits(filter, at: old) && isAskedFor(old, states)
        // What is new, or comes twice, is placed once.
        if old < known, changed.insert(old).inserted { placed.append(old) }
      }
      widen(for: index)
    }
    newest.remove(changed)
    byTitle.remove(changed)
    newest.insert(placed, by: rows.isNewer(_:than:))
    byTitle.insert(placed, by: rows.isBeforeByTitle)
  }

  /// Makes the columns as wide as a row asks for.
  private mutating func widen(for index: Int) {
    // No text has more columns than bytes.
    let mark = rows.longestMark(at: index)
    if rows.titleLength(at: index) + (mark.map { $0.utf8.count + 3 } ?? 0) > titleWidth {
      titleWidth = max(titleWidth, rows[index].titleCells(mark: mark).count)
    }
    if rows.sourceLength(at: index) > sourceWidth {
      sourceWidth = max(sourceWidth, Cell.cells(rows[index].source ?? "").count)
    }
  }

  /// Takes rows out; the last ones take their places.
  private mutating func remove(_ paths: [String]) {
    let gone = Set(paths.compactMap { rows.index(of: $0) })
    newest.remove(gone)
    byTitle.remove(gone)
    var moved: [Int: Int] = [:]
    // Where a row that has moved was at first: it may move again.
    var origins: [Int: Int] = [:]
    for hole in gone.sorted(by: >) {
      let last = rows.count - 1
      rows.remove(at: hole)
      fits.swapAt(hole, last)
      fits.removeLast()
      texts.remove(at: hole)
      if hole != last {
        // Holes are filled from the last one on, so the row at the end is one that stays.
        let origin = origins[last] ?? last
        moved[origin] = hole
        origins[hole] = origin
      }
    }
    newest.renumber(moved)
    byTitle.renumber(moved)
  }

  // MARK: Order and filter

  mutating func advanceOrder() {
    let all = Order.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    show()
  }

  /// Takes in what is remembered of the briefings.
  mutating func take(_ summaries: [PathKey: BriefingSummary]) {
    let isFirst = self.summaries == nil
    self.summaries = summaries
    if isFirst, !StateFilter.all(in: filter).isEmpty { narrow(to: filter) }
  }

  /// Narrows the list to the rows that hold every word of `text` in one of the fields of ``ListField``, and are what `is:`
  /// asks for: see `StateFilter`.
  mutating func narrow(to text: String) {
    // What does not fit a filter does not fit one with more letters, unless these begin to be no word.
    prefersContinuation = false
    let isNarrower = !filter.isEmpty && text.hasPrefix(filter) && !text.lowercased().contains("is:")
    filter = text
    texts.fit(CatalogueFilter(words), &fits, isNarrower: isNarrower)
    let states = StateFilter.all(in: text)
    if !states.isEmpty {
      for index in fits.indices where fits[index] { fits[index] = isAskedFor(index, states) }
    }
    show()
  }

  /// Whether a row is what `is:` asks for.
  private func isAskedFor(_ index: Int, _ states: [StateFilter]) -> Bool {
    guard !states.isEmpty else { return true }
    let row = rows[index]
    let summary = summary(of: row.path)
    return states.allSatisfy { $0.matches(summary, isReadAtFirst: row.isRead) }
  }

  /// What the filter asks for.
  var words: [[UInt8]] {
    Folding.all.fold(filter).split(separator: " ").filter { !$0.hasPrefix("is:") }.map { Array($0.utf8) }
  }

  private mutating func show() {
    let ordered = order == .newest ? newest.indices : byTitle.indices
    shown = filter.isEmpty ? ordered : ordered.filter { fits[$0] }
    // The selection follows its briefing; until the reader chose one it stays at the top.
    selection = place(of: selectedPath) ?? 0
  }

  // MARK: Selection

  mutating func select(_ index: Int) {
    guard !shown.isEmpty else { return }
    prefersContinuation = false
    selection = min(max(0, index), shown.count - 1)
    selectedPath = rows[shown[selection]].path
  }

  mutating func select(path: String) {
    if let index = place(of: path) { select(index) }
  }

  /// The path of the readable briefing next to another in the order shown; nil at the ends.
  func neighbour(of path: String?, step: Int, times: Int = 1) -> String? {
    var index = (place(of: path) ?? selection) + step
    var (found, left) = (String?.none, times)
    while left > 0, shown.indices.contains(index) {
      if rows[shown[index]].isReadable {
        found = rows[shown[index]].path
        left -= 1
      }
      index += step
    }
    return found
  }

  /// The next or previous briefing of which something is unread; nil where there is none.
  ///
  /// - Parameter limit: Rows that are looked at.
  func unreadNeighbour(of path: String?, step: Int, limit: Int) -> (path: String, title: String)? {
    var index = (place(of: path) ?? selection) + step
    for _ in 0..<min(limit, shown.count) {
      guard shown.indices.contains(index) else { return nil }
      let row = rows[shown[index]]
      if row.isReadable, StateFilter.unread.matches(summary(of: row.path), isReadAtFirst: row.isRead) {
        return (row.path, row.title)
      }
      index += step
    }
    return nil
  }

  /// What is remembered of a briefing.
  func summary(of path: String) -> BriefingSummary? { summaries?[PathKey(path)] }

  /// Index into `shown` of a briefing; nil where it is not shown.
  private func place(of path: String?) -> Int? {
    path.flatMap { rows.index(of: $0) }.flatMap { shown.firstIndex(of: $0) }
  }
}
