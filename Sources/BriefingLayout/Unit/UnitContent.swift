import CommonMark

/// What a unit shows, whatever the width.
enum UnitContent: Sendable {
  /// Running text; empty for a container without content. Where one of its own lines goes on below, it is set in by
  /// `hang` columns.
  case flow(UnitText, hang: Int = 0)
  /// Preformatted text and the caption above it.
  case code(UnitText, caption: String)
  case table(TableText)
  case thematicBreak

  /// The text that find, places and highlights count in.
  var text: UnitText {
    switch self {
    case .flow(let text, _), .code(let text, _): text
    case .table(let table): table.text
    case .thematicBreak: UnitText()
    }
  }

  /// Reads what a unit shows out of its document.
  init(_ document: Document, _ table: UnitTable, unit: Int, _ codes: CodeCache) {
    let id = table.units[unit].block
    var builder = UnitTextBuilder()
    switch document[id].kind {
    case .paragraph:
      InlineFlattener.append(
        document.inlines(of: id), role: UnitContent.textRole(of: id, document), table.footnotes, to: &builder)
      self = .flow(builder.finish())
    case .heading(let level):
      let role: Style.Role = id == table.title ? .title : level <= table.topLevel ? .heading : .subheading
      InlineFlattener.append(document.inlines(of: id), role: role, table.footnotes, to: &builder)
      self = .flow(builder.finish())
    case .htmlBlock:
      HTMLText.append(
        document.literal(of: id), role: UnitContent.textRole(of: id, document), to: &builder)
      self = .flow(builder.finish())
    case .codeBlock:
      let slice = table.units[unit]
      builder.append(
        verbatim: codes.slices(of: id, in: document)[slice], Style(.code))
      let language = document.info(of: id).split(whereSeparator: \.isWhitespace).first
      self = .code(builder.finishVerbatim(), caption: slice.slice == 0 ? String(language ?? "") : "")
    case .table(let columns):
      self = .table(TableText(document, id, columns: columns, table.footnotes))
    case .thematicBreak:
      self = .thematicBreak
    default:
      self = .flow(UnitText())
    }
  }

  /// Text within a block quote says so; an alert's is the briefing's own.
  private static func textRole(of block: BlockID, _ document: Document) -> Style.Role {
    var ancestor = document[block].parent
    while let id = ancestor {
      switch document[id].kind {
      case .blockQuote: return .quote
      case .alert: return .text
      default: ancestor = document[id].parent
      }
    }
    return .text
  }
}
