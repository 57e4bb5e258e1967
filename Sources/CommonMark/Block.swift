/// A block's place in its document's table.
///
/// Identifiers are in document order, a container before its contents: `a < b` says that `a` starts first.
public struct BlockID: Hashable, Strideable, Sendable {
  /// 0-based index of the row; 0 is the document itself.
  public let index: Int32

  /// Makes the identifier of a row.
  public init(index: Int32) { self.index = index }

  /// Document order.
  public static func < (a: BlockID, b: BlockID) -> Bool { a.index < b.index }

  /// How many rows further on another one is.
  public func distance(to other: BlockID) -> Int { Int(other.index) - Int(index) }

  /// The identifier of the row that many rows further on.
  public func advanced(by count: Int) -> BlockID { BlockID(index: index + Int32(count)) }
}

/// One row of a document's table of blocks.
public struct Block: Identifiable, Sendable {
  /// Its place in the table.
  public let id: BlockID
  /// What it is.
  public var kind: BlockKind
  /// Bytes of the source that it covers, its markers included and its last line ending not.
  public var range: Range<Int>
  /// The container that holds it; nil for the document.
  public var parent: BlockID?
  /// Its first child block, if it has any.
  public var firstChild: BlockID?
  /// The block that follows it in the same container.
  public var next: BlockID?
}

/// The kinds of block: CommonMark 0.31.2 chapters 4 and 5, GFM's tables, footnotes and alerts.
public enum BlockKind: Hashable, Sendable {
  /// The root.
  case document
  /// Section 5.1.
  case blockQuote
  /// A block quote that opens with `[!NOTE]` or one of its siblings; its marker line is not among its children.
  case alert(AlertKind)
  /// Section 5.3; its children are items.
  case list(List)
  /// Section 5.2.
  case item(Item)
  /// Section 4.8; has inlines.
  case paragraph
  /// Sections 4.2 and 4.3, `level` 1 to 6; has inlines.
  case heading(level: Int)
  /// Sections 4.4 and 4.5; has literal lines.
  case codeBlock(isFenced: Bool)
  /// Section 4.6; has literal lines.
  case htmlBlock
  /// Section 4.1.
  case thematicBreak
  /// Section 4.7; shows nothing.
  case linkDefinition
  /// GFM; its children are rows, the header first, which has a cell for each column.
  case table(columns: Int)
  /// GFM; its children are the cells that are written, at least one and at most as many as the table has columns.
  /// Where there are fewer, the row shows empty cells for the rest.
  case tableRow(isHeader: Bool)
  /// GFM; has inlines.
  case tableCell(Alignment)
  /// `[^label]: …`; a container.
  case footnoteDefinition
  /// What stands after `: ` below a term, which is the paragraph in front of it (``Extensions/definitionLists``); a container.
  case definition

  /// What a list says of its items.
  public struct List: Hashable, Sendable {
    /// The number that the first item carries; nil for a bullet list.
    public var start: Int?
    /// The byte of the marker: `-` `+` `*`, or `.` `)` after a number.
    public var delimiter: UInt8
    /// Whether its paragraphs stand without blank lines between them (section 5.3).
    public var isTight: Bool
    /// How many items it has.
    public var count: Int

    /// Makes the description of a list.
    public init(start: Int?, delimiter: UInt8, isTight: Bool, count: Int) {
      self.start = start
      self.delimiter = delimiter
      self.isTight = isTight
      self.count = count
    }
  }

  /// What an item says of itself.
  public struct Item: Hashable, Sendable {
    /// 0-based place in its list.
    public var ordinal: Int
    /// GFM task list items: whether the box is ticked; nil where there is no box.
    public var isDone: Bool?

    /// Makes the description of an item.
    public init(ordinal: Int, isDone: Bool? = nil) {
      self.ordinal = ordinal
      self.isDone = isDone
    }
  }

  /// GitHub's five alerts.
  public enum AlertKind: String, Hashable, Sendable, CaseIterable {
    /// `[!NOTE]`.
    case note
    /// `[!TIP]`.
    case tip
    /// `[!IMPORTANT]`.
    case important
    /// `[!WARNING]`.
    case warning
    /// `[!CAUTION]`.
    case caution
  }

  /// A table column's alignment.
  public enum Alignment: String, Hashable, Sendable, CaseIterable {
    /// `---`: not said.
    case none
    /// `:--`.
    case left
    /// `:-:`.
    case center
    /// `--:`.
    case right
  }
}

extension BlockKind {
  /// What a block has in it: whoever only wants that asks for it, and need not know of a kind that is new.
  package enum Content {
    /// Other blocks.
    case blocks
    /// Text that is parsed to inlines.
    case inlines
    /// Lines as they are written.
    case literal
    /// Nothing that is shown as text.
    case nothing
  }

  /// What it has in it.
  package var content: Content {
    switch self {
    case .document, .blockQuote, .alert, .list, .item, .table, .tableRow, .footnoteDefinition, .definition:
      .blocks
    case .paragraph, .heading, .tableCell: .inlines
    case .codeBlock, .htmlBlock: .literal
    case .thematicBreak, .linkDefinition: .nothing
    }
  }

  /// Whether it holds other blocks; the others hold inlines, literal lines or nothing.
  public var isContainer: Bool { content == .blocks }

  /// Whether what is in it stands further in than what is around it, behind a bar, a marker or space.
  package var isLevel: Bool {
    switch self {
    case .blockQuote, .alert, .item, .footnoteDefinition, .definition: true
    case .document, .list, .table, .tableRow, .tableCell, .paragraph, .heading, .codeBlock, .htmlBlock,
      .thematicBreak, .linkDefinition:
      false
    }
  }
}
