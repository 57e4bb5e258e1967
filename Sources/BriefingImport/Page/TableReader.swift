import CommonMark

/// The rows of a table of data. Nothing that it shows is lost: what stands in it beside its cells comes before it, as browsers
/// have it, and a row's cells beyond the last column stand in that one.
struct TableReader {
  private let tree: MarkupTree
  /// Of each row its cells.
  private var cells: [[Int]] = []
  /// Captions, and what stands between the cells, in order: it comes before the table.
  private(set) var outside: [Int] = []

  /// Columns and cells at most; what has more is read as paragraphs.
  private static let most = (columns: 64, cells: 20_000)
  /// Whether tables of data do not have it in their cells.
  private static func isLayout(_ name: ElementName) -> Bool {
    switch name {
    case .table, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .article, .section, .figure, .form, .hr:
      true
    default: false
    }
  }

  /// Whether only others of a table belong in it.
  private static func isFrame(_ name: ElementName) -> Bool {
    switch name {
    case .table, .thead, .tbody, .tfoot, .tr, .colgroup: true
    default: false
    }
  }

  /// Looks at a table; nil where it only lays out other things: it holds other blocks, has one column, or says so.
  init?(_ table: Int, _ tree: MarkupTree, _ isClutter: [Bool]) {
    self.tree = tree
    if let role = tree.attribute("role", of: table), role == "presentation" || role == "none" { return nil }
    var count = 0
    for index in table + 1..<max(table + 1, tree.nodes[table].end) where !isClutter[index] {
      let node = tree.nodes[index]
      switch node.name {
      case .tr, .td, .th:
        // Within anything else it would be read twice.
        guard Self.isFrame(tree.nodes[node.parent].name) else { return nil }
        guard node.name != .tr else {
          cells.append([])
          continue
        }
        if cells.isEmpty { cells.append([]) }
        cells[cells.count - 1].append(index)
        count += 1
      case .col, .colgroup, .thead, .tbody, .tfoot: break
      default:
        if Self.isLayout(node.name) { return nil }
        let isOutside = Self.isFrame(tree.nodes[node.parent].name)
        if isOutside, !node.isText || tree.source[node.text].contains(where: { !$0.isWhitespace }) {
          outside.append(index)
        }
      }
    }
    let rows = cells.filter { !$0.isEmpty }
    guard rows.count > 1, let columns = rows.map(\.count).max(), 2...Self.most.columns ~= columns,
      count <= Self.most.cells, rows.count(where: { $0.count > 1 }) * 2 > rows.count
    else {
      return nil
    }
  }

  /// The rows, each cell at its column: what spans several has empty cells beside or below it.
  func rows(_ read: (Int) -> [InlineRun]) -> [[[InlineRun]]] {
    var rows: [[[InlineRun]]] = []
    // Rows that each column is still spanned for.
    var spanned: [Int] = []
    for row in cells {
      var texts: [[InlineRun]] = []
      func skipSpanned() {
        while texts.count < spanned.count, spanned[texts.count] > 0 {
          spanned[texts.count] -= 1
          texts.append([])
        }
      }
      for cell in row {
        skipSpanned()
        let text = read(cell)
        guard texts.count < Self.most.columns else {
          let isFirst = texts[texts.count - 1].isEmpty
          if !text.isEmpty { texts[texts.count - 1] += (isFirst ? [] : [InlineRun("", .lineBreak)]) + text }
          continue
        }
        let width = span("colspan", of: cell)
        let height = span("rowspan", of: cell)
        for column in 0..<width where texts.count < Self.most.columns {
          while spanned.count <= texts.count { spanned.append(0) }
          spanned[texts.count] = height - 1
          texts.append(column == 0 ? text : [])
        }
      }
      skipSpanned()
      // A row without cells only takes up what spans it.
      if !row.isEmpty { rows.append(texts) }
    }
    return Self.withoutEmptyColumns(rows)
  }

  /// Rows without the columns that show nothing in any of them: what spans thirty columns makes no thirty.
  private static func withoutEmptyColumns(_ rows: [[[InlineRun]]]) -> [[[InlineRun]]] {
    var isShown = Array(repeating: false, count: most.columns)
    for row in rows { for (column, text) in row.enumerated() where !text.isEmpty { isShown[column] = true } }
    return rows.map { row in row.indices.filter { isShown[$0] }.map { row[$0] } }
  }

  private func span(_ name: String, of cell: Int) -> Int {
    min(max(tree.attribute(name, of: cell).flatMap { Int($0) } ?? 1, 1), 32)
  }
}
