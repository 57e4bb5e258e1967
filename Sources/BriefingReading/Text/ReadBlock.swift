/// A paragraph, item, heading, table or other block as it is read: without markup.
public struct ReadBlock: Hashable, Sendable {
  /// Its text. Hard breaks, lines of code and the borders of a table's cells are LF.
  public var text: String
  /// Stretches that are not torn apart where they are compared: emphasis, links, code spans. UTF-8 offsets, ascending.
  public var wholes: [Range<Int>]

  /// Makes a block.
  public init(text: String, wholes: [Range<Int>] = []) {
    self.text = text
    self.wholes = wholes
  }
}
