/// Walks through a file and knows the line and column of where it is: of many places in order, each byte is looked at once.
struct SourceCursor {
  private let source: [UInt8]
  private var offset = 0
  private var position = Finding.Position(line: 1, column: 1)

  init(_ source: [UInt8]) { self.source = source }

  /// The position of a byte, which is not before that of the last call.
  ///
  /// CR LF, LF and CR end a line (CommonMark 0.31.2, section 2.1).
  mutating func position(of target: Int) -> Finding.Position {
    while offset < min(target, source.count) {
      let byte = source[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\n"): position = .init(line: position.line + 1, column: 1)
      case UInt8(ascii: "\r"):
        // Of CR LF the second ends the line.
        guard offset == source.count || source[offset] != UInt8(ascii: "\n") else { continue }
        position = .init(line: position.line + 1, column: 1)
      case _ where byte & 0xC0 == 0x80: continue
      default: position.column += 1
      }
    }
    return position
  }
}
