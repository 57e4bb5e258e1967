import ProgramDriver
import Testing

/// What finds what a program must not write has to find it, wherever the output is cut.
@Suite struct OutputScannerTests {
  @Test(arguments: [
    "\u{1B}]0;title\u{7}", "\u{1B}]52;c;AAAA\u{1B}\\", "\u{1B}]8;;http://e.org\u{1B}\\", "\u{1B}]1040\u{7}",
    "\u{1B}[7777z", "\u{9B}2J",
    "\u{9D}0;x\u{9C}", "\u{1B}P$q\u{1B}\\", "\u{1B}_G\u{1B}\\", "\u{1B}^x\u{1B}\\", "\u{1B}c", "\u{7}", "\0",
    "\u{7F}", "\t", "\u{202E}",
    "\u{200B}", "\u{2028}", "\u{1B}[?1003h", "\u{1B}[6n", "\u{1B}[",
  ]) func whatATerminalWouldObeyIsFound(text: String) {
    check(Array("before".utf8) + Array(text.utf8), .screen)
  }

  @Test(arguments: [
    [0x9B, 0x41], [0xC0, 0x9B], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
  ])
  func whatIsNotUTF8IsFound(bytes: [UInt8]) {
    for rules in [OutputScanner.Rules.screen, .text, .coloured] { check(bytes, rules) }
  }

  @Test(arguments: [
    "\u{1B}[2J", "\u{1B}]8;;file:///etc/passwd\u{1B}\\", "\u{1B}]8;;javascript:x\u{1B}\\", "\u{1B}]0;x\u{7}",
    "\u{1B}]8;;http://e.org\u{7}",
    "\u{1B}(B", "\r", "\u{8}",
  ]) func colouredTextHasColoursAndLinksAlone(text: String) {
    check(Array(text.utf8), .coloured)
    check(Array(text.utf8), .text)
  }

  private func check(_ bytes: [UInt8], _ rules: OutputScanner.Rules) {
    let findings = OutputScanner.findings(in: bytes, rules)
    #expect(!findings.isEmpty)
    var scanner = OutputScanner(rules)
    for byte in bytes { scanner.scan([byte]) }
    scanner.finish()
    #expect(scanner.findings == findings)
  }

  @Test func whatIsTheProgramsOwnPasses() {
    #expect(OutputScanner.findings(in: "é日本 👨‍👩‍👧\n".utf8, .text) == [])
    let link = "\u{1B}]8;;https://e.org/a?b\u{1B}\\\u{1B}[1;38;5;4mtext\u{1B}[0m\u{1B}]8;;\u{1B}\\\n"
    #expect(OutputScanner.findings(in: link.utf8, .coloured) == [])
    #expect(
      OutputScanner.findings(in: "\u{1B}[39;49m\u{1B}]104\u{7}\u{1B}[m\u{F}\u{1B}]R\u{1B}[?25l".utf8) == [])
    var terminal = OutputScanner(.text, isTerminal: true)
    terminal.scan("a\r\n\r██░ indexing\r\u{1B}[Kb\r\n".utf8)
    terminal.finish()
    #expect(terminal.findings == [])
  }

  /// What the reader asks for passes where that is said, and nothing that looks like it.
  @Test func whatTheReaderAsksForPassesWhereItMay() {
    let copy = "\u{1B}]52;c;w4dvayBnw7x6ZWwK\u{7}"
    let link = "\u{1B}]8;id=1-2;https://e.org/\u{1B}\\x\u{1B}]8;;\u{1B}\\"
    #expect(OutputScanner.findings(in: (copy + link).utf8, allowing: [.copies, .links]) == [])
    #expect(OutputScanner.findings(in: copy.utf8) != [])
    #expect(OutputScanner.findings(in: copy.utf8, allowing: [.links]) != [])
    #expect(OutputScanner.findings(in: link.utf8, allowing: [.copies]) != [])
    // What the end of the program sends, wherever it was: it opens nothing.
    let end = "\u{1B}\\\u{1B}]8;;\u{1B}\\"
    for allowed: Set<OutputScanner.Request> in [[], [.copies], [.links]] {
      #expect(OutputScanner.findings(in: end.utf8, allowing: allowed) == [])
    }
    #expect(OutputScanner.findings(in: "\u{1B}]8;x;\u{1B}\\".utf8, allowing: [.copies]) != [])
    for text in [
      "\u{1B}]52;c;?\u{7}", "\u{1B}]52;c;\u{1B}[2J\u{7}", "\u{1B}]0;x\u{7}", "\u{1B}]8;;file:///x\u{1B}\\",
    ] {
      #expect(OutputScanner.findings(in: text.utf8, allowing: [.copies, .links]) != [])
    }
  }

  @Test func whatIsNotTakenBackIsLeftOver() {
    func leftovers(_ text: String) -> [String] {
      var scanner = OutputScanner(.screen)
      scanner.scan(text.utf8)
      return scanner.modes.leftovers
    }
    let on = "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[?1h\u{1B}=\u{1B}[?2004h\u{1B}[?25l\u{1B}[1m"
    let off = "\u{1B}[m\u{1B}[?2004l\u{1B}[?12l\u{1B}[?25h\u{1B}[?1049l\u{1B}[23;0;0t\r\u{1B}[?1l\u{1B}>"
    #expect(leftovers(on).count == 6)
    #expect(leftovers(on + off) == [])
    for part in ["\u{1B}[m", "\u{1B}[?2004l", "\u{1B}[?25h", "\u{1B}[?1049l", "\u{1B}[?1l", "\u{1B}>"] {
      #expect(leftovers(on + off.split(separator: part, maxSplits: 1).joined()).count == 1)
    }
  }

  @Test func textBehindTheScreenIsNoted() {
    var scanner = OutputScanner(.screen)
    scanner.scan("\u{1B}[?1049htext\u{1B}[?1049l\r\u{1B}[?1l".utf8)
    #expect(!scanner.modes.hasTextBehindScreen)
    scanner.scan("x".utf8)
    #expect(scanner.modes.hasTextBehindScreen)
  }
}
