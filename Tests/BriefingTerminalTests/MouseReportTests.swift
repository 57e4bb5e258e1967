import BriefingReader
import CommonMarkSamples
import Testing

@testable import BriefingTerminal

/// What terminals tell of the mouse never becomes keys.
@Suite struct MouseReportTests {
  private func events(_ pieces: [String]) -> [String] {
    var decoder = KeyDecoder()
    var events: [Event] = []
    for piece in pieces { events += decoder.decode(piece.utf8) }
    events += decoder.flush()
    return events.map { event in
      switch event {
      case .mouse(let mouse): "\(mouse.gesture) \(mouse.position.row):\(mouse.position.column)"
      case .key(let key): "\(key)"
      default: "?"
      }
    }
  }

  /// Bytes, and what they are.
  @Test(
    arguments: [
      ("\u{1B}[<0;12;5M", ["press 4:11"]), ("\u{1B}[<0;12;5m", []),
      ("\u{1B}[<64;1;1M", ["wheel(BriefingReader.Direction.backward) 0:0"]),
      ("\u{1B}[<65;1;1Mj", ["wheel(BriefingReader.Direction.forward) 0:0", "j"]),
      ("\u{1B}[<0;12;5Mk\u{1B}[<0;12;5m\u{1B}[<0;3;4M", ["press 4:11", "k", "press 3:2"]),
      // Other buttons, modifiers, motion.
      ("\u{1B}[<1;1;1M\u{1B}[<2;1;1M\u{1B}[<4;1;1M\u{1B}[<35;1;1M\u{1B}[<66;1;1M", []),
      // What is no report of a terminal.
      ("\u{1B}[<0;0;0Mj", ["j"]), ("\u{1B}[<0;1Mj", ["j"]), ("\u{1B}[<;;Mj", ["j"]),
      ("\u{1B}[<0;999999;1Mj", ["j"]), ("\u{1B}[<99999999999999999999;1;1Mj", ["j"]),
      ("\u{1B}[<0;1;1;1Mj", ["j"]), ("\u{1B}[<0;1;1Xj", ["j"]), ("\u{1B}[<0;1\u{1B}[A", ["↑"]),
      ("\u{1B}[<0;1\rj", ["Enter", "j"]),
      // The form of three bytes, which nobody has asked for.
      ("\u{1B}[M !!j", ["j"]), ("\u{1B}[Mqqqj", ["j"]), ("\u{1B}[M\u{1B}[A", ["↑"]),
      // Cut off.
      ("\u{1B}[<", []), ("\u{1B}[<0", []), ("\u{1B}[<0;12;5", []), ("\u{1B}[M", []), ("\u{1B}[Mqq", []),
    ] as [(String, [String])])
  func reportsAreWhatTheyAre(bytes: String, events: [String]) {
    #expect(self.events([bytes]) == events)
    #expect(self.events(bytes.unicodeScalars.map { String($0) }) == events, "byte by byte")
  }

  @Test func aReportIsWaitedForAndAnEscapeIsNot() {
    var decoder = KeyDecoder()
    _ = decoder.decode("\u{1B}".utf8)
    #expect(decoder.patience == .milliseconds(25))
    for piece in ["[<", "0;1", "2;"] {
      #expect(decoder.decode(piece.utf8).isEmpty)
      #expect(decoder.patience == .milliseconds(500))
    }
    #expect(decoder.decode("5M".utf8).count == 1)
    #expect(decoder.patience == nil)
  }

  /// Whatever comes in place of a report, its digits are no keys.
  @Test(arguments: 0..<20) func noDigitOfAReportIsAKey(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      func number() -> Int { Int.random(in: 0...(random.oneIn(4) ? 1_000_000 : 200), using: &random) }
      let report = "\u{1B}[<\(number());\(number());\(number())\(random.oneIn(3) ? "m" : "M")"
      var rest = report[...]
      var pieces: [String] = []
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &random)
        pieces.append(String(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      let keys = events(pieces).filter { !$0.contains(":") }
      #expect(keys == [], "\(pieces)")
    }
  }
}

extension NcursesScreenTests {
  /// Where the entry does not say how (`XM`), as ncurses does.
  @Test(arguments: [
    ("xterm-256color", "\u{1B}[?1006;1000h", "\u{1B}[?1006;1000l"),
    ("tmux-256color", "\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l"), ("vt100", nil, nil),
  ])
  func `the mouse is asked for where the terminal has it, and given back`(
    term: String, on: String?, off: String?
  ) throws {
    let terminal = try PseudoTerminal(size: Size(rows: 8, columns: 40))
    func output(_ body: () throws -> Void) rethrows -> String {
      String(decoding: try terminal.output(of: body), as: UTF8.self)
    }
    let screen = try terminal.makeScreen(term: term)
    var frame = Frame(size: Size(rows: 8, columns: 40))
    #expect(!output { screen.show(frame, theme: .standard) }.contains("1000"))
    frame.takesMouse = true
    #expect(output { screen.show(frame, theme: .standard) }.contains(on ?? "1000") == (on != nil))
    #expect(!output { screen.show(frame, theme: .standard) }.contains("1000"))
    #expect(output { screen.lend() }.contains(off ?? "1000") == (off != nil))
    _ = output { _ = screen.resume() }
    #expect(output { screen.show(frame, theme: .standard) }.contains(on ?? "1000") == (on != nil))
    frame.takesMouse = false
    #expect(output { screen.show(frame, theme: .standard) }.contains(off ?? "1000") == (off != nil))
    // Whatever it is believed to be: another program may have had the terminal.
    #expect(output { screen.close() }.contains(off ?? "1000") == (off != nil))
    let reset = try Terminfo(name: term, output: terminal.terminal).reset
    #expect((reset.firstRange(of: Array((off ?? "1000").utf8)) != nil) == (off != nil))
  }
}
