extension HTMLWriter {
  /// A link, image or emphasis that is open.
  private struct Container {
    var row: Int
    /// A reference that the limit of expansion shows as it is written.
    var isLiteral = false
    /// How many images are open: in them, only text is shown.
    var imageDepth: Int
  }

  /// Writes what is in a paragraph, heading or cell.
  mutating func writeInlines(of block: Int) {
    let inlines = document.inlines(of: BlockID(index: Int32(truncatingIfNeeded: block)), using: &parser)
    var open: [Container] = []
    var imageDepth = 0
    for index in 0..<inlines.count {
      let parent = Int(inlines.rows[index].parent)
      while let last = open.last, last.row != parent {
        end(open.removeLast(), inlines)
        imageDepth = last.imageDepth
      }
      let kind = inlines.rows[index].kind
      guard kind.isContainer else {
        writeLeaf(index, inlines, isPlain: imageDepth > 0)
        continue
      }
      var container = Container(row: index, imageDepth: imageDepth)
      start(&container, inlines)
      open.append(container)
      if kind == .image, !container.isLiteral { imageDepth += 1 }
    }
    while let last = open.popLast() { end(last, inlines) }
  }

  private mutating func start(_ container: inout Container, _ inlines: Inlines) {
    let row = inlines.rows[container.row]
    if row.detail == LinkTarget.Form.definition.rawValue, row.kind == .link || row.kind == .image {
      let size = document.references.definitions.expandedSize(Int(row.payload))
      container.isLiteral = size > expansionBudget
      if container.isLiteral {
        html.write(row.kind == .image ? "![" : "[")
        return
      }
      expansionBudget -= size
    }
    guard container.imageDepth == 0 else { return }
    switch row.kind {
    case .emphasis: html.write("<em>")
    case .strong: html.write("<strong>")
    case .strikethrough: html.write("<del>")
    case .link:
      html.write("<a href=\"")
      writeDestination(container.row, inlines)
      html.write("\"")
      writeTitle(container.row, inlines)
      html.write(">")
    default:
      html.write("<img src=\"")
      writeDestination(container.row, inlines)
      html.write("\" alt=\"")
    }
  }

  private mutating func end(_ container: Container, _ inlines: Inlines) {
    let row = inlines.rows[container.row]
    if container.isLiteral {
      scratch.removeAll(keepingCapacity: true)
      inlines.appendContent(inlines.endOfChildren(container.row)..<Int(row.end), to: &scratch)
      html.writeEscaped(scratch)
      return
    }
    guard container.imageDepth == 0 else { return }
    switch row.kind {
    case .emphasis: html.write("</em>")
    case .strong: html.write("</strong>")
    case .strikethrough: html.write("</del>")
    case .link: html.write("</a>")
    default:
      html.write("\"")
      writeTitle(container.row, inlines)
      html.write(" />")
    }
  }

  private mutating func writeLeaf(_ index: Int, _ inlines: Inlines, isPlain: Bool) {
    let kind = inlines.rows[index].kind
    switch kind {
    case .softBreak:
      html.write(isPlain ? " " : "\n")
    case .lineBreak:
      html.write(isPlain ? " " : "<br />\n")
    case .html where !isPlain && !options.isUnsafe:
      html.write("<!-- raw HTML omitted -->")
    case .footnoteReference where !isPlain:
      writeFootnoteReference(at: inlines.rows[index].start)
    default:
      if kind == .text {
        let row = inlines.rows[index]
        html.writeEscaped(document.source, Int(row.start)..<Int(row.end))
        return
      }
      scratch.removeAll(keepingCapacity: true)
      inlines.appendText(of: index, to: &scratch)
      if kind == .html, !isPlain {
        html.writeRawHTML(scratch, filters: document.extensions.contains(.tagFilter))
      } else if kind == .code, !isPlain {
        html.write("<code>")
        html.writeEscaped(scratch)
        html.write("</code>")
      } else {
        html.writeEscaped(scratch)
      }
    }
  }

  private mutating func writeDestination(_ index: Int, _ inlines: Inlines) {
    scratch.removeAll(keepingCapacity: true)
    inlines.appendDestination(of: index, to: &scratch)
    if options.isUnsafe || !HTMLEscaping.isDangerous(scratch) { html.writeURL(scratch) }
  }

  private mutating func writeTitle(_ index: Int, _ inlines: Inlines) {
    scratch.removeAll(keepingCapacity: true)
    guard inlines.appendTitle(of: index, to: &scratch), !scratch.isEmpty else { return }
    html.write(" title=\"")
    html.writeEscaped(scratch)
    html.write("\"")
  }
}

extension LinkDefinitions {
  /// The bytes that a reference to a definition adds to the output.
  func expandedSize(_ index: Int) -> Int {
    self[index].destination.count + (self[index].title?.count ?? 0)
  }
}

extension Inlines {
  /// The source offset behind the last child of a container, or behind its opening bracket.
  func endOfChildren(_ index: Int) -> Int {
    var child = index + 1
    guard child < rows.count, rows[child].parent == index else {
      return Int(rows[index].start) + (rows[index].kind == .image ? 2 : 1)
    }
    while rows[child].next >= 0 { child = Int(rows[child].next) }
    return Int(rows[child].end)
  }
}
