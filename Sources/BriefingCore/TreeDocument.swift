import CommonMark

extension JSONWriter {
  /// `{"metadata","sections","blocks"}`: a briefing's tree, or that of one section with those below it, in pieces.
  ///
  /// - Parameters:
  ///   - section: an index into the briefing's sections; nil for all of it.
  ///   - output: takes the text as it comes, so that it is never in memory as a whole.
  public static func tree(of briefing: Briefing, section: Int? = nil, to output: (String) -> Void) {
    TreeDocument(briefing, section).write(to: output)
  }
}

/// The JSON of a briefing's metadata, sections, blocks and inlines.
private struct TreeDocument {
  private let briefing: Briefing
  private let document: Document
  private let sections: Range<Int>
  private let blocks: Range<BlockID>

  init(_ briefing: Briefing, _ section: Int?) {
    self.briefing = briefing
    document = briefing.document
    sections = section.map(briefing.extent(ofSection:)) ?? briefing.sections.indices
    blocks =
      section.map(briefing.blocks(ofSection:))
      ?? document.blocks.startIndex..<document.blocks.endIndex
  }

  /// How much text is kept back before it is handed over.
  private static let pieceSize = 64 << 10

  func write(to output: (String) -> Void) {
    var json = JSONWriter(lineDepth: 2)
    json.openObject()
    json.key("metadata")
    json.write(briefing.metadata)
    json.key("sections")
    writeSections(to: &json)
    json.key("blocks")
    json.openArray()
    writeBlocks(to: &json, output)
    json.close()
    json.close()
    output(json.takeText())
  }

  private func writeSections(to json: inout JSONWriter) {
    let words = briefing.wordCounts()
    json.openArray()
    for index in sections {
      json.openObject()
      json.writeMembers(of: briefing.sections[index], words: words[index + 1])
      let end = briefing.extent(ofSection: index).upperBound
      let start = document[briefing.sections[index].heading].range.lowerBound
      json.writeRange(
        start..<(end < briefing.sections.count
          ? document[briefing.sections[end].heading].range.lowerBound : document.body.upperBound))
      json.close()
    }
    json.close()
  }

  // MARK: Blocks

  /// The rows are in document order, so their parents say what ends where.
  private func writeBlocks(to json: inout JSONWriter, _ output: (String) -> Void) {
    func handOver(_ json: inout JSONWriter) {
      if json.byteCount > Self.pieceSize { output(json.takeText()) }
    }
    var budget = ExpansionBudget(document)
    // The containers that a section's heading stands in are there too, without what is not the section's.
    var open = blocks.isEmpty ? [] : ancestors(of: blocks.lowerBound)
    for (block, child) in zip(open, open.dropFirst() + [blocks.lowerBound]) {
      start(block, at: child, in: &json)
    }
    for block in document.blocks[blocks] {
      while let last = open.last, last != block.parent {
        open.removeLast()
        end(in: &json)
      }
      if block.kind.isContainer {
        start(block.id, in: &json)
        open.append(block.id)
      } else {
        writeLeaf(block, to: &json, &budget, handOver)
      }
      handOver(&json)
    }
    for _ in open {
      end(in: &json)
      handOver(&json)
    }
  }

  /// Outermost first, without the document.
  private func ancestors(of block: BlockID) -> [BlockID] {
    var found: [BlockID] = []
    var next = document[block].parent
    while let id = next, id != document.root {
      found.append(id)
      next = document[id].parent
    }
    return found.reversed()
  }

  /// Starts a container; `child` is the first of its children that is written, where it is not its first of all.
  private func start(_ id: BlockID, at child: BlockID? = nil, in json: inout JSONWriter) {
    let block = document[id]
    json.openObject()
    writeMembers(of: block, to: &json)
    switch block.kind {
    case .alert(let kind):
      json.key("type")
      json.string(kind.rawValue)
    case .list(let list):
      json.key("start")
      var skipped = 0
      if let child, case .item(let item) = document[child].kind { skipped = item.ordinal }
      json.number(list.start.map { $0 + skipped })
      json.key("delimiter")
      json.string(String(UnicodeScalar(list.delimiter)))
      json.key("tight")
      json.bool(list.isTight)
    case .item(let item):
      json.key("done")
      json.bool(item.isDone)
    case .table(let columns):
      json.key("columns")
      json.number(columns)
    case .tableRow(let isHeader):
      json.key("header")
      json.bool(isHeader)
    case .footnoteDefinition:
      json.key("label")
      json.string(document.label(of: id))
    case .document, .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock, .blockQuote, .tableCell,
      .definition, .linkDefinition:
      break
    }
    json.key("children")
    json.openArray()
  }

  private func end(in json: inout JSONWriter) {
    json.close()
    json.close()
  }

  private func writeLeaf(
    _ block: Block, to json: inout JSONWriter, _ budget: inout ExpansionBudget,
    _ handOver: (inout JSONWriter) -> Void
  ) {
    json.openObject()
    writeMembers(of: block, to: &json)
    switch block.kind {
    case .heading(let level):
      json.key("level")
      json.number(level)
    case .tableCell(let alignment):
      json.key("alignment")
      json.string(alignment == .none ? nil : alignment.rawValue)
    case .codeBlock(let isFenced):
      json.key("fenced")
      json.bool(isFenced)
      json.key("info")
      json.string(document.info(of: block.id))
    case .document, .paragraph, .thematicBreak, .htmlBlock, .blockQuote, .alert, .list, .item, .table,
      .tableRow, .footnoteDefinition, .definition, .linkDefinition:
      break
    }
    switch block.kind {
    case .paragraph, .heading, .tableCell:
      let inlines = document.inlines(of: block.id)
      json.key("text")
      json.string(inlines.plainText)
      json.key("inlines")
      json.openArray()
      inlines.walk { event in
        switch event {
        case .enter(let id): json.start(id, of: inlines, &budget)
        case .exit: end(in: &json)
        }
        handOver(&json)
      }
      json.close()
    case .codeBlock, .htmlBlock:
      json.key("text")
      json.string(document.literal(of: block.id))
    case .linkDefinition:
      json.key("text")
      json.string(String(decoding: document.source[block.range], as: UTF8.self))
    case .document, .thematicBreak, .blockQuote, .alert, .list, .item, .table, .tableRow, .footnoteDefinition,
      .definition:
      break
    }
    json.close()
  }

  private func writeMembers(of block: Block, to json: inout JSONWriter) {
    json.key("kind")
    json.string(block.kind.name)
    json.writeRange(block.range)
    let lines = document.lines(of: block.id)
    json.key("lines")
    json.array { json in
      json.number(lines.lowerBound)
      json.number(lines.upperBound)
    }
  }
}

extension BlockKind {
  /// Its name in JSON.
  fileprivate var name: String {
    switch self {
    case .document: "document"
    case .blockQuote: "blockQuote"
    case .alert: "alert"
    case .list: "list"
    case .item: "item"
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .codeBlock: "codeBlock"
    case .htmlBlock: "htmlBlock"
    case .thematicBreak: "thematicBreak"
    case .linkDefinition: "linkDefinition"
    case .table: "table"
    case .tableRow: "tableRow"
    case .tableCell: "tableCell"
    case .footnoteDefinition: "footnoteDefinition"
    case .definition: "definition"
    }
  }
}
