/// Writes the blocks of an imported text as Markdown.
///
/// Each line repeats what its containers start with. So containers within others are written up to a depth that nobody writes; what is
/// deeper stands in the last of them, since half a million signs could else become hundreds of millions.
struct MarkdownWriter {
  /// Containers within each other at most, and columns that they take before a line. A list and its item are two.
  private static let deepest = (containers: 32, columns: 48)

  private var output: [UInt8] = []
  /// Containers that are open, but too deep to be written.
  private var flattened = 0
  private var open: [Open] = []
  /// Whether a blank line stands before the next line.
  private var needsGap = false
  /// The list that ended last, if nothing came after it: two lists in a row have different markers, for else they would
  /// be one.
  private var lastList: (isNumbered: Bool, isAlternate: Bool)?

  /// An open container.
  private struct Open {
    var container: ImportContainer
    /// What its first line starts with; nil once that is written.
    var marker: String?
    /// What its other lines start with.
    var prefix = ""
    /// Of a list: the number of its next item, how many it had, whether it has the second marker, and whether its items
    /// stand close together.
    var number = 0
    var count = 0
    var isAlternate = false
    var isTight = false
  }

  /// The Markdown of some blocks, which ends with a line ending unless it is empty.
  static func markdown(_ blocks: [ImportBlock]) -> String {
    var writer = MarkdownWriter()
    let tight = tightLists(in: blocks)
    for (index, block) in blocks.enumerated() { writer.write(block, isTight: tight.contains(index)) }
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// The indices at which lists open of which no item has two leaves; lists in them are looked at by themselves.
  private static func tightLists(in blocks: [ImportBlock]) -> Set<Int> {
    var tight: Set<Int> = []
    // Of each open list: where it opens, the leaves of its current item, and whether it is tight so far.
    var lists: [(index: Int, leaves: Int, isTight: Bool)] = []
    var containers: [ImportContainer] = []
    for (index, block) in blocks.enumerated() {
      switch block {
      case .open(let container):
        containers.append(container)
        if case .list = container { lists.append((index, 0, true)) }
        if container == .item, !lists.isEmpty { lists[lists.count - 1].leaves = 0 }
      case .close:
        guard case .list? = containers.popLast(), let list = lists.popLast(), list.isTight else { continue }
        tight.insert(list.index)
      case .heading, .paragraph, .code, .table, .rule:
        guard !lists.isEmpty else { continue }
        lists[lists.count - 1].leaves += 1
        if lists[lists.count - 1].leaves > 1 { lists[lists.count - 1].isTight = false }
      }
    }
    return tight
  }

  private mutating func write(_ block: ImportBlock, isTight: Bool) {
    switch block {
    case .open(let container): open(container, isTight: isTight)
    case .close: close()
    case .heading(let level, let runs):
      let text = InlineWriter(place: .heading).markdown(runs)
      if !text.isEmpty { add(String(repeating: "#", count: min(max(level, 1), 6)) + " " + text) }
    case .paragraph(let runs):
      let text = InlineWriter(place: .paragraph).markdown(runs)
      if !text.isEmpty { add(taskMarker(runs) + text) }
    case .code(let code, let language):
      let text = VisibleText.clean(code)
      let fence = String(repeating: "`", count: max(3, InlineWriter.longestRun(of: "`", in: text) + 1))
      add("\(fence)\(language ?? "")\n\(text)\n\(fence)")
    case .table(let rows): add(Self.table(rows))
    // A line of hyphens could be taken for front matter.
    case .rule: add("* * *")
    }
  }

  /// The box of a task, where the item starts with it.
  private func taskMarker(_ runs: [InlineRun]) -> String {
    guard case .task(let isDone)? = runs.first?.kind, let last = open.last, last.container == .item,
      last.marker != nil
    else { return "" }
    return isDone ? "[x] " : "[ ] "
  }

  // MARK: Containers

  /// Whether another container is too deep to be written.
  private func isTooDeep(_ container: ImportContainer) -> Bool {
    // An item is written wherever its list is.
    if flattened > 0 || container == .item { return flattened > 0 }
    let columns = open.reduce(0) { $0 + max($1.prefix.utf8.count, $1.marker?.utf8.count ?? 0) }
    return open.count + 2 > Self.deepest.containers || columns + 4 > Self.deepest.columns
  }

  private mutating func open(_ container: ImportContainer, isTight: Bool) {
    guard !isTooDeep(container) else {
      flattened += 1
      return
    }
    var entry = Open(container: container)
    switch container {
    case .quote:
      entry.marker = "> "
      entry.prefix = "> "
    case .list(let start):
      // Only a list that starts with 1 can follow a paragraph without a blank line (CommonMark, section 5.3).
      if isInTightItem, start == nil || start == 1 { needsGap = false }
      entry.number = start ?? 0
      entry.isTight = isTight
      if let lastList, lastList.isNumbered == (start != nil) { entry.isAlternate = !lastList.isAlternate }
    case .item:
      let marker = nextMarker()
      entry.marker = marker
      entry.prefix = String(repeating: " ", count: marker.utf8.count)
    case .note(let label):
      entry.marker = "[^\(label)]: "
      entry.prefix = "    "
    }
    lastList = nil
    open.append(entry)
  }

  private mutating func close() {
    guard flattened == 0 else {
      flattened -= 1
      return
    }
    guard let entry = open.last else { return }
    // An empty item is a line all the same.
    if entry.container == .item, entry.marker != nil { add("") }
    open.removeLast()
    needsGap = !output.isEmpty
    if case .list(let start) = entry.container { lastList = (start != nil, entry.isAlternate) }
  }

  /// Whether something of an item of a tight list is written: a list in it can follow without a blank line.
  private var isInTightItem: Bool {
    guard open.count > 1, open[open.count - 1].container == .item, open[open.count - 1].marker == nil else {
      return false
    }
    return open[open.count - 2].isTight
  }

  private mutating func nextMarker() -> String {
    guard let last = open.indices.last, case .list(let start) = open[last].container else { return "- " }
    if open[last].isTight, open[last].count > 0 { needsGap = false }
    open[last].count += 1
    guard start != nil else { return open[last].isAlternate ? "* " : "- " }
    defer { open[last].number += 1 }
    return "\(min(max(open[last].number, 0), 999_999_999))\(open[last].isAlternate ? ")" : ".") "
  }

