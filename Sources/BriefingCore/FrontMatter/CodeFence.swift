/// A line that opens or closes a fenced code block.
struct CodeFence {
  let mark: UInt8
  let count: Int
  /// What stands after the marks, without white space, in lower case.
  let info: String

  /// Reads a line that starts with three backquotes or tildes or more, not indented.
  init?(_ line: ArraySlice<UInt8>) {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let count = line.prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    let rest = line.dropFirst(count)
    guard rest.count <= 200, !rest.contains(UInt8(ascii: "`")) else { return nil }
    self.mark = mark
    self.count = count
    info = String(decoding: rest, as: UTF8.self).trimmingSpaces.lowercased()
  }

  /// Whether it closes a block that another opened.
  func closes(_ open: CodeFence) -> Bool { info.isEmpty && mark == open.mark && count >= open.count }
}
