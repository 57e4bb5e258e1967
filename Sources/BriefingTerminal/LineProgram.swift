import BriefingReader
import Glibc

/// The program by lines: a line is read, done, and what there is to tell is written, without a full screen and without an
/// escape sequence.
public struct LineProgram {
  /// How long what is told waits for what is only looked up.
  private static let patience = Duration.milliseconds(500)

  private var session: LineSession
  private var input: LineInput
  private var jobs: Jobs
  private let mailbox: Mailbox
  private let needsTerminal: (Work) -> Bool
  private let write: (String) -> Void
  private var clock = ProgramClock()
  private var wakeTime: ContinuousClock.Instant?
  private var ending: Ending?

  /// Tells and asks until something ends it.
  ///
  /// - Parameters:
  ///   - session: What there is at the start.
  ///   - effects: What is under way from the start.
  ///   - input: The descriptor from which lines come: a terminal, a pipe or a file.
  ///   - needsTerminal: Whether work needs the terminal for itself, as with ``Program``.
  ///   - perform: Does work, as with ``Program``.
  ///   - write: Writes text at once.
  /// - Returns: The exit status; the end of the lines is 0.
  /// - Throws: ``TerminalError/systemLimit(_:)`` where the system gives no pipe.
  public static func run(
    _ session: LineSession, effects: [Effect], input: Int32,
    needsTerminal: @escaping @Sendable (Work) -> Bool,
    perform: @escaping @Sendable (Work, Answers) -> Void, write: @escaping (String) -> Void
  ) throws(TerminalError) -> Int32 {
    guard let pipe = SelfPipe() else { throw .systemLimit(errno) }
    let mailbox = Mailbox(waking: pipe)
    let signals = Signals(writingTo: pipe)
    var program = LineProgram(
      session: session, input: LineInput(input, pipe: pipe), jobs: Jobs(mailbox: mailbox, perform: perform),
      mailbox: mailbox, needsTerminal: needsTerminal, write: write)
    program.perform(effects)
    let ending = program.run()
    return withExtendedLifetime(signals) { ending.status() }
  }

  private mutating func run() -> Ending {
    while true {
      settle()
      guard ending == nil else { break }
      for line in session.report() { write(line + "\n") }
      write("> ")
      guard let line = nextLine() else {
        // The shell's prompt gets a line of its own.
        write("\n")
        break
      }
      session.note(clock.now)
      perform(session.take(line))
    }
    if ending == nil { perform(session.update(.terminate)) }
    jobs.cancelAll()
    let ending = ending ?? .quit(status: 0)
    ending.waitForUnfinished(of: jobs)
    return ending
  }

  /// Waits until what was asked for is there.
  private mutating func settle() {
    let limit = ContinuousClock.now + Self.patience
    while ending == nil {
      let isLookingUp = session.isLookingUp && .now < limit
      guard session.isWaiting || isLookingUp else { return }
      takeIn(input.wait(until: session.isWaiting ? wakeTime : min(limit, wakeTime ?? limit), forLine: false))
    }
  }

  /// The next line; nil at the end of all, or where something ends the program.
  private mutating func nextLine() -> String? {
    while ending == nil {
      if let line = input.next() { return line }
      let arrivals = input.wait(until: wakeTime, forLine: true)
      takeIn(arrivals)
      if arrivals.isOver { return ending == nil ? input.next() : nil }
    }
    return nil
  }

  private mutating func takeIn(_ arrivals: LineInput.Arrivals) {
    for request in arrivals.requests where ending == nil {
      switch request {
      case .interrupt: dispatch(.interrupt)
      case .terminate(let signal):
        dispatch(.terminate)
        ending = .signal(signal)
      case .stop:
        let pause = clock.pause()
        Signals.stopProcess()
        clock.resume(pause)
      // Lines that were written stay as they are.
      case .resize, .resume: break
      }
    }
    for event in jobs.events(in: mailbox.collect()) { dispatch(event) }
    if let time = wakeTime, time <= .now {
      wakeTime = nil
      dispatch(.tick)
    }
  }

  private mutating func dispatch(_ event: Event) {
    guard ending == nil else { return }
    session.note(clock.now)
    perform(session.update(event))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects where ending == nil {
      switch effect {
      case .terminal(.quit(let status)): ending = .quit(status: status)
      case .terminal(.wake(let milliseconds)): wakeTime = .now + .milliseconds(milliseconds)
      case .terminal(.suspend), .terminal(.redraw): break
      // The terminal is asked by an escape sequence: here only a program of the reader's copies.
      case .terminal(.copy(let clip)): dispatch(.clipboard(clip, isSent: false))
      case .work(let work) where needsTerminal(work):
        let pause = clock.pause()
        let answers = jobs.run(work)
        clock.resume(pause)
        for event in answers { dispatch(event) }
      case .work(let work): jobs.start(work)
      case .giveUp(let owner): jobs.giveUp(owner)
      }
    }
    jobs.startAwaited()
    jobs.startLater()
  }
}
