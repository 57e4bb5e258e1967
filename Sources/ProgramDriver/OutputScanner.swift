/// Looks through what a program writes, as it comes, for anything that the program itself has no need of: whatever is
/// found has got through from a briefing or from a file's name.
public struct OutputScanner: Sendable {
  /// What may be written.
  public enum Rules: Sendable {
    /// What drawing full screens needs.
    case screen
    /// Text and line feeds.
    case text
    /// Text with attributes and links to the web (OSC 8).
    case coloured
  }

  /// What a program writes only when its reader asks for it, on full screens.
  public enum Request: Hashable, Sendable {
    /// A text for the clipboard (OSC 52), which is in base64.
    case copies
    /// Links to the web (OSC 8).
    case links
  }

  /// What the terminal has been told.
  public private(set) var modes = TerminalModes()
  /// What should not be there, each with its place; no more than some.
  public private(set) var findings: [String] = []
  /// How many bytes were looked at.
  public private(set) var offset = 0

  private let rules: Rules
  private let isTerminal: Bool
  private let allowed: Set<Request>
  private var state = State.text
  /// A terminal turns a line feed into both; and progress is drawn over itself.
  private var isBehindReturn = false

  private enum State {
    case text
    /// In a character of several bytes, of which some are missing.
    case character(missing: Int, value: UInt32, least: UInt32)
    /// Behind Escape.
    case escape
    /// Behind `ESC (` and the like.
    case characterSet
    /// In a control sequence, with what has come of it.
    case control([UInt8])
    /// In an OSC, with what has come of it.
    case command([UInt8])
    /// In one that was asked for, whose text is kept apart: it may be long.
    case request
  }

  /// Makes a scanner.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether what is written has gone through a terminal, and bars of progress are drawn.
  ///   - allowed: What may be on full screens besides what drawing needs.
  public init(_ rules: Rules, isTerminal: Bool = false, allowing allowed: Set<Request> = []) {
    self.allowed = allowed
    self.rules = rules
    self.isTerminal = isTerminal
  }

  /// What should not be in some output that is complete.
  public static func findings(
    in bytes: some Sequence<UInt8>, _ rules: Rules = .screen, allowing allowed: Set<Request> = []
  ) -> [String] {
    var scanner = OutputScanner(rules, allowing: allowed)
    scanner.scan(bytes)
    scanner.finish()
    return scanner.findings
  }

