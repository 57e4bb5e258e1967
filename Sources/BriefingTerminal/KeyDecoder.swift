import BriefingReader

/// Turns the bytes that a terminal sends into keys and pastes.
///
/// ncurses' own `wget_wch` reads byte by byte, loses a character whose bytes arrive in two reads, and knows no
/// paste; this keeps what is incomplete until more arrives.
package struct KeyDecoder {
  private let sequences: KeySequences
  private var pending: [UInt8] = []
  /// Whether an Escape starts `pending` that came alone. A terminal sends Alt and a key in one piece: what comes later is a
  /// key of its own. The sequences of other keys are waited for, since nobody types those.
  private var isEscapeAlone = false
  /// What a bracketed paste has brought so far; nil outside of one.
  private var paste: [UInt8]?

  /// How long the start of a sequence waits for the rest: longer than a slow line takes between two bytes, too
  /// short to be noticed.
  private static let escapeDelay = Duration.milliseconds(25)
  /// How long a paste waits for more. What comes later is keys again, so it is much longer.
  private static let pasteDelay = Duration.milliseconds(500)
  /// Bytes that are kept of a paste: more than a prompt takes, so that ``LineEditor`` sees that it was cut.
  private static let pasteLimit = 4 * (LineEditor.limit + 1)
  /// Bytes of the longest sequence that is waited for. Those of keys have less than 20.
  private static let sequenceLimit = 64

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Makes a decoder that knows the sequences besides the usual ones.
  init(_ sequences: KeySequences) { self.sequences = sequences }

  /// Makes a decoder that knows the usual ones.
  package init() { self.init(KeySequences()) }

  /// How long a report of the mouse waits for the rest. Nobody types what it starts with, and what is cut off would be keys.
  private static let mouseDelay = Duration.milliseconds(500)

  /// How long to wait for more after the last byte, before ``flush()``; nil where nothing is incomplete.
  var patience: Duration? {
    if paste != nil { return Self.pasteDelay }
    if MouseReport.isStart(pending[...]) { return Self.mouseDelay }
    return pending.isEmpty ? nil : Self.escapeDelay
  }

  /// Takes bytes in and gives what is complete.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Event] {
    if pending == [Self.escape], paste == nil { isEscapeAlone = true }
    pending += bytes
    return decode(isComplete: false)
  }

  /// Nothing more came in time: what waits is all there is. An Escape was a key, and a paste is over, though its
  /// end is missing.
  package mutating func flush() -> [Event] {
    var events: [Event] = []
    if let text = paste {
      events.append(.paste(String(decoding: text, as: UTF8.self)))
      paste = nil
      // An Escape alone was a key; more is a piece of the end.
      if pending.count > 1 { pending = [] }
    }
    return events + decode(isComplete: true)
  }

  /// Forgets what is incomplete.
  mutating func forget() {
    pending = []
    isEscapeAlone = false
    paste = nil
  }

  private mutating func decode(isComplete: Bool) -> [Event] {
    var events: [Event] = []
    var start = 0
    while start < pending.count {
      if paste != nil {
        guard let end = endOfPaste(from: start, &events) else { break }
        start = end
        continue
      }
      guard let (length, token) = token(at: start, isComplete: isComplete) else { break }
      start += length
      switch token {
      case .key(let key): events.append(.key(key))
      case .mouse(let mouse): events.append(.mouse(mouse))
      case .pasteStart: paste = []
      case .unknown: break
      }
    }
    pending.removeFirst(start)
    if start > 0 || pending.isEmpty { isEscapeAlone = false }
    return events
  }

  private enum Token {
    case key(Key)
    case pasteStart
    case mouse(Mouse)
    /// A sequence that no key of ours sends.
    case unknown
  }

  /// Collects a paste; the index after its end, or nil where the end has not come.
  private mutating func endOfPaste(from start: Int, _ events: inout [Event]) -> Int? {
    var end = start
    while end < pending.count {
      guard pending[end] == Self.escape else {
        end += 1
        continue
      }
      let rest = pending[end...].prefix(Self.pasteEnd.count)
      if rest.elementsEqual(Self.pasteEnd) {
        keepOfPaste(pending[start..<end])
        events.append(.paste(String(decoding: paste ?? [], as: UTF8.self)))
        paste = nil
        return end + Self.pasteEnd.count
      }
      if Self.pasteEnd.starts(with: rest) { break }
      end += 1
    }
    // What cannot be the start of the end is kept apart, so that a long paste is looked at once.
    keepOfPaste(pending[start..<end])
    pending.removeSubrange(start..<end)
    return nil
  }

  private mutating func keepOfPaste(_ bytes: ArraySlice<UInt8>) {
    guard let kept = paste?.count else { return }
    paste? += bytes.prefix(max(0, Self.pasteLimit - kept))
  }

  /// What stands at an index and how many bytes it takes; nil where more has to come.
  private func token(at start: Int, isComplete: Bool) -> (Int, Token)? {
    let bytes = pending[start...].prefix(Self.sequenceLimit)
    // What is longer than any key is not waited for.
    let isComplete = isComplete || bytes.count == Self.sequenceLimit
    if pending[start] != Self.escape {
      return character(bytes, isComplete: isComplete).map {
        ($0.length, .key(KeySequences.key(for: $0.scalar)))
      }
    }
    if MouseReport.isStart(bytes) {
      switch MouseReport.read(bytes) {
      case .report(let mouse, let length): return (length, mouse.map(Token.mouse) ?? .unknown)
      case .incomplete: return isComplete ? (bytes.count, .unknown) : nil
      }
    }
    switch sequences.match(bytes) {
    case .key(let key, let length): return (length, .key(key))
    case .start where !isComplete: return nil
    case .start, .none: break
    }
    guard bytes.count > 1 else { return isComplete ? (1, .key(.escape)) : nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      if let length = controlSequenceLength(bytes) {
        return (length, bytes.prefix(length).elementsEqual("\u{1B}[200~".utf8) ? .pasteStart : .unknown)
      }
      if bytes.count == Self.sequenceLimit { return (bytes.count, .unknown) }
      if !isComplete { return nil }
    case UInt8(ascii: "O"):
      // One more byte makes it a sequence; without one it is Alt and a capital.
      if bytes.count > 2 { return (3, .unknown) }
      if !isComplete { return nil }
    // What some terminals send for Backspace.
    case 0x08: break
    case Self.escape, 0..<0x20:
      return (1, .key(.escape))
    default: break
    }
    if start == 0, isEscapeAlone { return (1, .key(.escape)) }
    guard let (length, scalar) = character(bytes.dropFirst(), isComplete: isComplete) else { return nil }
    var key = KeySequences.key(for: scalar)
    key.modifiers.insert(.alt)
    return (1 + length, .key(key))
  }

  /// The length of a control sequence (ECMA-48, 5.4); nil where its final byte has not come. A byte that
  /// cannot belong to it ends it.
  private func controlSequenceLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex + 2
    // The Linux console sends a second bracket for F1 to F5.
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "[") { index += 1 }
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x20...0x3F: index += 1
      case 0x40...0x7E: return index + 1 - bytes.startIndex
      default: return index - bytes.startIndex
      }
    }
    return nil
  }

  /// The UTF-8 scalar at the start of `bytes`; nil where more of it has to come. What is not UTF-8 becomes
  /// U+FFFD.
  private func character(
    _ bytes: ArraySlice<UInt8>, isComplete: Bool
  ) -> (length: Int, scalar: Unicode.Scalar)? {
    guard let first = bytes.first else { return nil }
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let continuation = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
    if continuation.count < length - 1, bytes.count == 1 + continuation.count, !isComplete { return nil }
    let sequence = bytes.prefix(1 + continuation.count)
    let scalars = String(decoding: sequence, as: UTF8.self).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return (sequence.count, "\u{FFFD}") }
    return (sequence.count, scalar)
  }
}
