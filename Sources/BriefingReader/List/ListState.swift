import BriefingCore
import BriefingLayout

/// The library's briefings, their order, and which of them are shown.
public struct ListState: Sendable {
  /// The folder.
  public let path: String
  /// Every row, in no order.
  public private(set) var rows: [CatalogueRow] = []
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
  /// Why the folder cannot be read.
  public private(set) var problem: String?
  /// Briefings that came since the reader was told of new ones.
  private(set) var news = 0
  /// Columns of the longest title and source of all rows, so that scrolling moves no column.
  private(set) var titleWidth = 0
  private(set) var sourceWidth = 0
  /// What is looked at of each row besides, by its index.
  private var facets: [ListFacet] = []
  /// Where the row of each path is.
  private var places: [PathKey: Int] = [:]
  /// The rows in each order.
  private var newest = ListOrder()
  private var byTitle = ListOrder()

  /// How the rows can be ordered.
  public enum Order: String, Sendable, CaseIterable {
    /// By date, newest first; what has none comes last.
    case newest = "newest first"
    /// By title, case and diacritics aside.
    case title = "by title"
  }

  init(path: String) { self.path = path }

  /// The selected row.
  public var selected: CatalogueRow? { shown.isEmpty ? nil : rows[shown[selection]] }

  // MARK: Rows

  /// Takes rows as the folder is read; one whose path is known takes its place.
  mutating func add(_ new: [CatalogueRow], isComplete: Bool) {
    self.isComplete = isComplete
    problem = nil
    put(new)
    show()
  }

  /// Takes in what has changed since the folder was read.
  mutating func apply(_ change: CatalogueChange) {
    if !change.put.isEmpty { problem = nil }
    // What comes on top is not what the reader looks at.
    if isComplete, selectedPath == nil { selectedPath = selected?.path }
    let before = selection
    if let path = selectedPath, let name = change.renamed[path] { selectedPath = name }
    let known = rows.count
    put(change.put)
    if isComplete { news += max(0, rows.count - known - change.renamed.count) }
    remove(change.removed)
    show()
    // Where the selected briefing is gone the one that follows it is selected.
    if let path = selectedPath, places[PathKey(path)] == nil { select(before) }
  }

  /// How many briefings came since this was asked for.
  mutating func takeNews() -> Int {
    defer { news = 0 }
    return news
  }

  mutating func fail(_ message: String) {
    problem = message
    isComplete = true
  }

  private mutating func put(_ new: [CatalogueRow]) {
    var changed: Set<Int> = []
    var placed: [Int] = []
    let known = rows.count
    let words = words
    for row in new {
      let facet = ListFacet(row, filter: words)
      titleWidth = max(titleWidth, Cell.line(row.title).count)
      sourceWidth = max(sourceWidth, Cell.cells(row.source ?? "").count)
      if let index = places[PathKey(row.path)] {
        guard rows[index] != row else { continue }
        rows[index] = row
        facets[index] = facet
        // What is new, or comes twice, is placed once.
        if index < known, changed.insert(index).inserted { placed.append(index) }
      } else {
        places[PathKey(row.path)] = rows.count
        placed.append(rows.count)
        rows.append(row)
        facets.append(facet)
      }
    }
    newest.remove(changed)
    byTitle.remove(changed)
    newest.insert(placed) { rows[$0].isNewer(than: rows[$1]) }
    byTitle.insert(placed) { (facets[$0].title, rows[$0].path) < (facets[$1].title, rows[$1].path) }
  }

  /// Takes rows out; the last ones take their places.
  private mutating func remove(_ paths: [String]) {
    let gone = Set(paths.compactMap { places.removeValue(forKey: PathKey($0)) })
    newest.remove(gone)
    byTitle.remove(gone)
    var moved: [Int: Int] = [:]
    // Where a row that has moved was at first: it may move again.
    var origins: [Int: Int] = [:]
    for hole in gone.sorted(by: >) {
      let last = rows.count - 1
      if hole != last {
        // Holes are filled from the last one on, so the row at the end is one that stays.
        rows[hole] = rows[last]
        facets[hole] = facets[last]
        places[PathKey(rows[hole].path)] = hole
        let origin = origins[last] ?? last
        moved[origin] = hole
        origins[hole] = origin
      }
      rows.removeLast()
      facets.removeLast()
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

  /// Narrows the list to the rows that hold every word of `text` in title, tags or source.
  mutating func narrow(to text: String) {
    filter = text
    let words = words
    for index in facets.indices { facets[index].fit(words) }
    show()
  }

  /// What the filter asks for.
  private var words: [[UInt8]] { Folding.all.fold(filter).split(separator: " ").map { Array($0.utf8) } }

  private mutating func show() {
    let ordered = order == .newest ? newest.indices : byTitle.indices
    shown = filter.isEmpty ? ordered : ordered.filter { facets[$0].isShown }
    // The selection follows its briefing; until the reader chose one it stays at the top.
    selection = place(of: selectedPath) ?? 0
  }

  // MARK: Selection

  mutating func select(_ index: Int) {
    guard !shown.isEmpty else { return }
    selection = min(max(0, index), shown.count - 1)
    selectedPath = rows[shown[selection]].path
  }

  mutating func select(path: String) {
    if let index = place(of: path) { select(index) }
  }

  /// The path of the readable briefing next to another in the order shown; nil at the ends.
  func neighbour(of path: String?, step: Int) -> String? {
    var index = (place(of: path) ?? selection) + step
    while shown.indices.contains(index) {
      if rows[shown[index]].isReadable { return rows[shown[index]].path }
      index += step
    }
    return nil
  }

  /// Index into `shown` of a briefing; nil where it is not shown.
  private func place(of path: String?) -> Int? {
    path.flatMap { places[PathKey($0)] }.flatMap { shown.firstIndex(of: $0) }
  }
}
