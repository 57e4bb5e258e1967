/// One rendering of a document: the bytes so far, and what footnotes and references need to remember.
struct HTMLWriter {
  let document: Document
  let options: HTMLRenderer
  var html: HTMLOutput
  var leaves: LeafReader
  /// A buffer for targets, titles and literal text.
  var scratch: [UInt8] = []

  /// How long `html` was when the last item started: the text of a tight one stands on its line.
  private var itemStart = -1
  /// How many cells of the open table row were written.
  private var cellCount = 0
  let footnotes: FootnoteOrder
  /// How many bytes of targets and titles may still be written for references to definitions: few bytes of
  /// source could ask for very many.
  var expansionBudget: Int

  /// Starts with no output; `rows` are those that will be written.
  init(_ document: Document, _ rows: Range<Int>, _ options: HTMLRenderer) {
    self.document = document
    self.options = options
    footnotes = FootnoteOrder(document, rows, keepsReferences: true)
    leaves = LeafReader(document)
    expansionBudget = max(document.body.count, 100_000)
    html = HTMLOutput(capacity: document.body.count + document.body.count / 4)
  }

  /// Writes rows, in the containers that the first of them stands in.
  mutating func write(_ rows: Range<Int>) {
    // The root has nothing to write.
    let rows = rows.clamped(to: 1..<max(1, document.rows.count))
    guard !rows.isEmpty else { return }
    let containers = document.ancestors(of: rows.lowerBound)
    for (container, child) in zip(containers, containers.dropFirst() + [rows.lowerBound]) {
      start(container, at: child, override(of: container).attributes)
    }
    write(rows, in: containers.last ?? 0, keeping: 0)
  }

  /// Writes what is in a container, without the container itself.
  mutating func writeChildren(of container: Int) {
    write(container + 1..<document.rows.count, in: container, keeping: container)
  }

  /// Writes rows up to the first that does not stand in the container that is kept open. They are in document
  /// order, so their parents say what ends where.
  private mutating func write(_ rows: Range<Int>, in container: Int, keeping kept: Int) {
    var row = rows.lowerBound
    var open = container
    while row < rows.upperBound {
      let parent = Int(document.rows[row].parent)
      while open != kept, open != parent { end(&open) }
      guard open == parent else { break }
      html.settleIfFull(done: Int(document.rows[row].start), of: document.source.count)
      switch document.rows[row].tag {
      case .footnoteDefinition:
        // They are written at the end.
        row = document.endOfSubtree(row)
        continue
      default:
        break
      }
      let override = override(of: row)
      if case .replacement(let replacement) = override {
        write(replacement, insteadOf: row)
        row = document.endOfSubtree(row)
        continue
      }
      if document.rows[row].tag.isLeaf {
        writeLeaf(row, override.attributes)
      } else {
        start(row, override.attributes)
        open = row
      }
      row += 1
    }
    while open != kept {
      html.settleIfFull(done: document.source.count, of: document.source.count)
      end(&open)
    }
  }

  /// What the hook says about a block.
  func override(of index: Int) -> HTMLOverride? {
    guard let hook = options.blockOverride else { return nil }
    return hook(document[BlockID(index: Int32(truncatingIfNeeded: index))])
  }

  /// Writes what the hook has for a block. A table's parts stay complete: those of its rows stand in its head or body.
  private mutating func write(_ replacement: String, insteadOf index: Int) {
    let row = document.rows[index]
    switch row.tag {
    case .tableRow:
      startRowGroup(index)
      html.write(text: replacement)
      endRowGroup(row)
    case .tableCell:
      html.write(text: replacement)
      cellCount += 1
    default:
      if !isTight(row) || html.count != itemStart { html.startLine() }
      html.write(text: replacement)
    }
  }

