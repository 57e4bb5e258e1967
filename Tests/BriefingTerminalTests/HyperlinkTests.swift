import BriefingLayout
import BriefingText
import CommonMarkSamples
import ProgramDriver
import Testing

@testable import BriefingReader
@testable import BriefingTerminal

/// Links that the terminal opens, and texts for its clipboard. ncurses has one terminal a process, so one after the other.
extension NcursesScreenTests {
  private func link(_ address: String) throws -> ScreenTarget {
    let link = UnitText.Link(range: 0..<1, destination: address)
    let told: Hyperlink = try #require(Hyperlink(link, unit: 0))
    return .link(link, told)
  }

  /// A frame whose rows are words, some of which are links; the same words stand in all frames, now a link, now none.
  private func frame(_ size: Size, _ random: inout SeededGenerator) throws -> Frame {
    var frame = Frame(size: size)
    for row in 0..<size.rows {
      var column = Int.random(in: 0...2, using: &random)
      while column + 6 < size.columns {
        let word = ["alpha", "beta", "b", "a b"].randomElement(using: &random) ?? ""
        let isLink = random.oneIn(4)
        frame.put(Cell.cells(word, Style(.link)), row: row, column: column)
        if isLink {
          let target = try link("https://example.org/\(Int.random(in: 0...2, using: &random))")
          frame.mark(target, row: row, columns: column..<column + word.count)
        }
        column += word.count + Int.random(in: 1...5, using: &random)
      }
    }
    frame.cursor = .init(
      row: Int.random(in: 0..<size.rows, using: &random),
      column: Int.random(in: 0..<size.columns, using: &random))
    return frame
  }

  @Test(arguments: 0..<20) func `every cell of a link leads there, and no other`(seed: Int) throws {
    let size = Size(rows: 8, columns: 40)
    let terminal = try PseudoTerminal(size: size)
    let screen = try terminal.makeScreen()
    var cells = LinkedCells(rows: size.rows, columns: size.columns)
    var random = SeededGenerator(seed: UInt64(seed))
    var last = Frame(size: size)
    for _ in 0..<30 {
      var frame = try frame(size, &random)
      if random.oneIn(3) {
        // A row further down, or with a part of it changed.
        frame = last
        frame.put(Cell.cells("changed"), row: Int.random(in: 0..<size.rows, using: &random), column: 9)
      } else if random.oneIn(8) {
        frame = Frame(size: size)
      }
      let bytes = terminal.output { screen.show(frame, theme: .monochrome) }
      #expect(OutputScanner.findings(in: bytes, allowing: [.links]) == [])
      cells.take(bytes)
      for row in 0..<size.rows {
        let shown = cells.spans(row: row).map { "\($0.text) \($0.address)" }
        let wanted = frame.hyperlinks(row: row).reduce(into: [String]()) { spans, span in
          let text = frame.row(row).dropFirst(span.columns.lowerBound).prefix(span.columns.count)
          spans.append("\(text.map(\.glyph).joined()) \(span.link.address)")
        }
        #expect(shown == wanted, "row \(row)")
      }
      last = frame
    }
    #expect(cells.unknown == [])
    _ = terminal.output { screen.close() }
  }

  @Test func `without links nothing is told of any`() throws {
    let terminal = try PseudoTerminal(size: Size(rows: 8, columns: 40))
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen()
      var frame = Frame(size: screen.size)
      frame.put(Cell.cells("a link", Style(.link)), row: 1, column: 1)
      let destination = UnitText.Link(range: 0..<6, destination: "https://example.org/")
      frame.mark(.link(destination, nil), row: 1, columns: 1..<7)
      screen.show(frame, theme: .standard)
      screen.close()
    }
    #expect(OutputScanner.findings(in: bytes) == [])
  }

  @Test(arguments: [("xterm-256color", true), ("tmux-256color", true), ("linux", false), ("vt100", false)])
  func `a text is sent to the clipboard of a terminal that has one`(term: String, isSent: Bool) throws {
    let terminal = try PseudoTerminal(size: Size(rows: 8, columns: 40))
    let bytes = try terminal.output {
      let screen = try terminal.makeScreen(term: term)
      #expect(screen.copy(Array("Çok güzel\n".utf8)) == isSent)
      screen.close()
    }
    #expect((bytes.firstRange(of: Array("\u{1B}]52;c;w4dvayBnw7x6ZWwK\u{7}".utf8)) != nil) == isSent)
    if term.contains("256color") { #expect(OutputScanner.findings(in: bytes, allowing: [.copies]) == []) }
  }
}

extension NcursesScreenTests {
  @Test func `a tmux has a clipboard, whatever it calls itself`() throws {
    let terminal = try PseudoTerminal(size: Size(rows: 8, columns: 40))
    #expect(try Terminfo(name: "screen", isInTmux: true, output: terminal.terminal).hasClipboard)
    #expect(try !Terminfo(name: "screen", output: terminal.terminal).hasClipboard)
  }
}

/// RFC 4648, section 10.
@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("\u{FF}\u{FE}?", "w7/Dvj8="),
  ])
  func bytesAreEncoded(text: String, encoded: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == encoded)
  }
}
