extension HTMLWriter {
  /// The links, images and emphasis that are open.
  private struct Containers {
    /// The innermost; -1 for none.
    var innermost = -1
    /// How many images are open: in them, only text is shown.
    var imageDepth = 0
    /// References that the limit of expansion shows as they are written.
    var literals: [Int32] = []
  }

  /// Writes what is in a paragraph, heading or cell.
  mutating func writeInlines(of block: Int) {
    let inlines = leaves.inlines(of: BlockID(index: Int32(truncatingIfNeeded: block)))
    var open = Containers()
    var index = 0
    while index < inlines.count {
      let row = inlines.rows[index]
      html.settleIfFull(done: Int(row.start), of: document.source.count)
      while open.innermost != row.parent { end(&open, inlines) }
      let override = open.imageDepth > 0 ? nil : override(of: index, inlines)
      if case .replacement(let replacement) = override {
        html.write(text: replacement)
        index = inlines.endOfSubtree(index)
        continue
      }
      if row.kind.isContainer {
        start(index, &open, inlines, override.attributes)
      } else {
        writeLeaf(index, inlines, isPlain: open.imageDepth > 0, override.attributes)
      }
      index += 1
    }
    while open.innermost >= 0 { end(&open, inlines) }
  }

  /// What the hook says about an inline.
  private func override(of index: Int, _ inlines: Inlines) -> HTMLOverride? {
    guard let hook = options.inlineOverride else { return nil }
    return hook(inlines[InlineID(index: Int32(truncatingIfNeeded: index))], inlines)
  }

  private mutating func start(
    _ index: Int, _ open: inout Containers, _ inlines: Inlines,
    _ attributes: KeyValuePairs<String, String>?
  ) {
    let row = inlines.rows[index]
    open.innermost = index
    if row.detail == LinkTarget.Form.definition.rawValue, row.kind == .link || row.kind == .image {
      let size = document.references.definitions.expandedSize(Int(row.payload))
      if size > expansionBudget {
        open.literals.append(Int32(truncatingIfNeeded: index))
        html.write(row.kind == .image ? "![" : "[")
        return
      }
      expansionBudget -= size
    }
    let isPlain = open.imageDepth > 0
    if row.kind == .image { open.imageDepth += 1 }
    guard !isPlain else { return }
    switch row.kind {
    case .emphasis: html.write("<em", attributes)
    case .strong: html.write("<strong", attributes)
    case .strikethrough: html.write("<del", attributes)
    case .mark: html.write("<mark", attributes)
    case .link:
      html.write("<a href=\"")
      writeDestination(index, inlines)
      html.write("\"")
      writeTitle(index, inlines)
      html.write("", attributes)
    default:
      html.write("<img")
      html.write(attributes)
      html.write(" src=\"")
      writeDestination(index, inlines)
      html.write("\" alt=\"")
    }
  }

  /// Ends the innermost container.
  private mutating func end(_ open: inout Containers, _ inlines: Inlines) {
    let index = open.innermost
    let row = inlines.rows[index]
    open.innermost = Int(row.parent)
    if let literal = open.literals.last, literal == index {
      open.literals.removeLast()
      scratch.removeAll(keepingCapacity: true)
      inlines.appendContent(inlines.endOfChildren(index)..<Int(row.end), to: &scratch)
      html.writeEscaped(scratch)
      return
    }
    if row.kind == .image { open.imageDepth -= 1 }
    guard open.imageDepth == 0 else { return }
    switch row.kind {
    case .emphasis: html.write("</em>")
    case .strong: html.write("</strong>")
    case .strikethrough: html.write("</del>")
    case .mark: html.write("</mark>")
    case .link: html.write("</a>")
    default:
      html.write("\"")
      writeTitle(index, inlines)
      html.write(" />")
    }
  }

  private mutating func writeLeaf(
    _ index: Int, _ inlines: Inlines, isPlain: Bool, _ attributes: KeyValuePairs<String, String>?
  ) {
    let kind = inlines.rows[index].kind
    switch kind {
    case .softBreak:
      html.write(isPlain ? " " : "\n")
    case .lineBreak:
      if isPlain { html.write(" ") } else { html.write("<br", attributes, " />\n") }
    case .html where !isPlain && !options.isUnsafe:
      html.write("<!-- raw HTML omitted -->")
    case .footnoteReference where !isPlain:
      writeFootnoteReference(at: inlines.rows[index].start, attributes)
    default:
      if kind == .text {
        let row = inlines.rows[index]
        html.writeEscaped(document.source, Int(row.start)..<Int(row.end))
        return
      }
      scratch.removeAll(keepingCapacity: true)
      inlines.appendText(of: index, to: &scratch)
      if kind == .html, !isPlain {
        html.writeRawTag(scratch, filters: document.extensions.contains(.tagFilter))
      } else if kind == .code, !isPlain {
        html.write("<code", attributes)
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
  /// The row after an inline and all that is in it.
  func endOfSubtree(_ index: Int) -> Int {
    var index = index
    while rows[index].next < 0 {
      guard rows[index].parent >= 0 else { return rows.count }
      index = Int(rows[index].parent)
    }
    return Int(rows[index].next)
  }

  /// The source offset after the last child of a container, or after its opening bracket.
  func endOfChildren(_ index: Int) -> Int {
    var child = index + 1
    guard child < rows.count, rows[child].parent == index else {
      return Int(rows[index].start) + (rows[index].kind == .image ? 2 : 1)
    }
    while rows[child].next >= 0 { child = Int(rows[child].next) }
    return Int(rows[child].end)
  }
}
