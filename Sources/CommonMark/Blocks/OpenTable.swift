/// What the rows of the table that is open need to know.
struct OpenTable {
  /// Places among ``BlockKind/Alignment``'s cases, one a column.
  var alignments: [UInt8] = []
  var lastRow = -1
  /// Where its columns stand; nil where signs divide its cells.
  var columns: TextColumns?
  /// Where the line of dashes starts that closes it, if that was looked for; blank lines before it divide rows.
  var closingLine: Int?
  /// Where lines begin to be rows; those before belong to the header.
  var firstRow = 0
  /// How many cells the rows may still have that nobody wrote. HTML and layout show each of them, so for a file of
  /// short rows below a wide header they would grow with the square of its size; the row after the one that uses
  /// them up ends its table.
  var missingCells = 0
}
