import BriefingLayout
import BriefingReader
import BriefingText
import CCharacterWidth
import CNcurses
import Foundation
import ProgramDriver
import Testing

@testable import BriefingTerminal

/// ncurses has one terminal a process, so one after the other.
@Suite(.serialized, .timeLimit(.minutes(2))) struct NcursesScreenTests {
  private static let hostile = [
    "\u{1B}]0;title\u{7}", "\u{1B}]52;c;AAAA\u{1B}\\", "\u{1B}[7777J\u{1B}[7777m", "\u{9B}2J",
    "\u{9D}0;title\u{9C}",
    "\u{90}payload\u{9C}", "\u{1B}P$q\u{1B}\\", "\u{1B}c", "\u{0}\u{7}\u{8}\u{E}\u{F}\u{7F}",
    "\r\n\t\u{B}\u{C}",
    "\u{202E}reversed\u{202C}", "\u{2066}isolated\u{2069}", "\u{200B}\u{200D}\u{FEFF}\u{AD}\u{61C}",
    "\u{2028}\u{2029}",
    String(decoding: [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x9B, 0x41], as: UTF8.self), "\u{E0001}\u{E0041}",
    "e" + String(repeating: "\u{301}", count: 40), "\u{FFFE}\u{FFFF}\u{10FFFF}", "👩‍👩‍👧‍👦🇹🇷👍🏽❤️1️⃣", "漢字かな",
    "ไทย العربية עברית",
  ]

  private func hostileFrame(_ size: Size, _ style: Style = Style()) -> Frame {
    var frame = Frame(size: size)
    for row in 0..<size.rows {
      frame.put(Cell.cells(Self.hostile[row % Self.hostile.count], style), row: row, column: row % 3)
    }
    return frame
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100"])
  func `a frame of hostile text writes only what drawing needs`(term: String) throws {
    let size = Size(rows: 40, columns: 60)
    let terminal = try PseudoTerminal(size: size)
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen(term: term)
      screen.show(hostileFrame(size), theme: .standard)
      for role in Style.Role.allCases {
        screen.show(hostileFrame(size, Style(role, [.match, .emphasis])), theme: .standard)
      }
      screen.close()
    }
    #expect(bytes.count > 500)
    // The old terminals' own strings are their own, so only the text between them is looked at.
    let findings = OutputScanner.findings(in: bytes).filter {
      term.contains("256color") || !$0.contains("escape")
    }
    #expect(findings == [])
    let text = String(decoding: bytes, as: UTF8.self)
    for needle in [
      "\u{1B}[7777", "\u{1B}]", "\u{1B}P", "\u{1B}c", "\u{9B}", "\u{9D}", "\u{90}", "\u{7}", "\u{202E}",
    ] {
      #expect(!text.unicodeScalars.contains(needle.unicodeScalars))
    }
  }

  @Test(arguments: [
    "\u{1B}]0;title\u{7}", "\u{1B}]52;c;AAAA\u{1B}\\", "\u{1B}P$q\u{1B}\\", "\u{1B}c", "\u{9B}2J", "\u{90}",
    "\u{0}", "\u{7}",
    "\u{1B}[?1003h", "\u{1B}[21t", "\u{1B}[6n", "\u{1B}[", "\u{1B}", "\u{7F}", "\u{202E}", "\u{200B}",
    "\u{2028}",
  ])
  func `the scanner finds hostile text that is written as it is`(text: String) {
    #expect(OutputScanner.findings(in: Array(text.utf8)) != [])
  }

  @Test func `an unchanged frame writes nothing, and one that is drawn again is drawn whole`() throws {
    let size = Size(rows: 24, columns: 80)
    let terminal = try PseudoTerminal(size: size)
    let screen = try terminal.makeScreen()
    var frame = Frame(size: size)
    frame.put(Cell.cells("a line that is long enough to be found"), row: 3, column: 2)
    let first = terminal.output { screen.show(frame, theme: .standard) }
    let second = terminal.output { screen.show(frame, theme: .standard) }
    frame.put(Cell.cells("an"), row: 3, column: 2)
    let third = terminal.output { screen.show(frame, theme: .standard) }
    screen.invalidate()
    let fourth = terminal.output { screen.show(frame, theme: .standard) }
    let last = terminal.output { screen.close() }
    #expect(String(decoding: first, as: UTF8.self).contains("a line that is long"))
    #expect(second.isEmpty)
    #expect(third.count < 20)
    #expect(String(decoding: fourth, as: UTF8.self).contains("line that is long"))
    #expect(!last.isEmpty)
  }

  @Test func `the terminal is given back as it was`() throws {
    let terminal = try PseudoTerminal(size: Size(rows: 24, columns: 80))
    let before = terminal.modes
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen()
      screen.show(Frame(size: screen.size), theme: .standard)
      let during = terminal.modes
      #expect(during.c_lflag & tcflag_t(ECHO | ICANON) == 0)
      #expect(during.c_lflag & tcflag_t(ISIG) != 0)
      #expect(during.c_iflag & tcflag_t(IXON | ICRNL) == 0)
      screen.close()
    }
    let after = terminal.modes
    #expect(after.c_lflag == before.c_lflag)
    #expect(after.c_iflag == before.c_iflag)
    #expect(after.c_oflag == before.c_oflag)
    let text = String(decoding: bytes, as: UTF8.self)
    for (on, off) in [("?1049h", "?1049l"), ("?2004h", "?2004l"), ("?1h", "?1l"), ("?25l", "?25h")] {
      let isOn = try #require(text.range(of: on, options: .backwards))
      let isOff = try #require(text.range(of: off, options: .backwards))
      #expect(isOn.lowerBound < isOff.lowerBound)
    }
  }

  @Test(arguments: ["xterm-256color", "linux"])
  func `the terminal's palette is its owner's, on the way back too`(term: String) throws {
    let size = Size(rows: 24, columns: 80)
    let terminal = try PseudoTerminal(size: size)
    let reset = try Terminfo(name: term, output: terminal.terminal).paletteReset
    #expect(!reset.isEmpty)
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen(term: term)
      for _ in 0..<3 {
        screen.show(hostileFrame(size), theme: .standard)
        screen.lend()
        #expect(screen.resume())
      }
      screen.close()
    }
    #expect(bytes.firstRange(of: reset) == nil)
  }

  @Test(arguments: [(1, 1), (1, 500), (200, 1), (2, 2), (3, 10), (24, 80), (60, 200), (200, 500)])
  func `any size can be drawn, and any other after it`(rows: Int, columns: Int) throws {
    let size = Size(rows: rows, columns: columns)
    let terminal = try PseudoTerminal(size: size)
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen()
      #expect(screen.size == size)
      screen.show(hostileFrame(size), theme: .standard)
      let other = Size(rows: columns, columns: rows)
      terminal.resize(to: other)
      #expect(screen.size == other)
      screen.show(hostileFrame(other), theme: .standard)
      // The window may change again before a frame for its size is made.
      terminal.resize(to: size)
      screen.show(hostileFrame(other), theme: .standard)
      screen.close()
    }
    #expect(OutputScanner.findings(in: bytes) == [])
  }

  @Test func `a window of any size is drawn to up to a limit`() throws {
    let terminal = try PseudoTerminal(rows: .max, columns: .max)
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen()
      #expect(screen.size == Size.maximum)
      screen.show(hostileFrame(screen.size), theme: .standard)
      terminal.resize(to: Size(rows: 24, columns: 80))
      screen.show(hostileFrame(screen.size), theme: .standard)
      terminal.resize(rows: .max, columns: 80)
      #expect(screen.size == Size(rows: Size.maximum.rows, columns: 80))
      screen.show(hostileFrame(screen.size), theme: .standard)
      screen.close()
    }
    #expect(OutputScanner.findings(in: bytes) == [])
  }

  @Test func `the size of the first frame is the window's`() throws {
    let size = Size(rows: 60, columns: 100)
    let terminal = try PseudoTerminal(size: size)
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen()
      var frame = Frame(size: size)
      frame.put(Cell.cells("the last row"), row: 59, column: 88)
      screen.show(frame, theme: .standard)
      screen.close()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("the last row") || text.contains("\u{1B}[60;89H"))
    // The scrolling region too.
    #expect(text.contains("\u{1B}[1;60r"))
    #expect(!text.contains("\u{1B}[1;24r"))
  }

  @Test func `without colour there is none, and with it there is`() throws {
    let size = Size(rows: 30, columns: 40)
    func colors(_ term: String, _ theme: Theme) throws -> Bool {
      let terminal = try PseudoTerminal(size: size)
      let bytes = try terminal.output {
        let screen = try terminal.makeScreen(term: term)
        for role in Style.Role.allCases { screen.show(hostileFrame(size, Style(role)), theme: theme) }
        screen.close()
      }
      return String(decoding: bytes, as: UTF8.self).contains(#/\e\[(\d+;)*([34][0-8]|9[0-7])(;\d+)*m/#)
    }
    #expect(try colors("xterm-256color", .standard))
    #expect(try colors("xterm", .standard))
    #expect(try !colors("xterm-256color", .monochrome))
    #expect(try !colors("vt100", .standard))
  }

  @Test(
    arguments: [
      (nil, .termIsNotSet), ("", .termIsNotSet), ("dumb", .cursorCannotBePlaced(term: "dumb")),
    ] as [(String?, TerminalError)])
  func `a terminal that cannot be used is an error before anything is written`(
    term: String?, error: TerminalError
  ) throws {
    let terminal = try PseudoTerminal(size: Size(rows: 24, columns: 80))
    let bytes = terminal.output {
      #expect(throws: error) { try Terminfo(name: term, output: terminal.terminal) }
    }
    #expect(bytes.isEmpty)
    #expect(!error.description.isEmpty)
  }

  @Test func `a terminal without an entry is xterm without extensions`() throws {
    let terminal = try PseudoTerminal(size: Size(rows: 24, columns: 80))
    let unknown = try Terminfo(name: "no-such-terminal", output: terminal.terminal)
    #expect(unknown.name == "xterm-256color" && unknown.unknownName == "no-such-terminal")
    #expect(unknown.features == TerminalFeatures() && !unknown.hasItalics)
    let known = try Terminfo(name: "xterm-256color", output: terminal.terminal)
    #expect(known.unknownName == nil && known.features.bracketedPaste != nil)
  }

  @Test func `what has no modes is no terminal to draw on`() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    let terminfo = try Terminfo(name: "xterm-256color", output: descriptor)
    let device = TerminalDevice(output: descriptor, input: descriptor)
    let error = TerminalError.modesCannotBeSet(ENOTTY)
    #expect(throws: error) { try NcursesScreen(device: device, terminfo: terminfo) }
    #expect(error.description.contains("modes"))
    withExtendedLifetime(pipe) {}
  }

  @Test func `a message about TERM is safe to print`() {
    #expect(!TerminalError.unknownTerm("\u{1B}]0;x\u{7}").description.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: [
    "plain", "Erdoğan İstanbul", "“quotes” – dash — … ·", "漢字かなカナ한국", "e\u{301}a\u{308}", "🙂☕🚀", "▸▏─│┼",
    "ไทย",
    "العربية", "עברית", "½×°§", "\u{1F1F9}\u{1F1F7}", "①②", "ﬁ", "\u{1B}\u{202E}\u{0}",
  ])
  func `the layout counts columns as the C library does`(text: String) {
    setlocale(LC_CTYPE, "C.UTF-8")
    for cell in Cell.cells(text) where cell.width > 0 {
      #expect(Self.systemWidth(of: cell.glyph) == cell.width)
    }
  }

  /// The layout's table may know a newer Unicode than the C library, which then knows no width at all, and the other way
  /// round. Nothing else may differ.
  @Test(
    arguments: [0xA0...0x33FF, 0xA000...0xABFF, 0xD7B0...0xD7FF, 0xF900...0xFFFF, 0x10000...0x1FFFF]
      as [ClosedRange<UInt32>])
  func `the layout's widths are the C library's where both know the character`(range: ClosedRange<UInt32>) {
    setlocale(LC_CTYPE, "C.UTF-8")
    for scalar in range.compactMap(Unicode.Scalar.init) {
      guard let cell = Cell.cells(String(scalar)).first, cell.glyph.unicodeScalars.elementsEqual([scalar]),
        let width = Self.systemWidth(of: String(scalar))
      else { continue }
      #expect(width == cell.width, "U+\(String(scalar.value, radix: 16))")
    }
    // What the library knows no width of is Unicode's since 15.
    for scalar in range.compactMap(Unicode.Scalar.init) {
      guard let cell = Cell.cells("x\(scalar)").dropFirst().first ?? Cell.cells(String(scalar)).first,
        cell.glyph.unicodeScalars.contains(scalar),
        Self.systemWidth(of: String(scalar)) == nil
      else { continue }
      #expect(scalar.properties.age.map { $0.major >= 15 } == true, "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// Columns that the C library's own table gives a text; nil where it does not know a character of it.
  private static func systemWidth(of text: String) -> Int? {
    let widths = text.unicodeScalars.map { character_width_of_system(wchar_t(bitPattern: $0.value)) }
    return widths.contains { $0 < 0 } ? nil : Int(widths.reduce(0, +))
  }

  @Test func `what is newer than the C library is written, and what follows it stands in its column`() throws
  {
    let size = Size(rows: 4, columns: 20)
    let terminal = try PseudoTerminal(size: size)
    var frame = Frame(size: size)
    // Unicode 15, and one that every library knows.
    frame.put(Cell.cells("🫨a🩵b🪿c🙂d"), row: 1, column: 0)
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen()
      screen.show(frame, theme: .standard)
      screen.close()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for emoji in ["🫨", "🩵", "🪿"] {
      let isKnown = Self.systemWidth(of: emoji) != nil
      #expect(text.contains(isKnown ? emoji : "\u{1B}7\u{FFFD} \u{1B}8\(emoji)\u{1B}8\u{1B}[2C"))
    }
    #expect(text.contains("🙂d"))
    #expect(OutputScanner.findings(in: bytes) == [])
  }
}
