import BriefingLayout
import BriefingReader
import Foundation
import Synchronization
import Testing

@testable import BriefingTerminal

/// Signals, stops, and the ways of ending.
@Suite(.timeLimit(.minutes(1))) struct EventLoopSignalTests {
  @Test func `the status that the application asks for is the ending`() throws {
    var bench = try LoopBench()
    bench.answer = { $0 == "x" ? [.terminal(.quit(status: 7))] : [] }
    let (ending, _, _) = bench.run([{ [bench] in bench.type("xy") }])
    #expect(ending == .quit(status: 7))
  }

  @Test func `signals become events, and a resize asks for the size`() throws {
    let bench = try LoopBench()
    let (_, log, _) = bench.run([
      { bench.signal(SIGINT) }, { bench.signal(SIGWINCH) }, { bench.type("q") },
    ])
    #expect(log == ["80x24", "interrupt", "80x24", "q"])
  }

  @Test func `after ^C, with which a terminal drops output, everything is drawn anew`() throws {
    let bench = try LoopBench()
    let (_, _, terminal) = bench.run([{ bench.signal(SIGINT) }, { bench.type("q") }])
    #expect(terminal.calls == ["invalidate"])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal to end ends, even where the application does not answer`(signal: Int32) throws {
    let bench = try LoopBench()
    let (ending, log, _) = bench.run([{ bench.signal(signal) }])
    #expect(ending == .signal(signal))
    #expect(log.last == "terminate")
  }

  @Test func `a lost terminal ends`() throws {
    let bench = try LoopBench()
    let (ending, log, _) = bench.run([{ try? bench.keyboard.fileHandleForWriting.close() }])
    #expect(ending == .terminalLost)
    #expect(log.last == "terminate")
  }

  @Test func `after a stop the terminal is taken again and drawn whole`() throws {
    let bench = try LoopBench()
    let (_, log, terminal) = bench.run([{ bench.signal(SIGTSTP) }, { bench.type("q") }])
    #expect(terminal.calls == ["suspend", "resume", "invalidate"])
    #expect(log == ["80x24", "80x24", "resume", "q"])
  }

  @Test func `the application can ask for a stop and for a fresh frame`() throws {
    var bench = try LoopBench()
    bench.answer = {
      ["z": [.terminal(.suspend)], "l": [.terminal(.redraw)], "q": [.terminal(.quit(status: 0))]][$0] ?? []
    }
    let (_, _, terminal) = bench.run([{ [bench] in bench.type("z") }, { [bench] in bench.type("lq") }])
    #expect(terminal.calls == ["suspend", "resume", "invalidate", "invalidate"])
  }

  @Test func `a process told to end while it is stopped leaves the terminal alone`() throws {
    let bench = try LoopBench()
    let (ending, _, terminal) = bench.run(
      [{ bench.signal(SIGTSTP) }],
      whileStopped: {
        bench.signal(SIGTERM)
        bench.signal(SIGCONT)
      })
    #expect(ending == .signal(SIGTERM))
    #expect(terminal.calls == ["suspend"])
  }

  @Test func `taking the terminal again is tried until no signal comes between`() throws {
    let bench = try LoopBench()
    let (_, _, terminal) = bench.run(
      [{ bench.signal(SIGTSTP) }, { bench.type("q") }], resumes: [false, true])
    #expect(terminal.calls == ["suspend", "resume", "resume", "invalidate"])
  }

  /// By a key, a signal, and a terminal that is gone.
  @Test(arguments: ["q", "SIGTERM", "SIGHUP", "lost"])
  func `what must finish is done before every way of ending, and what need not is told to end`(way: String)
    throws
  {
    var bench = try LoopBench()
    let done = Mutex<[String]>([])
    let hasBegun = DispatchSemaphore(value: 0)
    bench.answer = {
      switch $0 {
      case "s": [.work(.rememberSearch("a")), .work(.open(path: "endless"))]
      case "q": [.terminal(.quit(status: 0))]
      default: []
      }
    }
    bench.perform = { work, _ in
      if case .rememberSearch(let text) = work {
        hasBegun.signal()
        // Longer than the end takes, were it not waited for.
        Thread.sleep(forTimeInterval: 0.1)
        done.withLock { $0.append(Task.isCancelled ? "cancelled" : text) }
      } else {
        while !Task.isCancelled { sched_yield() }
      }
    }
    _ = bench.run([
      { [bench] in bench.type("s") },
      {
        [bench] in
        hasBegun.wait()
        switch way {
        case "SIGTERM": bench.signal(SIGTERM)
        case "SIGHUP": bench.signal(SIGHUP)
        case "lost": try? bench.keyboard.fileHandleForWriting.close()
        default: bench.type("q")
        }
      },
    ])
    #expect(done.withLock { $0 } == ["a"])
  }

  @Test(arguments: [SIGINT, SIGTSTP])
  func `what was typed before ^C and ^Z is gone, the end of a paste too`(signal: Int32) throws {
    let bench = try LoopBench()
    var input = TerminalInput(terminal: bench.keyboard.fileHandleForReading.fileDescriptor, pipe: bench.pipe)
    bench.type("\u{1B}[200~one")
    #expect(input.wait().events.isEmpty)
    bench.signal(signal)
    #expect(input.wait().events.isEmpty)
    bench.type("q")
    let events = input.wait().events
    #expect(events.count == 1)
    guard case .key("q")? = events.first else {
      Issue.record("not the key: \(events)")
      return
    }
  }
}
