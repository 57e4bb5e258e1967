extension BlockRow.Tag {
  /// Whether ``Document/inlines(of:)`` has something to parse.
  var hasInlines: Bool { self == .paragraph || self == .heading || self == .tableCell }

  /// Whether ``Document/literal(of:)`` has something to show.
  var isLiteral: Bool { self == .fencedCode || self == .indentedCode || self == .htmlBlock }

  /// Whether it is a leaf of the tree of blocks.
  var isLeaf: Bool {
    switch self {
    case .paragraph, .heading, .fencedCode, .indentedCode, .htmlBlock, .thematicBreak, .linkDefinition,
      .tableCell:
      true
    case .document, .blockQuote, .alert, .list, .item, .table, .tableRow, .footnoteDefinition, .definition:
      false
    }
  }
}

extension BlockRow {
  /// The kind with its payload.
  var kind: BlockKind {
    switch tag {
    case .document: .document
    case .blockQuote: .blockQuote
    case .alert: .alert(BlockKind.AlertKind.allCases[Int(detail)])
    case .list:
      .list(
        BlockKind.List(
          start: flags.contains(.isOrdered) ? Int(first) : nil, delimiter: detail,
          isTight: !flags.contains(.isLoose), count: Int(second)))
    case .item:
      .item(
        BlockKind.Item(
          ordinal: Int(first), isDone: flags.contains(.hasTaskBox) ? flags.contains(.isDone) : nil))
    case .paragraph: .paragraph
    case .heading: .heading(level: Int(detail))
    case .fencedCode: .codeBlock(isFenced: true)
    case .indentedCode: .codeBlock(isFenced: false)
    case .htmlBlock: .htmlBlock
    case .thematicBreak: .thematicBreak
    case .linkDefinition: .linkDefinition
    case .table: .table(columns: Int(first))
    case .tableRow: .tableRow(isHeader: flags.contains(.isHeader))
    case .tableCell: .tableCell(BlockKind.Alignment.allCases[Int(detail)])
    case .footnoteDefinition: .footnoteDefinition
    case .definition: .definition
    }
  }
}
