import BriefingReader

/// What a terminal tells of the mouse: in xterm's form with numbers (`ESC [ < 0 ; 12 ; 5 M`, mode 1006), and in the older one
/// of three bytes (`ESC [ M`), which is passed over: nobody has asked for it, and its bytes would be keys.
enum MouseReport {
  /// What the start of some bytes is.
  enum Reading: Equatable {
    /// A report of so many bytes; nil for one that means nothing here.
    case report(Mouse?, length: Int)
    /// The start of one.
    case incomplete
  }

  /// Whether bytes start as a report does, and nothing else.
  static func isStart(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "\u{1B}[<".utf8) || bytes.starts(with: "\u{1B}[M".utf8)
  }

  /// Reads what starts as a report does.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    let body = bytes.dropFirst(3)
    if bytes[bytes.startIndex + 2] == UInt8(ascii: "M") {
      // A byte that is none of a report ends it.
      let own = body.prefix(3).prefix { $0 >= 0x20 }
      return own.count == 3 || own.count < body.count ? .report(nil, length: 3 + own.count) : .incomplete
    }
    let numbers = body.prefix { isDigit($0) || $0 == UInt8(ascii: ";") }
    guard numbers.count < body.count else { return .incomplete }
    let final = body[numbers.endIndex]
    let isFinal = 0x40...0x7E ~= final
    let length = 3 + numbers.count + (isFinal ? 1 : 0)
    return .report(final == UInt8(ascii: "M") ? mouse(numbers) : nil, length: length)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  /// Button, column and row. Of the modifiers Shift is the terminal's own, and the others mean nothing here.
  private static func mouse(_ numbers: ArraySlice<UInt8>) -> Mouse? {
    let parts = numbers.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ 1...5 ~= $0.count }) else { return nil }
    let values = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    guard values[1] > 0, values[2] > 0 else { return nil }
    let position = Frame.Position(row: values[2] - 1, column: values[1] - 1)
    return switch values[0] {
    case 0: Mouse(.press, at: position)
    case 64: Mouse(.wheel(.backward), at: position)
    case 65: Mouse(.wheel(.forward), at: position)
    default: nil
    }
  }
}
