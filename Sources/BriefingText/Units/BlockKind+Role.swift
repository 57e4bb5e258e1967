import CommonMark

extension BlockKind {
  /// The role of all text in such a container; nil where that depends on what is around it. An alert's text is the
  /// briefing's own.
  var role: Style.Role? {
    switch self {
    case .blockQuote: .quote
    case .alert: .text
    case .document, .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock, .list, .item, .table,
      .tableRow, .tableCell, .footnoteDefinition, .definition, .linkDefinition:
      nil
    }
  }
}