  /// Writes a container's start tag; `child` is the first of its children that is written, where it is not its
  /// first of all.
  private mutating func start(
    _ index: Int, at child: Int? = nil, _ attributes: KeyValuePairs<String, String>?
  ) {
    let row = document.rows[index]
    if row.tag == .tableRow {
      cellCount = 0
      startRowGroup(index)
      html.write("<tr", attributes, ">\n")
      return
    }
    html.startLine()
    switch row.tag {
    case .blockQuote:
      html.write("<blockquote", attributes, ">\n")
    case .alert:
      let kind = BlockKind.AlertKind.allCases[Int(row.detail)].rawValue
      html.write("<div class=\"markdown-alert markdown-alert-")
      html.write(text: kind)
      html.write("\"", attributes, ">\n<p class=\"markdown-alert-title\">")
      html.writeEscaped(Array(document.title(ofAlert: BlockID(index: Int32(truncatingIfNeeded: index))).utf8))
      html.write("</p>\n")
    case .list where row.flags.contains(.isOrdered):
      html.write("<ol")
      let number = Int(row.first) + (child.map { Int(document.rows[$0].first) } ?? 0)
      if number != 1 {
        html.write(" start=\"")
        html.write(text: String(number))
        html.write("\"")
      }
      html.write("", attributes, ">\n")
    case .list:
      html.write("<ul", attributes, ">\n")
    case .item:
      html.write("<li", attributes)
      if row.flags.contains(.isDone) {
        html.write("<input checked=\"\" disabled=\"\" type=\"checkbox\"> ")
      } else if row.flags.contains(.hasTaskBox) {
        html.write("<input disabled=\"\" type=\"checkbox\"> ")
      }
      itemStart = html.count
    case .table:
      html.write("<table", attributes, ">\n")
    case .definition:
      html.write("<blockquote class=\"definition\"", attributes, ">\n")
    default:
      break
    }
  }

  /// Ends the container that is open; then its parent is.
  private mutating func end(_ open: inout Int) {
    let row = document.rows[open]
    open = Int(row.parent)
    switch row.tag {
    case .blockQuote:
      html.startLine()
      html.write("</blockquote>\n")
    case .alert:
      html.startLine()
      html.write("</div>\n")
    case .list:
      html.write(row.flags.contains(.isOrdered) ? "</ol>\n" : "</ul>\n")
    case .item:
      html.write("</li>\n")
    case .table:
      html.write("</table>\n")
    case .definition:
      html.startLine()
      html.write("</blockquote>\n")
    case .tableRow:
      writeMissingCells(of: row)
      html.write("</tr>\n")
      endRowGroup(row)
    default:
      break
    }
  }

  private mutating func startRowGroup(_ index: Int) {
    if document.rows[index].flags.contains(.isHeader) {
      html.write("<thead>\n")
    } else if isFirstBodyRow(index) {
      html.write("<tbody>\n")
    }
  }

  private mutating func endRowGroup(_ row: BlockRow) {
    if row.flags.contains(.isHeader) {
      html.write("</thead>\n")
    } else if row.next < 0 {
      html.write("</tbody>\n")
    }
  }

  /// Whether the row in front of a table row is the header: its last cell is the row of the table above.
  private func isFirstBodyRow(_ index: Int) -> Bool {
    document.rows[Int(document.rows[index - 1].parent)].flags.contains(.isHeader)
  }

  private mutating func writeLeaf(_ index: Int, _ attributes: KeyValuePairs<String, String>?) {
    let row = document.rows[index]
    switch row.tag {
    case .paragraph:
      writeParagraph(index, attributes)
    case .heading:
      html.startLine()
      html.write("<h")
      html.append(UInt8(ascii: "0") + row.detail)
      html.write("", attributes)
      writeInlines(of: index)
      html.write("</h")
      html.append(UInt8(ascii: "0") + row.detail)
      html.write(">\n")
    case .fencedCode, .indentedCode:
      writeCode(index, attributes)
    case .htmlBlock:
      html.startLine()
      if options.isUnsafe {
        scratch.removeAll(keepingCapacity: true)
        document.appendLiteral(of: index, to: &scratch)
        html.writeRawHTML(scratch, filters: document.extensions.contains(.tagFilter))
      } else {
        html.write("<!-- raw HTML omitted -->\n")
      }
    case .thematicBreak:
      html.startLine()
      html.write("<hr", attributes, " />\n")
    case .tableCell:
      writeCell(index, attributes)
    default:
      break
    }
  }

