import BriefingLayout
import BriefingReader
import Foundation
import Synchronization
import Testing

@testable import BriefingTerminal

/// A terminal that takes nothing, or takes it late.
@Suite(.timeLimit(.minutes(1))) struct EventLoopStallTests {
  @Test func `a terminal that takes nothing keeps no key and no signal`() throws {
    let bench = try LoopBench()
    let full = try FullPipe()
    let (ending, log, terminal) = bench.run(
      [
        {
          bench.type("jk")
          bench.signal(SIGINT)
          bench.type("q")
        }
      ], stalls: [.waiting(for: full.writeEnd)])
    withExtendedLifetime(full) {}
    #expect(ending == .quit(status: 0))
    #expect(log.sorted() == ["80x24", "interrupt", "j", "k", "q"])
    #expect(terminal.frames.count == 1)
  }

  @Test func `a terminal that takes frames late gets the newest only`() throws {
    var bench = try LoopBench()
    let full = try FullPipe()
    let seen = Mutex(0)
    bench.answer = { event in
      if event == "q" { return [.terminal(.quit(status: 0))] }
      let count = seen.withLock { count in
        if event == "j" { count += 1 }
        return count
      }
      // The terminal goes on once five keys have come.
      if count == 5 { full.empty() }
      return []
    }
    let keyboard = bench.keyboard.fileHandleForWriting.fileDescriptor
    let (_, _, terminal) = bench.run(
      [
        { Thread.detachNewThread { for _ in 0..<5 { _ = write(keyboard, "j", 1) } } },
        { [bench] in bench.type("q") },
      ], stalls: [.waiting(for: full.writeEnd)])
    #expect(terminal.frames.first == "80x24")
    #expect(terminal.frames.last == "80x24 j j j j j")
    #expect(terminal.frames.count == 2)
  }

  @Test func `a terminal that is lost while it is drawn to ends`() throws {
    let bench = try LoopBench()
    let (ending, log, _) = bench.run([{ bench.type("j") }], stalls: [.lost])
    #expect(ending == .terminalLost)
    #expect(log.last == "terminate")
  }
}
