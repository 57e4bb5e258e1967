import CommonMark

/// What a unit shows, whatever the width.
package enum UnitContent: Sendable {
  /// Running text; empty for a container without content. Where one of its own lines goes on below, it is set in by
  /// `hang` columns.
  case flow(UnitText, hang: Int = 0)
  /// Preformatted text and the caption above it.
  case code(UnitText, caption: String)
  case table(TableText)
  case thematicBreak

  /// The text that find, places and highlights count in.
  package var text: UnitText {
    switch self {
    case .flow(let text, _), .code(let text, _): text
    case .table(let table): table.text
    case .thematicBreak: UnitText()
    }
  }

  /// Reads what a unit shows out of its document: one that is not a slice of a leaf that is cut because it is long.
  package init(_ document: Document, _ table: UnitTable, unit: Int, _ codes: CodeCache) {
    let unit = table.units[unit]
    let id = unit.block
    switch document[id].kind {
    case .paragraph, .heading, .htmlBlock:
      self = .flow(UnitContent.flow(of: id, document, table.roles, table.footnotes) ?? UnitText())
    case .codeBlock where unit.slices > 1:
      var builder = UnitTextBuilder()
      builder.append(verbatim: codes.slices(of: id, in: document)[unit], Style(.code))
      let caption = unit.slice == 0 ? UnitContent.caption(of: id, document) : ""
      self = .code(builder.finishVerbatim(), caption: caption)
    case .codeBlock:
      let content = UnitContent.code(of: id, document)
      self = .code(content.text, caption: content.caption)
    case .table(let columns):
      self = .table(TableText(document, id, columns: columns, table.footnotes))
    case .thematicBreak:
      self = .thematicBreak
    // Containers without content, and what no unit shows.
    case .document, .blockQuote, .alert, .list, .item, .tableRow, .tableCell, .footnoteDefinition,
      .definition,
      .linkDefinition:
      self = .flow(UnitText())
    }
  }

  /// The text of a paragraph, a heading or an HTML block; nil when `isCancelled`, which is asked now and then, returns
  /// true.
  package static func flow(
    of id: BlockID, _ document: Document, _ roles: LeafRoles, _ footnotes: FootnoteMarks,
    isCancelled: () -> Bool = { false }
  ) -> UnitText? {
    var builder = builder(of: id, document, roles, footnotes, isCancelled)
    return builder?.finish()
  }

  /// The same of one that may be as long as a file.
  package static func longFlow(
    of id: BlockID, _ document: Document, _ roles: LeafRoles, _ footnotes: FootnoteMarks,
    isCancelled: () -> Bool
  ) -> LongUnitText? {
    var builder = builder(of: id, document, roles, footnotes, isCancelled)
    return builder?.finishLong()
  }

  private static func builder(
    of id: BlockID, _ document: Document, _ roles: LeafRoles, _ footnotes: FootnoteMarks,
    _ isCancelled: () -> Bool
  ) -> UnitTextBuilder? {
    // Nearly all of the source is text, as a rule.
    var builder = UnitTextBuilder(capacity: document[id].range.count)
    let role = roles.role(of: id, document)
    let isComplete =
      document[id].kind == .htmlBlock
      ? HTMLText.append(id, of: document, role: role, to: &builder, isCancelled: isCancelled)
      : append(id, of: document, role, footnotes, to: &builder, isCancelled)
    return isComplete ? builder : nil
  }

  private static func append(
    _ id: BlockID, of document: Document, _ role: Style.Role, _ footnotes: FootnoteMarks,
    to builder: inout UnitTextBuilder, _ isCancelled: () -> Bool
  ) -> Bool {
    var leaves = LeafReader(document)
    return InlineFlattener.append(id, &leaves, role: role, footnotes, to: &builder, isCancelled: isCancelled)
  }

  /// The text of a whole code block, without the line ending after its last line, and its caption.
  package static func code(of id: BlockID, _ document: Document) -> (text: UnitText, caption: String) {
    var builder = UnitTextBuilder()
    let literal = document.shownCode(of: id)
    let isEnded = literal.utf8.last == 0x0A
    builder.append(verbatim: isEnded ? literal.dropLast() : literal[...], Style(.code))
    return (builder.finishVerbatim(), caption(of: id, document))
  }

  /// The same of one that may be as long as a file.
  package static func longCode(of id: BlockID, _ document: Document) -> (text: LongUnitText, caption: String)
  {
    var bytes = document.shownCodeBytes(of: id)
    if bytes.last == 0x0A { bytes.removeLast() }
    let runs = bytes.isEmpty ? [] : [UnitText.Run(range: 0..<bytes.count, style: Style(.code))]
    return (LongUnitText(bytes: bytes, runs: runs, links: []), caption(of: id, document))
  }

  /// Bytes of a caption at most.
  private static let longestCaption = 4096

  /// The language of a code block; empty where it says none, or what no page is wide enough for.
  private static func caption(of id: BlockID, _ document: Document) -> String {
    let info = document.info(of: id)
    // `{r setup, echo=FALSE}`, `{.swift .numbered}` and `js{1,3}` of R Markdown, pandoc and site generators.
    let name = info.drop { "{. ".contains($0) }
    let language = name.prefix { !$0.isWhitespace && !"{},".contains($0) }
    return language.utf8.count > longestCaption ? "" : String(language)
  }
}
