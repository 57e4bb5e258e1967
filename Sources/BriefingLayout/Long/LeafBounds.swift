import BriefingText

/// How much of a leaf is laid out at once: the event loop waits for as much at a key.
package struct LeafBounds: Hashable, Sendable {
  /// Bytes of source that a leaf has at most that is one unit, and read when it is laid out.
  package var leaf = 64 << 10
  /// Bytes of text in a slice of a longer one.
  package var slice = 32 << 10
  /// Cells in a slice of a table, beside the row that exceeds it; also the most columns that a long table may have.
  package var cells = 8192
  /// Links, and stretches of one style, in a slice; also the marks in the source of a leaf that is read when it is laid
  /// out: a screen can have many leaves that are nothing but marks, and a row each.
  package var marks = 1024
  /// Scalars in a slice that take no column: a screen has many slices that are one row each.
  package var invisibles = 2048
  /// Lines of code in a slice.
  package var lines = UnitTable.sliceLines
  /// Bytes that the cells of a long table's header have on average at most: they may stand before each value.
  package var header = 256

  /// The bounds of the program.
  package init() {}
}
