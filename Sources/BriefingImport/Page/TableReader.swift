/// The rows of a table of data.
struct TableReader {
  private let tree: MarkupTree
  private let isClutter: [Bool]
  /// Of each row its cells.
  private var cells: [[Int]] = []
  /// The caption's element.
  private(set) var caption: Int?

  /// Columns and cells at most.
  private static let most = (columns: 64, cells: 20_000)
  /// Elements that tables of data do not have in their cells.
  private static let layout: Set = [
    "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "article", "section", "figure", "form",
    "hr",
  ]

  /// Looks at a table; nil where it only lays out other things: it holds other blocks, has one column, or says so.
  init?(_ table: Int, _ tree: MarkupTree, _ isClutter: [Bool]) {
    self.tree = tree
    self.isClutter = isClutter
    if let role = tree.attribute("role", of: table), role == "presentation" || role == "none" { return nil }
    var count = 0
    for index in table + 1..<max(table + 1, tree.nodes[table].end) where !isClutter[index] {
      let name = tree.nodes[index].name
      switch name {
      case "tr": cells.append([])
      case "td", "th":
        if cells.isEmpty { cells.append([]) }
        cells[cells.count - 1].append(index)
        count += 1
      case "caption": caption = index
      default: if Self.layout.contains(name) { return nil }
      }
    }
    cells.removeAll(where: \.isEmpty)
    let columns = cells.map(\.count).max() ?? 0
    guard cells.count > 1, 2...Self.most.columns ~= columns, count <= Self.most.cells,
      cells.filter({ $0.count > 1 }).count * 2 > cells.count
    else {
      return nil
    }
  }

  /// The rows, each cell at its column: what spans several has empty cells beside or below it.
  mutating func rows(_ read: (Int) -> [InlineRun]) -> [[[InlineRun]]] {
    var rows: [[[InlineRun]]] = []
    // Rows that each column is still spanned for.
    var spanned: [Int] = []
    for row in cells {
      var texts: [[InlineRun]] = []
      func skipSpanned() {
        while texts.count < spanned.count, spanned[texts.count] > 0, texts.count < Self.most.columns {
          spanned[texts.count] -= 1
          texts.append([])
        }
      }
      for cell in row {
        skipSpanned()
        guard texts.count < Self.most.columns else { break }
        let width = span("colspan", of: cell)
        let height = span("rowspan", of: cell)
        let text = read(cell)
        for column in 0..<width where texts.count < Self.most.columns {
          while spanned.count <= texts.count { spanned.append(0) }
          spanned[texts.count] = height - 1
          texts.append(column == 0 ? text : [])
        }
      }
      skipSpanned()
      rows.append(texts)
    }
    return rows
  }

  private func span(_ name: String, of cell: Int) -> Int {
    min(max(tree.attribute(name, of: cell).flatMap { Int($0) } ?? 1, 1), 32)
  }
}
