import BriefingLayout
import BriefingReader
import Foundation
import Synchronization
import Testing

@testable import BriefingTerminal

/// Work that the application asks for, and its answers.
@Suite(.timeLimit(.minutes(1))) struct EventLoopJobTests {
  @Test func `a quick answer is in the first frame after its key`() throws {
    var bench = try LoopBench()
    bench.answer = { ["o": [.work(.open(path: "a.md"))], "q": [.terminal(.quit(status: 0))]][$0] ?? [] }
    bench.perform = { effect, answer in
      if case .open(let path) = effect { answer(.openFailed(path: path, message: "")) }
    }
    let (_, _, terminal) = bench.run([{ [bench] in bench.type("o") }, { [bench] in bench.type("q") }])
    #expect(terminal.frames == ["80x24", "80x24 o opened:a.md"])
  }

  @Test func `a slow answer does not keep the frame or the keys`() throws {
    var bench = try LoopBench()
    let gate = DispatchSemaphore(value: 0)
    bench.answer = {
      ["o": [.work(.open(path: "a.md"))], "opened:a.md": [.terminal(.quit(status: 0))]][$0] ?? []
    }
    bench.perform = { effect, answer in
      gate.wait()
      if case .open(let path) = effect { answer(.openFailed(path: path, message: "")) }
    }
    let (_, log, terminal) = bench.run([
      { [bench] in bench.type("o") }, { [bench] in bench.type("j") }, { gate.signal() },
    ])
    #expect(log == ["80x24", "o", "j", "opened:a.md"])
    #expect(terminal.frames == ["80x24", "80x24 o", "80x24 o j"])
  }

  @Test func `what nobody waits for begins once the frame is shown`() throws {
    var bench = try LoopBench()
    let begun = Mutex(false)
    let isBegunAtFrame = Mutex<[Bool]>([])
    bench.answer = {
      ["o": [.work(.attendState)], "launched:over": [.terminal(.quit(status: 0))]][$0] ?? []
    }
    bench.perform = { _, answer in
      begun.withLock { $0 = true }
      answer(.launchFailed(message: "over"))
    }
    let note = { isBegunAtFrame.withLock { $0.append(begun.withLock(\.self)) } }
    let (_, log, _) = bench.run([{ [bench] in bench.type("o") }, { note() }])
    #expect(isBegunAtFrame.withLock(\.self) == [false])
    #expect(log == ["80x24", "o", "launched:over"])
  }

  @Test func `a program that needs the terminal has it until it ends`() throws {
    guard case .web(let address) = LinkTarget("https://example.org", in: "a.md") else {
      Issue.record("no address")
      return
    }
    var bench = try LoopBench()
    bench.needsTerminal = { if case .launch = $0 { true } else { false } }
    bench.answer = {
      ["o": [.work(.launch(address))], "launched:gone": [.terminal(.quit(status: 0))]][$0] ?? []
    }
    bench.perform = { _, answer in answer(.launchFailed(message: "gone")) }
    let (ending, log, terminal) = bench.run([{ [bench] in bench.type("oj") }])
    #expect(ending == .quit(status: 0))
    #expect(terminal.calls == ["lend", "resume", "invalidate"])
    #expect(log == ["80x24", "o", "80x24", "resume", "launched:gone"])
  }

  @Test func `a newer job of a kind cancels the older, whose answer is dropped`() throws {
    var bench = try LoopBench()
    let wasCancelled = Mutex(false)
    let started = DispatchSemaphore(value: 0)
    bench.answer = {
      switch $0 {
      case "a": [.work(.open(path: "slow"))]
      case "b": [.work(.open(path: "quick"))]
      case "opened:quick": [.terminal(.quit(status: 0))]
      default: []
      }
    }
    bench.perform = { effect, answer in
      guard case .open(let path) = effect else { return }
      if path == "slow" {
        started.signal()
        while !Task.isCancelled { sched_yield() }
        wasCancelled.withLock { $0 = true }
        answer(.openFailed(path: path, message: ""))
        started.signal()
      } else {
        // After the slow one has tried to answer.
        started.wait()
        answer(.openFailed(path: path, message: ""))
      }
    }
    let (_, log, _) = bench.run([
      {
        [bench] in
        bench.type("a")
      },
      {
        [bench] in
        started.wait()
        bench.type("b")
      },
    ])
    #expect(wasCancelled.withLock { $0 })
    #expect(log == ["80x24", "a", "b", "opened:quick"])
  }

  @Test func `what is being written is written before the end`() throws {
    var bench = try LoopBench()
    let written = Mutex<[String]>([])
    bench.answer = {
      $0 == "q"
        ? [.work(.rememberSearch("a")), .work(.rememberSearch("b")), .terminal(.quit(status: 0))] : []
    }
    bench.perform = { effect, _ in
      guard case .rememberSearch(let text) = effect else { return }
      Thread.sleep(forTimeInterval: 0.05)
      written.withLock { $0.append(text) }
    }
    _ = bench.run([{ [bench] in bench.type("q") }])
    #expect(written.withLock { $0.sorted() } == ["a", "b"])
  }

  @Test func `jobs of different kinds run side by side`() throws {
    var bench = try LoopBench()
    let scanned = DispatchSemaphore(value: 0)
    bench.answer = {
      switch $0 {
      case "a": [.work(.scan(path: ".")), .work(.open(path: "a.md"))]
      case "scanned:.": [.terminal(.quit(status: 0))]
      default: []
      }
    }
    bench.perform = { effect, answer in
      switch effect {
      case .scan(let path):
        // Ends only when the briefing has been opened meanwhile.
        scanned.wait()
        answer(.catalogueFailed(path: path, message: ""))
      case .open(let path):
        answer(.openFailed(path: path, message: ""))
        scanned.signal()
      default: break
      }
    }
    let (_, log, _) = bench.run([{ [bench] in bench.type("a") }])
    #expect(log == ["80x24", "a", "opened:a.md", "scanned:."])
  }

  @Test func `of keys that come at once only the last one's work is started`() throws {
    var bench = try LoopBench()
    let opened = Mutex<[String]>([])
    bench.answer = { event in
      switch event {
      case "a", "b", "c": [.work(.open(path: event))]
      case "opened:c": [.terminal(.quit(status: 0))]
      default: []
      }
    }
    bench.perform = { effect, answer in
      guard case .open(let path) = effect else { return }
      opened.withLock { $0.append(path) }
      answer(.openFailed(path: path, message: ""))
    }
    _ = bench.run([{ [bench] in bench.type(String(repeating: "ab", count: 1000) + "c") }])
    #expect(opened.withLock { $0 } == ["c"])
  }

  @Test func `an opening that is cancelled in the same turn never begins`() throws {
    var bench = try LoopBench()
    let opened = Mutex<[String]>([])
    bench.answer = { event in
      switch event {
      case "a": [.work(.open(path: event))]
      case "x": [.giveUp(.opening), .work(.scan(path: "."))]
      case "scanned:.": [.terminal(.quit(status: 0))]
      default: []
      }
    }
    bench.perform = { effect, answer in
      if case .open(let path) = effect { opened.withLock { $0.append(path) } }
      if case .scan(let path) = effect { answer(.catalogueFailed(path: path, message: "")) }
    }
    _ = bench.run([{ [bench] in bench.type("ax") }])
    #expect(opened.withLock { $0 } == [])
  }
}
