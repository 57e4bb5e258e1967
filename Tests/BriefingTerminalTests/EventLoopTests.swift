import BriefingLayout
import BriefingReader
import Foundation
import Synchronization
import Testing

@testable import BriefingTerminal

/// Keys, frames, and the sleep between them.
@Suite(.timeLimit(.minutes(1))) struct EventLoopTests {
  @Test func `the first event is the size, and keys reach the application in order`() throws {
    let bench = try LoopBench()
    let (ending, log, _) = bench.run([{ bench.type("jk\u{1B}[Aq") }])
    #expect(ending == .quit(status: 0))
    #expect(log == ["80x24", "j", "k", "↑", "q"])
  }

  @Test func `keys typed ahead cost one frame`() throws {
    let bench = try LoopBench()
    let (_, _, terminal) = bench.run([{ bench.type("jjjjj") }, { bench.type("q") }])
    #expect(terminal.frames == ["80x24", "80x24 j j j j j"])
  }

  @Test func `a lone Escape is a key without a second one`() throws {
    let bench = try LoopBench()
    let (_, log, _) = bench.run([{ bench.type("\u{1B}") }, { bench.type("q") }])
    #expect(log == ["80x24", "Esc", "q"])
  }

  @Test func `a paste without its end is over after a while, and keys are keys again`() throws {
    let bench = try LoopBench()
    let (_, log, _) = bench.run([{ bench.type("\u{1B}[200~one") }, { bench.type("q") }])
    #expect(log == ["80x24", "paste:one", "q"])
  }

  @Test func `an Escape is not kept back by work that wakes the loop all the time`() throws {
    var bench = try LoopBench()
    let isOver = Mutex(false)
    bench.answer = {
      $0 == "Esc" ? [.terminal(.quit(status: 0))] : $0 == "s" ? [.work(.scan(path: "."))] : []
    }
    bench.perform = { _, answer in
      for _ in 0..<5000 where !isOver.withLock({ $0 }) {
        answer(.catalogueFailed(path: ".", message: ""))
        Thread.sleep(forTimeInterval: 0.002)
      }
      answer(.launchFailed(message: "over"))
    }
    let (_, log, _) = bench.run([{ [bench] in bench.type("s") }, { [bench] in bench.type("\u{1B}") }])
    isOver.withLock { $0 = true }
    #expect(!log.contains("launched:over"))
  }

  @Test(arguments: [true, false]) func `a copy goes to the terminal, and whether it went is told`(
    isSent: Bool
  ) throws {
    var bench = try LoopBench()
    bench.hasClipboard = isSent
    bench.answer = { key in
      switch key {
      case "y": [.terminal(.copy(Clip(label: "it", Array("text".utf8))))]
      case "q": [.terminal(.quit(status: 0))]
      default: []
      }
    }
    let (_, log, terminal) = bench.run([{ [bench] in bench.type("yq") }])
    #expect(terminal.calls == ["copy:text"])
    #expect(log == ["80x24", "y", isSent ? "sent:it" : "not sent:it", "q"])
  }

  @Test func `nothing runs while nothing happens`() throws {
    let bench = try LoopBench()
    let writer = bench.keyboard.fileHandleForWriting
    let (_, _, terminal) = bench.run([
      {
        // Woken without a reason, the loop sleeps on and draws nothing.
        bench.pipe.write(Mailbox.wakeUp)
        Thread.detachNewThread {
          Thread.sleep(forTimeInterval: 0.05)
          writer.write(Data("q".utf8))
        }
      }
    ])
    #expect(terminal.frames == ["80x24"])
  }
}
