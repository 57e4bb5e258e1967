import BriefingText
import CommonMark

/// What stands left of a unit's text: the indents, bars and markers of the containers around it.
struct Margin {
  /// The outermost first.
  private(set) var levels: [Level] = []
  /// Columns that are left for the text.
  private(set) var column: Int
  /// Columns of the page.
  let width: Int

  /// One container that takes columns.
  struct Level {
    var block: BlockID
    var width: Int
    /// The bar of a quote, on every line.
    var bar: [Cell] = []
    /// The marker of an item, on the first line of what it holds.
    var marker: [Cell] = []
    /// What stands on a line of its own before the content.
    var label: [Cell] = []
  }

  /// Walks up from a unit's block, past most of a very deep nest (``DeepNesting``). Levels that would leave the text less than half of the width take no
  /// columns: their markers stand in the last slot that there is.
  init(_ document: Document, _ table: UnitTable, unit: Int, width: Int) {
    self.width = width
    column = width
    var chain: [BlockID] = []
    /// How many of the chain are further in than a gap in it, and the bullet lists around the first of those.
    var gap: (inner: Int, bullets: Int)?
    var ancestor: BlockID? = table.units[unit].insertion == .apart ? nil : table.units[unit].block
    while let id = ancestor {
      let block = document[id]
      if block.kind.isLevel { chain.append(id) }
      ancestor = block.parent
      if gap == nil, chain.count >= DeepNesting.inner, let post = table.roles.nesting[id] {
        gap = (chain.count, post.bullets)
        ancestor = post.next
      }
    }
    var depth = 0
    let least = max(1, (width + 1) / 2)
    for (index, id) in chain.enumerated().reversed() {
      if let gap, index == gap.inner - 1 { depth = gap.bullets }
      // Most of a deep nesting shows nothing: what it would look like is not made.
      if column - Margin.barWidth < least, document[id].kind == .blockQuote { continue }
      let isFirst = table.opens(id, at: unit)
      var level = Level(block: id, width: 0)
      switch document[id].kind {
      case .blockQuote: level.bar = Margin.bar(.bar)
      case .alert(let kind):
        level.bar = Margin.bar(Margin.role(of: kind))
        if isFirst { level.label = Margin.label(of: id, kind, document) }
      case .item(let item):
        guard let parent = document[id].parent, case .list(let list) = document[parent].kind else { continue }
        let marker = ListMarker(list, item, depth: depth)
        if list.start == nil { depth += 1 }
        level.width = marker.width
        if isFirst { level.marker = marker.cells }
      case .definition: level.width = Margin.definitionIndent
      case .footnoteDefinition:
        level.width = table.footnotes.width
        let mark = Cell.cells(table.footnotes.mark(of: id), Style(.marker))
        if isFirst, mark.count < level.width { level.marker = mark }
        if isFirst, mark.count >= level.width { level.label = mark }
      case .document, .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock, .list, .table, .tableRow,
        .tableCell, .linkDefinition:
        continue
      }
      if !level.bar.isEmpty { level.width = level.bar.count }
      add(level, least: least)
    }
  }

  private mutating func add(_ level: Level, least: Int) {
    if column - level.width >= least {
      levels.append(level)
      column -= level.width
      return
    }
    // Too deep: the marker takes the place of the one around it, a label keeps its line.
    if !level.marker.isEmpty, let last = levels.lastIndex(where: { $0.bar.isEmpty }),
      levels[last].width > level.marker.count
    {
      levels[last].marker = level.marker
    }
    if !level.label.isEmpty {
      levels.append(Level(block: level.block, width: 0, label: level.label))
    }
  }

  private static let barWidth = 2
  private static let definitionIndent = 4

  private static func bar(_ role: Style.Role) -> [Cell] { Cell.cells("▏ ", Style(role)) }

  private static func label(of alert: BlockID, _ kind: BlockKind.AlertKind, _ document: Document) -> [Cell] {
    Array(
      Cell.cells(document.title(ofAlert: alert), Style(role(of: kind)), atLeast: longestLabel).prefix(
        longestLabel))
  }

  /// Columns of an alert's title at most: more only hostile ones have.
  private static let longestLabel = 2048

  private static func role(of kind: BlockKind.AlertKind) -> Style.Role {
    switch kind {
    case .note: .note
    case .tip: .tip
    case .important: .important
    case .warning: .warning
    case .caution: .caution
    }
  }
}

// MARK: - Lines

extension Margin {
  /// The lines that hold nothing but labels. Markers that they show are not shown again.
  mutating func takeLabelLines() -> [Line] {
    var lines: [Line] = []
    for index in levels.indices {
      var rest = levels[index].label[...]
      while !rest.isEmpty {
        // A quote's label stands after its bar, a footnote's long one where its short one would.
        var line = Line(decoration: takePrefix(levels[index].bar.isEmpty ? index : index + 1), start: 0)
        var count = min(max(1, column), rest.count)
        if count > 1, count < rest.count, rest[rest.startIndex + count].isContinuation { count -= 1 }
        line.append(decoration: rest.prefix(count))
        line.trim()
        rest = rest.dropFirst(count)
        lines.append(line)
      }
    }
    return lines
  }

  /// What stands before the next line of text; the markers in it are not shown again.
  mutating func takePrefix() -> [Cell] { takePrefix(levels.count) }

  private mutating func takePrefix(_ count: Int) -> [Cell] {
    let prefix = self.prefix(levels.prefix(count))
    for index in 0..<count { levels[index].marker = [] }
    return prefix
  }

  /// What stands before a blank line within the containers up to `last`, which is this unit's ancestor.
  func gapPrefix(upTo last: BlockID) -> [Cell] {
    var line = Line(decoration: prefix(levels.prefix { $0.block <= last }), start: 0)
    line.trim()
    return line.cells
  }

  private func prefix(_ levels: ArraySlice<Level>) -> [Cell] {
    var cells: [Cell] = []
    for level in levels {
      if level.bar.isEmpty {
        cells.append(contentsOf: level.marker)
        cells.append(contentsOf: repeatElement(.blank(), count: level.width - level.marker.count))
      } else {
        cells.append(contentsOf: level.bar)
      }
    }
    return cells
  }
}
