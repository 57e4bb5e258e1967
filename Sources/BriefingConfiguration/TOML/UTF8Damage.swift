/// Bytes of a text that are not UTF-8.
enum UTF8Damage {
  /// The place of the first such byte of each line that has one.
  static func positions(in text: ArraySlice<UInt8>) -> [SourcePosition] {
    guard String(validating: text, as: UTF8.self) == nil else { return [] }
    var positions: [SourcePosition] = []
    var line = 1
    var rest = text
    while !rest.isEmpty {
      let content = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      if String(validating: content, as: UTF8.self) == nil {
        let scalars = String(decoding: content, as: UTF8.self).unicodeScalars
        positions.append(SourcePosition(line: line, column: scalars.prefix { $0 != "\u{FFFD}" }.count + 1))
      }
      rest = rest[content.endIndex...]
      // CR and LF end one line.
      if rest.first == 0x0D, rest.dropFirst().first == 0x0A { rest.removeFirst() }
      rest = rest.dropFirst()
      line += 1
    }
    return positions
  }
}
