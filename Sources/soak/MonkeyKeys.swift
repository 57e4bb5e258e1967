import BriefingReader
import CommonMarkSamples

/// Draws what is typed in a burst.
struct MonkeyKeys {
  /// The bytes of a few keys, pastes, reports and nonsense.
  static func draw(using random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...(random.oneIn(8) ? 80 : 8), using: &random) {
      bytes += token(using: &random)
    }
    return bytes
  }

  private static func token(using random: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<52: tableKeys.randomElement(using: &random) ?? []
    case 52..<66: Array(letters.randomElement(using: &random).map { [$0] } ?? [])
    case 66..<72: control(using: &random)
    case 72..<78: Array((sequences.randomElement(using: &random) ?? "").utf8)
    case 78..<82: cut(using: &random)
    case 82..<86: mouse(using: &random)
    case 86..<91: paste(using: &random)
    case 91..<94:
      (0..<Int.random(in: 1...6, using: &random)).map { _ in UInt8.random(in: 0x80...0xFF, using: &random) }
    case 94..<98: Array((words.randomElement(using: &random) ?? "").utf8)
    // What ends the program comes seldom, or there would be nothing left to try.
    default:
      random.oneIn(12)
        ? [[UInt8(ascii: "q")], [UInt8(ascii: "Q")], [0x03]].randomElement(using: &random) ?? [] : [0x1A]
    }
  }

  /// What the command table knows, in the bytes of an xterm; without what ends the program.
  private static let tableKeys: [[UInt8]] = CommandTable.entries.flatMap(\.bindings)
    .filter { $0.command != .quit && $0.keys != "q" }.map { $0.keys.keys.flatMap(bytes) }

  private static func bytes(of key: Key) -> [UInt8] {
    let plain = bytes(of: key.code)
    let held = key.modifiers
    switch key.code {
    case .character(let character):
      let typed = held.contains(.control) ? [(character.asciiValue ?? 0) & 0x1F] : plain
      return held.contains(.alt) ? [0x1B] + typed : typed
    case .tab: return held.contains(.shift) ? Array("\u{1B}[Z".utf8) : plain
    case .backspace, .enter, .escape: return held.contains(.alt) ? [0x1B] + plain : plain
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .insert, .function:
      guard !held.isEmpty, let final = plain.last else { return plain }
      let number =
        1 + (held.contains(.shift) ? 1 : 0) + (held.contains(.alt) ? 2 : 0)
        + (held.contains(.control) ? 4 : 0)
      let start = final == UInt8(ascii: "~") ? plain.dropLast() : Array("\u{1B}[1".utf8)[...]
      return start + ";\(number)".utf8 + [final]
    }
  }

  private static func bytes(of code: Key.Code) -> [UInt8] {
    switch code {
    case .character(let character): Array(String(character).utf8)
    case .up: Array("\u{1B}[A".utf8)
    case .down: Array("\u{1B}OB".utf8)
    case .right: Array("\u{1B}OC".utf8)
    case .left: Array("\u{1B}[D".utf8)
    case .home: Array("\u{1B}OH".utf8)
    case .end: Array("\u{1B}[4~".utf8)
    case .pageUp: Array("\u{1B}[5~".utf8)
    case .pageDown: Array("\u{1B}[6~".utf8)
    case .enter: [0x0D]
    case .tab: [0x09]
    case .backspace: [0x7F]
    case .delete: Array("\u{1B}[3~".utf8)
    case .insert: Array("\u{1B}[2~".utf8)
    case .escape: [0x1B]
    case .function: Array("\u{1B}OP".utf8)
    }
  }

  private static let letters = (0x20..<0x7F as Range<UInt8>).filter {
    $0 != UInt8(ascii: "q") && $0 != UInt8(ascii: "Q")
  }

  /// Not `^C`, `^Z` and `^\`, of which each has its own chance.
  private static func control(using random: inout SeededGenerator) -> [UInt8] {
    let byte = UInt8.random(in: 0..<0x20, using: &random)
    return [0x03, 0x1A, 0x1C].contains(byte) && !random.oneIn(40) ? [0x0C] : [byte]
  }

  private static let sequences = [
    "\u{1B}[15~", "\u{1B}[24~", "\u{1B}[[A", "\u{1B}OS", "\u{1B}[1;5A", "\u{1B}[1;2P", "\u{1B}[3;5~",
    "\u{1B}[99~",
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}[200", "\u{1B}[;;;;m",
    "\u{1B}[1;1;1;1;1;1z",
    "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}P1+r\u{1B}\\", "\u{1B}\u{1B}[A", "\u{1B}\u{1B}\u{1B}", "\u{1B}[201~",
    "\u{9B}A",
    "\u{1B}[\u{1B}[B", "\u{1B}O\u{1B}OP", "\u{1B}[99999999999999999999~", "\u{1B}x", "\u{1B}é",
  ]

  private static func cut(using random: inout SeededGenerator) -> [UInt8] {
    let whole = Array((sequences.randomElement(using: &random) ?? "").utf8)
    return Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
  }

  private static func mouse(using random: inout SeededGenerator) -> [UInt8] {
    func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    switch number(3) {
    case 0:
      return Array("\u{1B}[<\(number(100));\(number(600));\(number(400))\(random.oneIn(2) ? "M" : "m")".utf8)
    case 1: return Array("\u{1B}[M".utf8) + (0..<3).map { _ in UInt8.random(in: 32...255, using: &random) }
    default: return Array("\u{1B}[\(number(100));\(number(600));\(number(400))M".utf8)
    }
  }

  static let pasteStart = Array("\u{1B}[200~".utf8)
  static let pasteEnd = Array("\u{1B}[201~".utf8)

  private static func paste(using random: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...(random.oneIn(20) ? 20_000 : 30), using: &random) {
      text += (words.randomElement(using: &random) ?? "").utf8
      if random.oneIn(8) { text.append(UInt8.random(in: 0...255, using: &random)) }
    }
    // What the terminal makes a signal of is none of the paste's.
    text.removeAll { [0x03, 0x1A, 0x1C].contains($0) }
    return (random.oneIn(12) ? [] : pasteStart) + text + (random.oneIn(8) ? [] : pasteEnd)
  }

  private static let words = [
    "the ", "missile", "turkey", "a", "é", "日本", "tag:nato ", "after:2025 ", "\"a phrase\" ", "-x ", "OR ",
    "word ", "\n", "\r\n",
    "\u{301}", "👨‍👩‍👧", "\u{202E}", "*", "section:", "1", "\0", "ss", "İ",
  ]
}
