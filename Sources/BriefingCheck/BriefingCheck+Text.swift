import CommonMark

/// What a walk over blocks and inlines finds.
extension BriefingCheck {
  mutating func checkText(_ links: inout some LinkChecking) {
    let document = briefing.document
    var problems: [(rule: CheckRule, offset: Int, message: String)] = []
    var columns = 0
    // Tables whose columns stand below each other have no bars, and no row too many cells.
    var hasBars = true
    // Where plain text stands in the leaf.
    var text: [Range<Int>] = []
    var section: SourcedSection?
    let headings = Set(briefing.sections.map(\.heading))
    // A source that the front matter names is that of all sections.
    let isSourced = briefing.metadata.source != nil || briefing.metadata.url != nil
    func finish() {
      guard let found = section, found.hasText, !found.hasLink, !isSourced else { return }
      problems.append(
        (
          .unsourcedSection, found.offset,
          "no link to a source; link to one here, or write source: or url: in the front matter"
        ))
    }

    document.walk { event, inlines in
      switch event {
      case .enter(let block):
        text = []
        if headings.contains(block.id) {
          finish()
          section = SourcedSection(offset: block.range.lowerBound)
        } else {
          section?.enter(block, in: document)
        }
        if case .table(let count) = block.kind { columns = count }
        if block.kind == .tableRow(isHeader: true) {
          hasBars = columns == 1 || WrittenRow.hasBars(below: block.range.upperBound, in: document.source)
        }
        if block.kind == .tableRow(isHeader: false), hasBars {
          let count = WrittenRow.cellCount(in: document.source[block.range])
          if count != columns {
            problems.append(
              (
                .unevenRow, block.range.lowerBound,
                "the row has \(count) of \(columns) cells; write \(columns)"
              ))
          }
        }
      case .enterInline(let inline):
        section?.enter(inline, of: inlines)
        switch inline.kind {
        case .text:
          if let last = text.last, last.upperBound == inline.range.lowerBound {
            text[text.count - 1] = last.lowerBound..<inline.range.upperBound
          } else {
            text.append(inline.range)
          }
        case .link, .image:
          if let (rule, message) = links.problem(with: inlines.destination(of: inline.id)) {
            problems.append((rule, inline.range.lowerBound, message))
          }
        case .characterReference, .softBreak, .lineBreak, .code, .html, .emphasis, .strong, .strikethrough,
          .mark, .footnoteReference:
          break
        }
      case .exit(let block):
        guard !block.kind.isContainer else { return }
        for reference in text.flatMap({ NoteReference.all(in: $0, of: document.source) }) {
          problems.append(
            (.undefinedNote, reference.offset, "no footnote [^\(reference.label)]; write one, or delete this")
          )
        }
        text = []
      case .exitInline: break
      }
    }
    finish()
    for problem in problems { add(problem.rule, at: problem.offset, problem.message) }
  }

  mutating func checkNotes() {
    let document = briefing.document
    let used = Set(document.footnotes.map(\.definition))
    for block in document.blocks where block.kind == .footnoteDefinition && !used.contains(block.id) {
      add(
        .unusedNote, at: block.range.lowerBound,
        "nothing refers to the footnote [^\(document.label(of: block.id))]; refer to it, or delete it")
    }
  }
}

/// A section up to the next heading: whether it says something, and whether it says where that is from.
private struct SourcedSection {
  /// Where its heading stands.
  var offset: Int
  var hasText = false
  var hasLink = false

  mutating func enter(_ block: Block, in document: Document) {
    switch block.kind {
    case .paragraph, .tableCell: hasText = true
    case .htmlBlock where !hasLink: hasLink = document.literal(of: block.id).contains("href=")
    default: break
    }
  }

  mutating func enter(_ inline: Inline, of inlines: Inlines) {
    guard !hasLink else { return }
    switch inline.kind {
    case .link, .footnoteReference: hasLink = true
    case .html: hasLink = inlines.text(of: inline.id).contains("href=")
    default: break
    }
  }
}
