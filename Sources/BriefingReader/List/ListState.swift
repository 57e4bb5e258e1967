import BriefingCore
import BriefingLayout

/// The library's briefings, their order, and which of them are shown.
public struct ListState: Sendable {
  /// The folder.
  public let path: String
  /// Every row, in the order of their arrival.
  public private(set) var rows: [CatalogueRow] = []
  /// Indices into `rows`, in order.
  private var ordered: [Int] = []
  /// Indices into `rows`: what the filter leaves, in order.
  public private(set) var shown: [Int] = []
  /// How the rows are ordered.
  public private(set) var order = Order.newest
  /// What narrows the list; empty where nothing does.
  public private(set) var filter = ""
  /// The path of the selected row: it stays selected as rows come and the order changes.
  public private(set) var selectedPath: String?
  /// Index into `shown` of the selected row; 0 where nothing is shown.
  public private(set) var selection = 0
  /// Whether every row was read.
  public private(set) var isComplete = false
  /// Why the folder cannot be read.
  public private(set) var problem: String?
  /// Columns of the longest title and source of all rows, so that scrolling moves no column.
  private(set) var titleWidth = 0
  private(set) var sourceWidth = 0
  /// Title, tags and source of each row, folded for the filter.
  private var haystacks: [[UInt8]] = []

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

  mutating func add(_ new: [CatalogueRow], isComplete: Bool) {
    rows += new
    titleWidth = new.reduce(titleWidth) { max($0, Cell.line($1.title).count) }
    sourceWidth = new.reduce(sourceWidth) { max($0, Cell.cells($1.source ?? "").count) }
    haystacks += new.map { row in
      Array(Folding.all.fold(([row.title, row.source ?? ""] + row.tags).joined(separator: "\n")).utf8)
    }
    self.isComplete = isComplete
    sort()
  }

  mutating func fail(_ message: String) {
    problem = message
    isComplete = true
  }

  mutating func advanceOrder() {
    let all = Order.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    sort()
  }

  /// Narrows the list to the rows that hold every word of `text` in title, tags or source.
  mutating func narrow(to text: String) {
    filter = text
    applyFilter()
  }

  mutating func select(_ index: Int) {
    guard !shown.isEmpty else { return }
    selection = min(max(0, index), shown.count - 1)
    selectedPath = rows[shown[selection]].path
  }

  mutating func select(path: String) {
    guard let index = shown.firstIndex(where: { rows[$0].path == path }) else { return }
    select(index)
  }

  /// The path of the readable briefing next to another in the order shown; nil at the ends.
  func neighbour(of path: String?, step: Int) -> String? {
    let start = path.flatMap { path in shown.firstIndex { rows[$0].path == path } } ?? selection
    var index = start + step
    while shown.indices.contains(index) {
      if rows[shown[index]].problem == nil { return rows[shown[index]].path }
      index += step
    }
    return nil
  }

  private mutating func sort() {
    switch order {
    case .newest: ordered = rows.indices.sorted { isNewer($0, $1) }
    case .title:
      let titles = rows.map { Folding.all.fold($0.title) }
      ordered = rows.indices.sorted { (titles[$0], rows[$0].path) < (titles[$1], rows[$1].path) }
    }
    applyFilter()
  }

  private mutating func applyFilter() {
    let words = Folding.all.fold(filter).split(separator: " ").map { Array($0.utf8) }
    shown = words.isEmpty ? ordered : ordered.filter { index in words.allSatisfy(haystacks[index].contains) }
    // The selection follows its briefing; until the reader chose one it stays at the top.
    selection = shown.firstIndex { rows[$0].path == selectedPath } ?? 0
  }

  private func isNewer(_ a: Int, _ b: Int) -> Bool {
    switch (rows[a].date, rows[b].date) {
    case (let x?, let y?) where x != y: x > y
    case (_?, nil): true
    case (nil, _?): false
    default: rows[a].path < rows[b].path
    }
  }
}

extension Array where Element == UInt8 {
  /// Whether `needle` stands in it; a plain search, quick on texts as short as a list's rows.
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard count >= needle.count else { return false }
    return (0...count - needle.count).contains { start in
      self[start] == first && self[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
