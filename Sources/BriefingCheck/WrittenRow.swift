/// A row of a table as it is written: the parser drops the cells that no column is for.
enum WrittenRow {
  /// How many cells it has: bars that no backslash escapes divide it (GFM, section 4.10).
  static func cellCount(in row: ArraySlice<UInt8>) -> Int {
    var row = row
    while let first = row.first, isBlank(first) { row.removeFirst() }
    while let last = row.last, isBlank(last) { row.removeLast() }
    let bar = UInt8(ascii: "|")
    if row.first == bar { row.removeFirst() }
    var count = 1
    var isEscaped = false
    var endsWithBar = false
    for byte in row {
      endsWithBar = byte == bar && !isEscaped
      if endsWithBar { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return endsWithBar ? count - 1 : count
  }

  /// Whether bars divide the columns of a table, by the line below its header: it has one between any two columns (GFM,
  /// section 4.10), and that of a table whose columns stand below each other has dashes and blanks alone.
  ///
  /// - Parameter end: Where the header ends.
  static func hasBars(below end: Int, in source: [UInt8]) -> Bool {
    let isLineEnding = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let next = source[end...].drop { !isLineEnding($0) }.drop(while: isLineEnding)
    return next.prefix { !isLineEnding($0) }.contains(UInt8(ascii: "|"))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }
}
