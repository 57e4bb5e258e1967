import BriefingCore
import BriefingLayout
import BriefingReader
import Foundation
import Synchronization
import Testing

@testable import BriefingTerminal

/// An application that writes down what happens to it and does what a test says.
private struct Recorder: Application {
  var theme = Theme.standard
  var log: [String] = []
  var answer: @Sendable (String) -> [Effect]

  mutating func update(_ event: Event) -> [Effect] {
    let name = Self.name(of: event)
    log.append(name)
    return answer(name)
  }

  func view() -> Frame {
    var frame = Frame(size: Size(rows: 1, columns: 200))
    frame.put(Cell.cells(log.joined(separator: " ")), row: 0, column: 0)
    return frame
  }

  private static func name(of event: Event) -> String {
    switch event {
    case .key(let key): key.typed.map(String.init) ?? "\(key)"
    case .paste(let text): "paste:\(text)"
    case .resize(let size): "\(size.columns)x\(size.rows)"
    case .interrupt: "interrupt"
    case .terminate: "terminate"
    case .resume: "resume"
    case .openFailed(let path, _): "opened:\(path)"
    case .catalogueFailed(let path, _): "scanned:\(path)"
    case .launchFailed(let message): "launched:\(message)"
    default: "?"
    }
  }
}

/// A screen in memory that plays a script: each frame is answered with the script's next step.
private struct ScriptedTerminal: TerminalScreen {
  var size = Size(rows: 24, columns: 80)
  var frames: [String] = []
  var calls: [String] = []
  var resumes: [Bool] = []
  var whileStopped: () -> Void = {}
  /// What is said of each frame's delivery, until the terminal is found ready to take more.
  var stalls: [TerminalDelivery] = []
  var delivery = TerminalDelivery.complete
  var steps: [() -> Void]

  mutating func deliver() { delivery = .complete }

  mutating func show(_ frame: Frame, theme: Theme) {
    frames.append(frame.text(row: 0))
    if !stalls.isEmpty { delivery = stalls.removeFirst() }
    if !steps.isEmpty { steps.removeFirst()() }
  }

  mutating func suspend() {
    calls.append("suspend")
    whileStopped()
  }

  mutating func lend() {
    calls.append("lend")
    whileStopped()
  }

  mutating func resume() -> Bool {
    calls.append("resume")
    return resumes.isEmpty ? true : resumes.removeFirst()
  }

  mutating func invalidate() { calls.append("invalidate") }
}

/// A loop on a pipe instead of a terminal.
private struct Bench {
  let pipe: SelfPipe
  let keyboard: Pipe
  var perform: Jobs.Perform = { _, _ in }
  var needsTerminal: (Work) -> Bool = { _ in false }
  var answer: @Sendable (String) -> [Effect] = { $0 == "q" ? [.terminal(.quit(status: 0))] : [] }

  init() throws {
    pipe = try #require(SelfPipe())
    keyboard = Pipe()
  }

  func type(_ text: String) { keyboard.fileHandleForWriting.write(Data(text.utf8)) }
  func signal(_ signal: Int32) { pipe.write(UInt8(signal)) }

  func run(
    _ steps: [() -> Void], whileStopped: @escaping () -> Void = {}, resumes: [Bool] = [],
    stalls: [TerminalDelivery] = []
  ) -> (ending: EventLoop<Recorder, ScriptedTerminal>.Ending, log: [String], terminal: ScriptedTerminal) {
    let mailbox = Mailbox(waking: pipe)
    var loop = EventLoop(
      application: Recorder(answer: answer),
      terminal: ScriptedTerminal(
        resumes: resumes, whileStopped: whileStopped, stalls: stalls, steps: steps),
      input: TerminalInput(terminal: keyboard.fileHandleForReading.fileDescriptor, pipe: pipe),
      jobs: Jobs(mailbox: mailbox, perform: perform), mailbox: mailbox, needsTerminal: needsTerminal)
    let ending = loop.run()
    return (ending, loop.application.log, loop.terminal)
  }
}

/// A pipe that cannot be written to until it is emptied: a terminal that takes nothing.
private final class FullPipe: Sendable {
  let writeEnd: Int32
  private let readEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    let bytes = [UInt8](repeating: 0, count: 4096)
    while write(writeEnd, bytes, bytes.count) > 0 {}
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func empty() {
    var bytes = [UInt8](repeating: 0, count: 65536)
    while read(readEnd, &bytes, bytes.count) > 0 {}
  }
}

