/// A row of the table of blocks: 28 bytes, what only some kinds need in two shared fields. See ``BlockTable``.
struct BlockRow: Sendable {
  /// The kinds without their payload.
  enum Tag: UInt8, Sendable {
    case document, blockQuote, alert, list, item, paragraph, heading, fencedCode, indentedCode, htmlBlock
    case thematicBreak, linkDefinition, table, tableRow, tableCell, footnoteDefinition, definition
  }

  /// One bit each; the meaning of a bit does not depend on the kind.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// `first` and `second` are an index into the table of lines and a count, not a range of the source.
    static let isSegmented = Flags(rawValue: 1 << 0)
    /// A list with a blank line between two of its blocks.
    static let isLoose = Flags(rawValue: 1 << 1)
    static let hasTaskBox = Flags(rawValue: 1 << 2)
    static let isDone = Flags(rawValue: 1 << 3)
    /// A table's header row.
    static let isHeader = Flags(rawValue: 1 << 4)
    static let isOrdered = Flags(rawValue: 1 << 5)
    /// A quote that opened with an alert's marker and has nothing else so far.
    static let isPendingAlert = Flags(rawValue: 1 << 6)
    /// A table cell with `\|` in it.
    static let hasEscapedPipe = Flags(rawValue: 1 << 7)
  }

  var tag: Tag
  var flags: Flags = []
  /// A heading's level, a list's delimiter, an alert's or alignment's place among its cases.
  var detail: UInt8 = 0
  var start: Int32
  var end: Int32
  var parent: Int32
  /// -1 where nothing follows.
  var next: Int32 = -1
  /// Leaves: where the content starts (or its first line); list: the start number; item: the ordinal; alert: where its
  /// own title starts, which is empty where it has none;
  /// table: the number of columns; table row: the first of its cells that are kept apart; link definition: its place among
  /// the definitions.
  var first: Int32 = 0
  /// Leaves: where the content ends (or the number of its lines); list: the number of items; alert: where its title ends;
  /// table row: how many cells are kept apart, and one more where others follow them.
  var second: Int32 = 0

  init(_ tag: Tag, start: Int, parent: Int32) {
    self.tag = tag
    self.start = Int32(truncatingIfNeeded: start)
    self.end = self.start
    self.parent = parent
  }
}

/// A line of a leaf whose lines do not follow each other in the source.
struct LineRow: Sendable {
  private let startOffset: UInt32
  /// The end in the low 30 bits, the padding in the high two.
  private let endAndPadding: UInt32

  init(start: Int, end: Int, padding: Int = 0) {
    startOffset = UInt32(truncatingIfNeeded: start)
    endAndPadding = UInt32(truncatingIfNeeded: end) | UInt32(truncatingIfNeeded: padding) << 30
  }

  var start: Int { Int(startOffset) }
  /// Behind the last byte, the line ending not included.
  var end: Int { Int(endAndPadding & 0x3FFF_FFFF) }
  /// Spaces in front that a tab, consumed in part by the containers, still stands for (section 2.2).
  var padding: Int { Int(endAndPadding >> 30) }
}
