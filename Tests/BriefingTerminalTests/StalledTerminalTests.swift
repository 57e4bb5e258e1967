import BriefingLayout
import BriefingReader
import Foundation
import Testing

@testable import BriefingTerminal

extension NcursesScreenTests {
  /// A terminal that takes nothing: its window hangs, its line is down, its output was stopped. Without an answer to
  /// that every one of these tests waits for ever.
  @Suite(.serialized, .timeLimit(.minutes(2))) struct StalledTerminalTests {
    private static let size = Size(rows: 50, columns: 100)

    private func frame(_ text: String) -> Frame {
      var frame = Frame(size: Self.size)
      for row in 0..<Self.size.rows { frame.put(Cell.cells("row \(row): \(text)"), row: row, column: 0) }
      return frame
    }

    private func isWaiting(_ screen: NcursesScreen) -> Bool {
      if case .waiting = screen.delivery { true } else { false }
    }

    @Test func `a frame that it takes later arrives whole`() throws {
      let terminal = try PseudoTerminal(size: Self.size)
      let screen = try terminal.makeScreen()
      terminal.setFlow(false)
      screen.show(frame("first"), theme: .monochrome)
      #expect(isWaiting(screen))
      terminal.setFlow(true)
      let bytes = terminal.output {
        while isWaiting(screen) {
          screen.deliver()
          usleep(1000)
        }
        screen.close()
      }
      #expect(screen.delivery == .complete)
      let text = String(decoding: bytes, as: UTF8.self)
      for row in 0..<Self.size.rows { #expect(text.contains("row \(row): first")) }
    }

    @Test func `leaving gives up, and the modes are as they were`() throws {
      let terminal = try PseudoTerminal(size: Self.size)
      let before = terminal.modes
      let screen = try terminal.makeScreen()
      terminal.setFlow(false)
      screen.show(frame("first"), theme: .monochrome)
      screen.close()
      #expect(terminal.modes.c_lflag == before.c_lflag)
      #expect(terminal.modes.c_iflag == before.c_iflag)
      #expect(terminal.modes.c_oflag == before.c_oflag)
    }

    @Test func `what nobody has read makes room for what gives the terminal back`() throws {
      let terminal = try PseudoTerminal(size: Self.size)
      let screen = try terminal.makeScreen()
      var count = 0
      while !isWaiting(screen), count < 1000 {
        screen.invalidate()
        screen.show(frame("frame \(count)"), theme: .monochrome)
        count += 1
      }
      #expect(isWaiting(screen))
      screen.close()
      // Only now someone reads.
      let text = String(decoding: terminal.output {}, as: UTF8.self)
      #expect(text.contains("\u{1B}[?1049l"))
      #expect(text.contains("\u{1B}[?2004l"))
      #expect(!text.contains("frame \(count - 1)\u{1B}[50"))
    }

    @Test func `lent and taken again it is drawn whole once it goes on`() throws {
      let terminal = try PseudoTerminal(size: Self.size)
      let screen = try terminal.makeScreen()
      terminal.setFlow(false)
      screen.show(frame("first"), theme: .monochrome)
      screen.lend()
      let shell = terminal.modes
      #expect(shell.c_lflag & tcflag_t(ICANON) != 0)
      #expect(screen.resume())
      screen.show(frame("second"), theme: .monochrome)
      #expect(isWaiting(screen))
      terminal.setFlow(true)
      let bytes = terminal.output {
        while isWaiting(screen) {
          screen.deliver()
          usleep(1000)
        }
        screen.close()
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("first"))
      for row in 0..<Self.size.rows { #expect(text.contains("row \(row): second")) }
    }

    @Test func `a terminal that cannot be opened anew is written to without waiting, too`() throws {
      let terminal = try PseudoTerminal(size: Self.size)
      terminal.setFlow(false)
      var output = TerminalOutput(terminal.terminal)
      output.append(Array("some text".utf8))
      output.deliver()
      #expect(output.delivery == .waiting(for: terminal.terminal))
      let isEmpty = output.drain(within: 10)
      #expect(!isEmpty)
      terminal.setFlow(true)
      let bytes = terminal.output {
        let isEmpty = output.drain(within: 10_000)
        #expect(isEmpty)
      }
      #expect(String(decoding: bytes, as: UTF8.self) == "some text")
    }

    @Test func `a terminal that is gone is told from one that takes nothing`() throws {
      let ends = Pipe()
      try ends.fileHandleForReading.close()
      signal(SIGPIPE, SIG_IGN)
      var output = TerminalOutput(ends.fileHandleForWriting.fileDescriptor)
      output.append(Array("text".utf8))
      output.deliver()
      #expect(output.delivery == .lost)
    }
  }
}