@Suite(.timeLimit(.minutes(1))) struct EventLoopTests {
  @Test func `the first event is the size, and keys reach the application in order`() throws {
    let bench = try Bench()
    let (ending, log, _) = bench.run([{ bench.type("jk\u{1B}[Aq") }])
    #expect(ending == .quit(status: 0))
    #expect(log == ["80x24", "j", "k", "↑", "q"])
  }

  @Test func `keys typed ahead cost one frame`() throws {
    let bench = try Bench()
    let (_, _, terminal) = bench.run([{ bench.type("jjjjj") }, { bench.type("q") }])
    #expect(terminal.frames == ["80x24", "80x24 j j j j j"])
  }

  @Test func `a lone Escape is a key without a second one`() throws {
    let bench = try Bench()
    let (_, log, _) = bench.run([{ bench.type("\u{1B}") }, { bench.type("q") }])
    #expect(log == ["80x24", "Esc", "q"])
  }

  @Test func `the status that the application asks for is the ending`() throws {
    var bench = try Bench()
    bench.answer = { $0 == "x" ? [.terminal(.quit(status: 7))] : [] }
    let (ending, _, _) = bench.run([{ [bench] in bench.type("xy") }])
    #expect(ending == .quit(status: 7))
  }

  @Test func `signals become events, and a resize asks for the size`() throws {
    let bench = try Bench()
    let (_, log, _) = bench.run([
      { bench.signal(SIGINT) }, { bench.signal(SIGWINCH) }, { bench.type("q") },
    ])
    #expect(log == ["80x24", "interrupt", "80x24", "q"])
  }

  @Test func `after ^C, with which a terminal drops output, everything is drawn anew`() throws {
    let bench = try Bench()
    let (_, _, terminal) = bench.run([{ bench.signal(SIGINT) }, { bench.type("q") }])
    #expect(terminal.calls == ["invalidate"])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal to end ends, even where the application does not answer`(signal: Int32) throws {
    let bench = try Bench()
    let (ending, log, _) = bench.run([{ bench.signal(signal) }])
    #expect(ending == .signal(signal))
    #expect(log.last == "terminate")
  }

  @Test func `a lost terminal ends`() throws {
    let bench = try Bench()
    let (ending, log, _) = bench.run([{ try? bench.keyboard.fileHandleForWriting.close() }])
    #expect(ending == .terminalLost)
    #expect(log.last == "terminate")
  }

  @Test func `after a stop the terminal is taken again and drawn whole`() throws {
    let bench = try Bench()
    let (_, log, terminal) = bench.run([{ bench.signal(SIGTSTP) }, { bench.type("q") }])
    #expect(terminal.calls == ["suspend", "resume", "invalidate"])
    #expect(log == ["80x24", "80x24", "resume", "q"])
  }

  @Test func `the application can ask for a stop and for a fresh frame`() throws {
    var bench = try Bench()
    bench.answer = {
      ["z": [.terminal(.suspend)], "l": [.terminal(.redraw)], "q": [.terminal(.quit(status: 0))]][$0] ?? []
    }
    let (_, _, terminal) = bench.run([{ [bench] in bench.type("z") }, { [bench] in bench.type("lq") }])
    #expect(terminal.calls == ["suspend", "resume", "invalidate", "invalidate"])
  }

  @Test func `a process told to end while it is stopped leaves the terminal alone`() throws {
    let bench = try Bench()
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
    let bench = try Bench()
    let (_, _, terminal) = bench.run(
      [{ bench.signal(SIGTSTP) }, { bench.type("q") }], resumes: [false, true])
    #expect(terminal.calls == ["suspend", "resume", "resume", "invalidate"])
  }

  @Test func `a quick answer is in the first frame after its key`() throws {
    var bench = try Bench()
    bench.answer = { ["o": [.work(.open(path: "a.md"))], "q": [.terminal(.quit(status: 0))]][$0] ?? [] }
    bench.perform = { effect, answer in
      if case .open(let path) = effect { answer(.openFailed(path: path, message: "")) }
    }
    let (_, _, terminal) = bench.run([{ [bench] in bench.type("o") }, { [bench] in bench.type("q") }])
    #expect(terminal.frames == ["80x24", "80x24 o opened:a.md"])
  }

  @Test func `a slow answer does not keep the frame or the keys`() throws {
    var bench = try Bench()
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

  @Test func `a program that needs the terminal has it until it ends`() throws {
    guard case .web(let address) = LinkTarget("https://example.org", in: "a.md") else {
      Issue.record("no address")
      return
    }
    var bench = try Bench()
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
    var bench = try Bench()
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
    var bench = try Bench()
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

  /// By a key, a signal, and a terminal that is gone.
  @Test(arguments: ["q", "SIGTERM", "SIGHUP", "lost"])
  func `what must finish is done before every way of ending, and what need not is told to end`(way: String)
    throws
  {
    var bench = try Bench()
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

  @Test func `jobs of different kinds run side by side`() throws {
    var bench = try Bench()
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

  @Test func `a terminal that takes nothing keeps no key and no signal`() throws {
    let bench = try Bench()
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
    var bench = try Bench()
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
    let bench = try Bench()
    let (ending, log, _) = bench.run([{ bench.type("j") }], stalls: [.lost])
    #expect(ending == .terminalLost)
    #expect(log.last == "terminate")
  }

  @Test func `a paste without its end is over after a while, and keys are keys again`() throws {
    let bench = try Bench()
    let (_, log, _) = bench.run([{ bench.type("\u{1B}[200~one") }, { bench.type("q") }])
    #expect(log == ["80x24", "paste:one", "q"])
  }

  @Test(arguments: [SIGINT, SIGTSTP])
  func `what was typed before ^C and ^Z is gone, the end of a paste too`(signal: Int32) throws {
    let bench = try Bench()
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

  @Test func `an Escape is not kept back by work that wakes the loop all the time`() throws {
    var bench = try Bench()
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

  @Test func `of keys that come at once only the last one's work is started`() throws {
    var bench = try Bench()
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
    var bench = try Bench()
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

  @Test func `nothing runs while nothing happens`() throws {
    let bench = try Bench()
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
