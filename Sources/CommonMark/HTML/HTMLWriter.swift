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
    footnotes = FootnoteOrder(document, rows)
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
      start(container, at: child)
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
      case let tag where tag.isLeaf:
        writeLeaf(row)
      default:
        start(row)
        open = row
      }
      row += 1
    }
    while open != kept {
      html.settleIfFull(done: document.source.count, of: document.source.count)
      end(&open)
    }
  }

  /// Writes a container's start tag; `child` is the first of its children that is written, where it is not its
  /// first of all.
  private mutating func start(_ index: Int, at child: Int? = nil) {
    let row = document.rows[index]
    if row.tag == .tableRow {
      cellCount = 0
      html.write(
        row.flags.contains(.isHeader)
          ? "<thead>\n<tr>\n" : isFirstBodyRow(index) ? "<tbody>\n<tr>\n" : "<tr>\n")
      return
    }
    html.startLine()
    switch row.tag {
    case .blockQuote:
      html.write("<blockquote>\n")
    case .alert:
      let kind = BlockKind.AlertKind.allCases[Int(row.detail)].rawValue
      html.write("<div class=\"markdown-alert markdown-alert-")
      html.write(text: kind)
      html.write("\">\n<p class=\"markdown-alert-title\">")
      html.write(text: kind.prefix(1).uppercased() + kind.dropFirst())
      html.write("</p>\n")
    case .list where row.flags.contains(.isOrdered):
      html.write("<ol")
      let number = Int(row.first) + (child.map { Int(document.rows[$0].first) } ?? 0)
      if number != 1 {
        html.write(" start=\"")
        html.write(text: String(number))
        html.write("\"")
      }
      html.write(">\n")
    case .list:
      html.write("<ul>\n")
    case .item:
      html.write("<li>")
      if row.flags.contains(.isDone) {
        html.write("<input checked=\"\" disabled=\"\" type=\"checkbox\"> ")
      } else if row.flags.contains(.hasTaskBox) {
        html.write("<input disabled=\"\" type=\"checkbox\"> ")
      }
      itemStart = html.count
    case .table:
      html.write("<table>\n")
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
    case .tableRow:
      writeMissingCells(of: row)
      html.write("</tr>\n")
      if row.flags.contains(.isHeader) {
        html.write("</thead>\n")
      } else if row.next < 0 {
        html.write("</tbody>\n")
      }
    default:
      break
    }
  }

  /// Whether the row in front of a table row is the header: its last cell is the row of the table above.
  private func isFirstBodyRow(_ index: Int) -> Bool {
    document.rows[Int(document.rows[index - 1].parent)].flags.contains(.isHeader)
  }

  private mutating func writeLeaf(_ index: Int) {
    let row = document.rows[index]
    switch row.tag {
    case .paragraph:
      writeParagraph(index)
    case .heading:
      html.startLine()
      html.write("<h")
      html.append(UInt8(ascii: "0") + row.detail)
      if let attributes = options.headingAttributes {
        html.write(text: attributes(BlockID(index: Int32(truncatingIfNeeded: index))))
      }
      html.write(">")
      writeInlines(of: index)
      html.write("</h")
      html.append(UInt8(ascii: "0") + row.detail)
      html.write(">\n")
    case .fencedCode, .indentedCode:
      writeCode(index)
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
      html.write("<hr />\n")
    case .tableCell:
      writeCell(index)
    default:
      break
    }
  }

  private mutating func writeParagraph(_ index: Int) {
    // Behind a task's box a paragraph may be empty.
    guard document.rows[index].start < document.rows[index].end else { return }
    let parent = document.rows[Int(document.rows[index].parent)]
    if parent.tag == .item, !document.rows[Int(parent.parent)].flags.contains(.isLoose) {
      if html.count != itemStart { html.startLine() }
      writeInlines(of: index)
      return
    }
    html.startLine()
    html.write("<p>")
    writeInlines(of: index)
    html.write("</p>\n")
  }

  private mutating func writeCode(_ index: Int) {
    html.startLine()
    scratch.removeAll(keepingCapacity: true)
    document.appendInfo(of: index, to: &scratch)
    // A slice would keep the buffer, and with it the room of the longest code so far would be made anew.
    let language = Array(scratch.prefix { !$0.isWhitespace })
    if language.isEmpty {
      html.write("<pre><code>")
    } else {
      html.write("<pre><code class=\"language-")
      html.writeEscaped(language)
      html.write("\">")
    }
    scratch.removeAll(keepingCapacity: true)
    document.appendLiteral(of: index, to: &scratch)
    html.writeEscaped(scratch)
    html.write("</code></pre>\n")
  }

  private mutating func writeCell(_ index: Int) {
    let row = document.rows[index]
    let isHeader = document.rows[Int(row.parent)].flags.contains(.isHeader)
    startCell(isHeader ? "<th" : "<td", row.detail)
    writeInlines(of: index)
    html.write(isHeader ? "</th>\n" : "</td>\n")
    cellCount += 1
  }

  private mutating func startCell(_ tag: StaticString, _ detail: UInt8) {
    html.write(tag)
    let alignment = BlockKind.Alignment.allCases[Int(detail)]
    if alignment != .none {
      html.write(" align=\"")
      html.write(text: alignment.rawValue)
      html.write("\"")
    }
    html.write(">")
  }

  /// GFM: where a row has fewer cells than the header, the rest are empty. The document has no rows for them.
  private mutating func writeMissingCells(of row: BlockRow) {
    let columns = Int(document.rows[Int(row.parent)].first)
    guard cellCount < columns else { return }
    // The header's cells, one for each column, stand right behind table and header.
    let header = Int(row.parent) + 2
    for column in cellCount..<columns {
      startCell("<td", document.rows[header + column].detail)
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

  /// The row behind a block and all that is in it.
  func endOfSubtree(_ row: Int) -> Int {
    var row = row
    while rows[row].next < 0 {
      guard rows[row].parent >= 0 else { return rows.count }
      row = Int(rows[row].parent)
    }
    return Int(rows[row].next)
  }
}