  /// Looks through what has come.
  public mutating func scan(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if case .text = state, 0x20..<0x7F ~= byte, !isBehindReturn {
        modes.noteText()
      } else {
        scan(byte)
      }
      offset += 1
    }
  }

  /// Nothing more comes.
  public mutating func finish() {
    switch state {
    case .text where !isBehindReturn: break
    case .text, .character, .escape, .characterSet, .control, .command, .request: report("cut at the end")
    }
  }

  private mutating func scan(_ byte: UInt8) {
    if isBehindReturn {
      isBehindReturn = false
      // Line feed, the bar's two signs, and what takes the bar away.
      if ![0x0A, 0xE2, 0x1B].contains(byte) { report("a carriage return inside of a line") }
    }
    switch state {
    case .text: scanText(byte)
    case .character(let missing, let value, let least):
      guard byte & 0xC0 == 0x80 else {
        report("not UTF-8")
        state = .text
        return scanText(byte)
      }
      let next = value << 6 | UInt32(byte & 0x3F)
      state = missing > 1 ? .character(missing: missing - 1, value: next, least: least) : .text
      if missing == 1 { scanCharacter(next, least: least) }
    case .escape: scanEscape(byte)
    case .characterSet:
      if byte != UInt8(ascii: "B") && byte != UInt8(ascii: "0") { report("a character set \(byte)") }
      state = .text
    case .control(let parameters): scanControl(byte, parameters)
    case .command(let text): scanCommand(byte, text)
    case .request: scanRequest(byte)
    }
  }

  private mutating func scanText(_ byte: UInt8) {
    switch byte {
    case 0x20..<0x7F: modes.noteText()
    case 0x0A: break
    case 0x1B: state = .escape
    // Backspace, and shift-in, which is part of the reset of attributes.
    case 0x08 where rules == .screen, 0x0D where rules == .screen, 0x0F where rules == .screen: break
    case 0x0D where isTerminal: isBehindReturn = true
    case 0xC2...0xDF: state = .character(missing: 1, value: UInt32(byte & 0x1F), least: 0x80)
    case 0xE0...0xEF: state = .character(missing: 2, value: UInt32(byte & 0x0F), least: 0x800)
    case 0xF0...0xF4: state = .character(missing: 3, value: UInt32(byte & 0x07), least: 0x10000)
    case 0x80...: report("not UTF-8: byte \(byte)")
    default: report("control \(byte)")
    }
  }

  /// Whether there was text of a script that has invisible marks of its own.
  private var hasMarkedScript = false

  private mutating func scanCharacter(_ value: UInt32, least: UInt32) {
    guard let scalar = Unicode.Scalar(value), value >= least else { return report("not UTF-8") }
    modes.noteText()
    switch value {
    case 0x80..<0xA0: report("control \(value)")
    // What turns the direction of text around, and lines that are none.
    case 0x2028...0x202E, 0x2066...0x2069: report("invisible \(value)")
    // Marks that scripts from right to left need, and joiners of letters; nobody else does.
    case 0x61C, 0x200E, 0x200F: if !hasMarkedScript { report("invisible \(value)") }
    case 0x200C, 0x200D: if !hasMarkedScript, rules == .screen { report("invisible \(value)") }
    // Hebrew to the scripts of India, Mongolian, the forms of Hebrew's and Arabic's letters, and other planes' scripts.
    case 0x590..<0xE00, 0x1800..<0x18B0, 0xFB1D..<0xFE00, 0xFE70..<0xFEFD, 0x10800..<0x11000,
      0x1E800..<0x1F000:
      hasMarkedScript = true
    default:
      // Emoji are joined by one, and soft hyphens and joiners are text to a pipe.
      if rules == .screen, scalar.properties.generalCategory == .format { report("invisible \(value)") }
    }
  }

  private mutating func scanEscape(_ byte: UInt8) {
    state = .text
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "]") where rules != .text: state = .command([])
    case UInt8(ascii: "(") where rules == .screen, UInt8(ascii: ")") where rules == .screen:
      state = .characterSet
    // Save and restore the cursor, reverse index, keypad modes.
    case UInt8(ascii: "7") where rules == .screen, UInt8(ascii: "8") where rules == .screen,
      UInt8(ascii: "M") where rules == .screen:
      break
    case UInt8(ascii: "=") where rules == .screen: modes.isKeypadOn = true
    case UInt8(ascii: ">") where rules == .screen: modes.isKeypadOn = false
    // The end of a string that may have been cut off: nothing where none is open.
    case UInt8(ascii: "\\") where rules == .screen: break
    default: report("escape and byte \(byte)")
    }
  }

  private mutating func scanControl(_ byte: UInt8, _ parameters: [UInt8]) {
    switch byte {
    case 0x20...0x3F where parameters.count < 256: state = .control(parameters + [byte])
    case 0x40...0x7E:
      state = .text
      let sequence = ControlSequence(parameters: parameters, final: byte)
      if sequence.isAllowed(by: rules, isTerminal: isTerminal) {
        modes.take(sequence)
      } else {
        report("control sequence \(sequence)")
      }
    default:
      state = .text
      report("a control sequence with byte \(byte)")
    }
  }

  /// A link, or what xterm's and the console's terminfo have for the reset of colours, and nothing else.
  private mutating func scanCommand(_ byte: UInt8, _ text: [UInt8]) {
    if rules == .screen {
      if text == Array("104".utf8) && byte == 0x07 || text.isEmpty && byte == UInt8(ascii: "R") {
        state = .text
      } else if text.count < 3, "104".utf8.dropFirst(text.count).first == byte {
        state = .command(text + [byte])
      } else if text.isEmpty, !allowed.isEmpty || byte == UInt8(ascii: "8"), 0x21..<0x7F ~= byte {
        request = [byte]
        state = .request
      } else {
        state = .text
        report("an OSC")
      }
    } else if text.last == 0x1B {
      state = .text
      if byte != UInt8(ascii: "\\") || !Self.isLink(text.dropLast()) { report("an OSC that is no link") }
    } else if 0x21..<0x7F ~= byte || byte == 0x1B {
      state = .command(text + [byte])
    } else {
      state = .text
      report("an OSC with byte \(byte)")
    }
  }

  /// What has come of an OSC that was asked for.
  private var request: [UInt8] = []

  private mutating func scanRequest(_ byte: UInt8) {
    if byte == 0x07 {
      state = .text
      if !allowed.contains(.copies) || !Self.isCopy(request) { report("an OSC that is no copy") }
    } else if request.last == 0x1B {
      state = .text
      // The end of a link opens nothing.
      let isAllowed = allowed.contains(.links) || request.dropLast().elementsEqual("8;;".utf8)
      if byte != UInt8(ascii: "\\") || !isAllowed || !Self.isLink(request.dropLast()) {
        report("an OSC that is no link")
      }
    } else if 0x21..<0x7F ~= byte || byte == 0x1B {
      request.append(byte)
    } else {
      state = .text
      report("an OSC with byte \(byte)")
    }
  }

  /// Whether it is a text in base64 for the clipboard; a question for what is there is none.
  private static func isCopy(_ text: [UInt8]) -> Bool {
    text.starts(with: "52;c;".utf8)
      && text.dropFirst(5).allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
          true
        default: false
        }
      }
  }

  /// Whether it begins or ends a link that leads to the web or to a mailbox.
  private static func isLink(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: "8;".utf8) else { return false }
    let address = text.dropFirst(2).drop { $0 != UInt8(ascii: ";") }.dropFirst()
    let scheme = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
    return text.elementsEqual("8;;".utf8) || ["http:", "https:", "mailto:"].contains(where: scheme.hasPrefix)
  }

  private mutating func report(_ what: String) {
    if findings.count < 20 { findings.append("\(what) at \(offset)") }
  }
}
