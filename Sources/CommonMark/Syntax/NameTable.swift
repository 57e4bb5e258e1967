/// A generated table of names: lines in the order of their bytes, each a name with the sign that ends it, then its value.
enum NameTable {
  /// Finds a name, with the sign that ends it: a binary search over the lines as they are.
  ///
  /// - Returns: The offset after the name, where its value starts; nil where it has none.
  static func value(of name: Span<UInt8>, in table: Span<UInt8>) -> Int? {
    var low = 0
    var high = table.count
    while low < high {
      var line = (low + high) / 2
      while line > low, table[line - 1] != UInt8(ascii: "\n") { line -= 1 }
      var index = 0
      while index < name.count, table[line + index] == name[index] { index += 1 }
      if index == name.count { return line + index }
      if table[line + index] < name[index] {
        low = table.endOfLine(from: line) + 1
      } else {
        high = line
      }
    }
    return nil
  }
}