  private mutating func writeParagraph(_ index: Int, _ attributes: KeyValuePairs<String, String>?) {
    // Behind a task's box a paragraph may be empty.
    guard document.rows[index].start < document.rows[index].end else { return }
    if isTight(document.rows[index]) {
      if html.count != itemStart { html.startLine() }
      writeInlines(of: index)
      return
    }
    html.startLine()
    html.write("<p", attributes)
    writeInlines(of: index)
    html.write("</p>\n")
  }

  /// Whether a block stands in an item of a tight list.
  private func isTight(_ row: BlockRow) -> Bool {
    let parent = document.rows[Int(row.parent)]
    return parent.tag == .item && !document.rows[Int(parent.parent)].flags.contains(.isLoose)
  }

  private mutating func writeCode(_ index: Int, _ attributes: KeyValuePairs<String, String>?) {
    html.startLine()
    html.write("<pre", attributes)
    scratch.removeAll(keepingCapacity: true)
    document.appendInfo(of: index, to: &scratch)
    // A slice would keep the buffer, and with it the room of the longest code so far would be rebuilt.
    let language = Array(scratch.prefix { !$0.isWhitespace })
    if language.isEmpty {
      html.write("<code>")
    } else {
      html.write("<code class=\"language-")
      html.writeEscaped(language)
      html.write("\">")
    }
    scratch.removeAll(keepingCapacity: true)
    document.appendLiteral(of: index, to: &scratch)
    html.writeEscaped(scratch)
    html.write("</code></pre>\n")
  }

  private mutating func writeCell(_ index: Int, _ attributes: KeyValuePairs<String, String>?) {
    let row = document.rows[index]
    let isHeader = document.rows[Int(row.parent)].flags.contains(.isHeader)
    startCell(isHeader ? "<th" : "<td", row.detail, attributes)
    writeInlines(of: index)
    html.write(isHeader ? "</th>\n" : "</td>\n")
    cellCount += 1
  }

  private mutating func startCell(
    _ tag: StaticString, _ detail: UInt8, _ attributes: KeyValuePairs<String, String>?
  ) {
    html.write(tag)
    let alignment = BlockKind.Alignment.allCases[Int(detail)]
    if alignment != .none {
      html.write(" align=\"")
      html.write(text: alignment.rawValue)
      html.write("\"")
    }
    html.write("", attributes)
  }

  /// GFM: where a row has fewer cells than the header, the rest are empty. The document has no rows for them.
  private mutating func writeMissingCells(of row: BlockRow) {
    let columns = Int(document.rows[Int(row.parent)].first)
    guard cellCount < columns else { return }
    // The header's cells, one for each column, stand right after table and header.
    let header = Int(row.parent) + 2
    for column in cellCount..<columns {
      startCell("<td", document.rows[header + column].detail, nil)
      html.write("</td>\n")
    }
  }
}

extension Document {
  /// The rows that a row stands in, outermost first, without the document's own.
  func ancestors(of row: Int) -> [Int] {
    var found: [Int] = []
    var next = Int(rows[row].parent)
    while next > 0 {
      found.append(next)
      next = Int(rows[next].parent)
    }
    return found.reversed()
  }

  /// The row after a block and all that is in it.
  func endOfSubtree(_ row: Int) -> Int {
    var row = row
    while rows[row].next < 0 {
      guard rows[row].parent >= 0 else { return rows.count }
      row = Int(rows[row].parent)
    }
    return Int(rows[row].next)
  }
}
