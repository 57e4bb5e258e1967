import BriefingTerminal

/// What a terminal sends: the first byte says how it is cut.
enum KeyTarget: FuzzTarget {
  static let name = "keys"

  /// Bytes that are kept of what is incomplete, at most: a paste has its limit, a sequence too.
  private static let limit = 8192

  static func test(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let input = bytes.dropFirst()
    let whole = events([input])
    expect(events(pieces(input, length: 1)) == whole, "cut into bytes, the keys are others")
    let length = Int(first) % 16 + 1
    expect(
      events(pieces(input, length: length)) == whole, "cut into pieces of \(length), the keys are others")
    checkRoom(input)
  }

  /// Cuts bytes into pieces of a length, but not behind an Escape: one that comes alone is a key of its own.
  private static func pieces(_ input: ArraySlice<UInt8>, length: Int) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = input
    while !rest.isEmpty {
      let escapes = rest.dropFirst(length - 1).prefix { $0 == 0x1B }
      let piece = rest[..<min(max(escapes.endIndex, rest.startIndex + length - 1) + 1, rest.endIndex)]
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }

  /// What the pieces say, with what is left when nothing more comes.
  private static func events(_ pieces: [ArraySlice<UInt8>]) -> [String] {
    var decoder = KeyDecoder()
    var events: [String] = []
    for piece in pieces { events += decoder.decode(piece).map { "\($0)" } }
    return events + decoder.flush().map { "\($0)" }
  }

  /// However long it goes on, little is kept.
  private static func checkRoom(_ input: ArraySlice<UInt8>) {
    guard !input.isEmpty else { return }
    var decoder = KeyDecoder()
    // No more than would show it: each byte costs a key, and libFuzzer lives on many inputs.
    let block = Array(repeatElement(input, count: 1024 / input.count + 1).joined())
    for _ in 0..<(limit / block.count + 2) { _ = decoder.decode(block) }
    // Its stored properties are nobody else's business.
    let kept = Mirror(reflecting: decoder).children.reduce(0) { sum, child in
      switch child.value {
      case let bytes as [UInt8]: sum + bytes.count
      case let bytes as [UInt8]?: sum + (bytes?.count ?? 0)
      default: sum
      }
    }
    expect(kept <= limit, "\(kept) bytes are kept")
  }

  static let seeds =
    [
      "\u{3}\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[1;5C\u{1B}[[A", "\u{1}\u{1B}[200~pasted\ntext\u{1B}[201~q",
      "\u{5}\u{1B}[200~\u{1B}[201\u{1B}[201~",
      "\u{2}é日本👨‍👩‍👧\u{1B}x\u{1B}é", "\u{4}\u{1B}\u{1B}[A\u{1B}\u{1B}\u{1B}O",
      "\u{7}\u{1B}[<0;10;20M\u{1B}[M !!\u{1B}]0;x\u{7}", "\u{6}\r\t\u{8}\u{7F}\0\u{1F}",
    ].map { Array($0.utf8) } + [[1, 0xE2, 0x82, 0x1B, 0xF0, 0x9F, 0xC3, 0x28, 0xFF, 0x9B, 0x41]]

  static let tokens = [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[[", "\u{1B}[200~", "\u{1B}[201~", "~", ";", "1;5", "A", "M",
    "\u{1B}[<", "\u{1B}[1;2", "é", "日", "👨",
  ]
}
