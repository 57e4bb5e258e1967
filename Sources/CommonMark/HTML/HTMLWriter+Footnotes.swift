extension HTMLWriter {
  /// Writes the reference that starts at an offset of the source.
  mutating func writeFootnoteReference(
    at start: Int32, _ attributes: KeyValuePairs<String, String>?
  ) {
    guard let reference = footnotes.reference(at: start) else { return }
    let row = Int(footnotes.rows[reference.place])
    html.write("<sup class=\"footnote-ref\"", attributes, "><a href=\"#fn-")
    writeLabel(of: row)
    html.write("\" id=\"fnref-")
    writeLabel(of: row)
    if reference.count > 1 { html.write(text: "-\(reference.count)") }
    html.write(text: "\" data-footnote-ref>\(reference.place + 1)</a></sup>")
  }

  /// The label of a definition as a part of an identifier.
  private mutating func writeLabel(of row: Int) {
    let definition = document.rows[row]
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: document.source[Int(definition.first)..<Int(definition.second)])
    html.writeURL(scratch)
  }

  /// Writes the footnotes that are referred to, each with links back.
  mutating func writeFootnotes() {
    guard !footnotes.rows.isEmpty else { return }
    html.startLine()
    html.write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for (place, row) in footnotes.rows.lazy.map({ Int($0) }).enumerated() {
      let override = override(of: row)
      if case .replacement(let replacement) = override {
        html.startLine()
        html.write(text: replacement)
        continue
      }
      html.write("<li id=\"fn-")
      writeLabel(of: row)
      html.write("\"", override.attributes, ">\n")
      writeChildren(of: row)
      // A hook may have written something else for it.
      if endsWithParagraph(row), html.hasSuffix("</p>\n") {
        // The links stand in the last paragraph.
        html.removeLast("</p>\n")
        html.write(" ")
        writeBackLinks(to: place)
        html.write("</p>\n")
      } else {
        html.startLine()
        writeBackLinks(to: place)
        html.write("\n")
      }
      html.write("</li>\n")
    }
    html.write("</ol>\n</section>\n")
  }

  private func endsWithParagraph(_ definition: Int) -> Bool {
    var child = definition + 1
    guard child < document.rows.count, Int(document.rows[child].parent) == definition else { return false }
    while document.rows[child].next >= 0 { child = Int(document.rows[child].next) }
    return document.rows[child].tag == .paragraph
  }

  private mutating func writeBackLinks(to place: Int) {
    for count in 1...footnotes.counts[place] {
      if count > 1 { html.write(" ") }
      html.write("<a href=\"#fnref-")
      writeLabel(of: Int(footnotes.rows[place]))
      if count > 1 { html.write(text: "-\(count)") }
      html.write("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      if count > 1 { html.write(text: "<sup class=\"footnote-ref\">\(count)</sup>") }
      html.write("</a>")
    }
  }
}
