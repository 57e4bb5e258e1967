/// A block that is open and can hold others: 12 bytes, for a file can nest as deep as it is long.
struct Container {
  enum Kind: UInt8 {
    case document, blockQuote, list, item, footnoteDefinition, definition
  }

  private let rowIndex: Int32
  private var lastChildIndex: Int32 = -1
  let kind: Kind
  /// At most 17: three columns, ten of the marker, four of padding.
  private var indent: UInt8 = 0

  init(_ kind: Kind, row: Int) {
    self.kind = kind
    rowIndex = Int32(truncatingIfNeeded: row)
  }

  var row: Int { Int(rowIndex) }

  /// The row of its last child; -1 as long as it is empty.
  var lastChild: Int {
    get { Int(lastChildIndex) }
    set { lastChildIndex = Int32(truncatingIfNeeded: newValue) }
  }

  /// Items: the columns that a line is indented by to belong to it.
  var contentIndent: Int {
    get { Int(indent) }
    set { indent = UInt8(truncatingIfNeeded: newValue) }
  }
}
