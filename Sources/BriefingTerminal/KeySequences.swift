import BriefingReader

/// Which bytes stand for which key: what the terminal database says, and besides it what terminals send in
/// practice, since terminals often differ from what TERM promises.
struct KeySequences {
  /// What the start of some bytes is.
  enum Match: Equatable {
    /// A key of this many bytes.
    case key(Key, length: Int)
    /// The start of a key, if more follows.
    case start
    case none
  }

  /// Terminfo's names of the keys that are known here.
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .insert), ("kcbt", .backTab),
      ("kent", .enter), ("kbs", .backspace),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  private typealias Entry = (sequence: [UInt8], key: Key)

  /// The terminal's own, which win over the usual ones; of two that are the same the last counts. They are few: to go through
  /// them at a key costs less than a dictionary does at the start.
  private let own: [Entry]

  /// Makes the table of one terminal.
  init(terminal: [(sequence: [UInt8], key: Key)] = []) {
    // A single byte is not a sequence: some terminals call DEL their Delete key, and it is Backspace's byte.
    own = terminal.filter { $0.sequence.count > 1 && $0.sequence[0] == 0x1B }
  }

  /// What terminals send in practice: made when the first key of several bytes comes.
  private static let usual: [Entry] = {
    var keys: [Entry] = []
    for (final, key) in cursorKeys {
      keys.append((bytes("[\(final)"), key))
      keys.append((bytes("O\(final)"), key))
    }
    for (number, key) in numberedKeys { keys.append((bytes("[\(number)~"), key)) }
    for (sequence, key) in otherKeys { keys.append((bytes(sequence), key)) }
    return keys
  }()

  private var longest: Int {
    max(own.map(\.sequence.count).max() ?? 0, Self.usual.map(\.sequence.count).max() ?? 0)
  }

  /// The key of a whole sequence.
  private func key(of sequence: some Sequence<UInt8>) -> Key? {
    let isSame = { (entry: Entry) in entry.sequence.elementsEqual(sequence) }
    return (own.last(where: isSame) ?? Self.usual.last(where: isSame))?.key
  }

  /// What the start of `bytes`, which begin with Escape, is.
  func match(_ bytes: ArraySlice<UInt8>) -> Match {
    let longest = longest
    for length in stride(from: min(longest, bytes.count), to: 1, by: -1) {
      if let key = key(of: bytes.prefix(length)) { return .key(key, length: length) }
    }
    if let match = modified(bytes) { return match }
    let isStart = { (entry: Entry) in entry.sequence.count > bytes.count && entry.sequence.starts(with: bytes)
    }
    return own.contains(where: isStart) || Self.usual.contains(where: isStart) ? .start : .none
  }

  /// The key of a character that came alone.
  static func key(for scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x00..<0x20: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    default: .character(Character(scalar))
    }
  }

  /// xterm's form of a key with Shift, Alt or Control (`ESC [ 1 ; 5 A`, `ESC [ 5 ; 2 ~`). The number is one more
  /// than the sum of 1 for Shift, 2 for Alt, 4 for Control and 8 for Meta, which is taken for Alt.
  private func modified(_ bytes: ArraySlice<UInt8>) -> Match? {
    guard bytes.starts(with: Self.bytes("[")) else { return nil }
    let body = bytes.dropFirst(2)
    guard let semicolon = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard body[..<semicolon].allSatisfy(isDigit) else { return nil }
    guard let end = body[(semicolon + 1)...].firstIndex(where: { !isDigit($0) }) else { return .start }
    let plain =
      bytes[end] == UInt8(ascii: "~")
      ? Array(bytes[..<semicolon]) + [bytes[end]] : Self.bytes("[") + [bytes[end]]
    guard var key = key(of: plain) else { return nil }
    let held = (Int(String(decoding: body[(semicolon + 1)..<end], as: UTF8.self)) ?? 1) - 1
    if held & 1 != 0 { key.modifiers.insert(.shift) }
    if held & (2 | 8) != 0 { key.modifiers.insert(.alt) }
    if held & 4 != 0 { key.modifiers.insert(.control) }
    return .key(key, length: end + 1 - bytes.startIndex)
  }

  private static func bytes(_ sequence: String) -> [UInt8] { [0x1B] + Array(sequence.utf8) }

  /// By the last character, after `ESC [` or `ESC O`.
  private static let cursorKeys: [(Character, Key)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
  ]

  /// By the number between `ESC [` and `~`: DEC's, with rxvt's and the Linux console's Home and End.
  private static let numberedKeys: [(Int, Key)] = [
    (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
    (11, .function(1)), (12, .function(2)), (13, .function(3)), (14, .function(4)), (15, .function(5)),
    (17, .function(6)), (18, .function(7)), (19, .function(8)), (20, .function(9)), (21, .function(10)),
    (23, .function(11)), (24, .function(12)),
  ]

  /// After Escape: Shift-Tab, the keypad's Enter, the Linux console's F1 to F5, and rxvt's arrows with Shift and
  /// Control.
  private static let otherKeys: [(String, Key)] = [
    ("[Z", .backTab), ("OM", .enter), ("[[A", .function(1)), ("[[B", .function(2)), ("[[C", .function(3)),
    ("[[D", .function(4)), ("[[E", .function(5)),
    ("[a", Key(.up, .shift)), ("[b", Key(.down, .shift)), ("[c", Key(.right, .shift)),
    ("[d", Key(.left, .shift)), ("Oa", Key(.up, .control)), ("Ob", Key(.down, .control)),
    ("Oc", Key(.right, .control)), ("Od", Key(.left, .control)),
  ]
}
