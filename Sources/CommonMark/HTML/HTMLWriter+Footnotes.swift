/// The footnotes that were referred to, in the order of their first references.
struct FootnoteOrder {
  /// The rows of their definitions.
  var rows: [Int] = []
  /// How often each is referred to.
  var counts: [Int] = []
  /// The place in `rows` of a definition's row.
  private var places: [Int: Int] = [:]

  /// Counts a reference; answers the footnote's place and how many references came so far, this included.
  mutating func addReference(to row: Int) -> (place: Int, count: Int) {
    let place = places[row] ?? rows.count
    if place == rows.count {
      places[row] = place
      rows.append(row)
      counts.append(0)
    }
    counts[place] += 1
    return (place, counts[place])
  }
}

extension HTMLWriter {
  /// Writes a reference to the label in the scratch buffer.
  mutating func writeFootnoteReference() {
    var label: [UInt8] = []
    LabelNormalizer.normalize(scratch.span, into: &label)
    guard let row = document.references.footnotes.value(of: label) else { return }
    let reference = footnotes.addReference(to: row)
    html.write("<sup class=\"footnote-ref\"><a href=\"#fn-")
    writeLabel(of: row)
    html.write("\" id=\"fnref-")
    writeLabel(of: row)
    if reference.count > 1 { html.write("-\(reference.count)") }
    html.write("\" data-footnote-ref>\(reference.place + 1)</a></sup>")
  }

  /// The label of a definition as a part of an identifier.
  private mutating func writeLabel(of row: Int) {
    let definition = document.rows[row]
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: document.source[Int(definition.first)..<Int(definition.second)])
    html.writeURL(scratch)
  }

  /// Writes the footnotes that were referred to, each with links back.
  ///
  /// A footnote can refer to others or, once more, to one that is written: so all bodies come first.
  mutating func writeFootnotes() {
    guard !footnotes.rows.isEmpty else { return }
    let text = html
    var bodies: [[UInt8]] = []
    while bodies.count < footnotes.rows.count {
      html = HTMLOutput()
      writeChildren(of: footnotes.rows[bodies.count])
      bodies.append(html.bytes)
    }
    html = text
    html.startLine()
    html.write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for (place, body) in bodies.enumerated() {
      let row = footnotes.rows[place]
      html.write("<li id=\"fn-")
      writeLabel(of: row)
      html.write("\">\n")
      let end = Array("</p>\n".utf8)
      if endsWithParagraph(row) {
        html.append(body.dropLast(end.count))
        html.write(" ")
        writeBackLinks(to: place)
        html.append(end)
      } else {
        html.append(body)
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
      writeLabel(of: footnotes.rows[place])
      if count > 1 { html.write("-\(count)") }
      html.write("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      if count > 1 { html.write("<sup class=\"footnote-ref\">\(count)</sup>") }
      html.write("</a>")
    }
  }
}