  // MARK: Lines

  /// Adds a leaf of one or more lines.
  private mutating func add(_ text: String) {
    if needsGap { addLine(open.prefix { $0.marker == nil }.flatMap(\.prefix.utf8)[...], "".utf8[...]) }
    defer {
      needsGap = true
      lastList = nil
    }
    if open.isEmpty {
      output += text.utf8
      output.append(0x0A)
      return
    }
    // Only the first line has markers.
    var start = open.flatMap { ($0.marker ?? $0.prefix).utf8 }
    let next = open.flatMap(\.prefix.utf8)
    for index in open.indices { open[index].marker = nil }
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      addLine(start[...], line)
      start = next
    }
  }

  private mutating func addLine(_ start: ArraySlice<UInt8>, _ line: Substring.UTF8View) {
    // White space at the end of a line would be all that shows.
    output += line.isEmpty ? start[..<((start.lastIndex { $0 != 0x20 } ?? -1) + 1)] : start
    output += line
    output.append(0x0A)
  }

  private static func table(_ rows: [[[InlineRun]]]) -> String {
    let columns = max(1, rows.map(\.count).max() ?? 1)
    let writer = InlineWriter(place: .cell)
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      let cells = (0..<columns).map { $0 < row.count ? writer.markdown(row[$0]) : "" }
      lines.append("| " + cells.joined(separator: " | ") + " |")
      if index == 0 { lines.append("|" + String(repeating: " --- |", count: columns)) }
    }
    return lines.joined(separator: "\n")
  }
}
