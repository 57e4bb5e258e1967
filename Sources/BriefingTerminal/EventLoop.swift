import BriefingLayout
import BriefingReader

/// What the loop drives: values in, values out.
protocol Application {
  /// The colours of the next frame.
  var theme: Theme { get }
  /// Takes an event in and says what is to be done.
  mutating func update(_ event: Event) -> [Effect]
  /// Takes in what time it is, before each event.
  mutating func note(_ moment: Moment)
  /// What the screen shows.
  func view() -> Frame
}

extension State: Application {
  mutating func update(_ event: Event) -> [Effect] { BriefingReader.update(&self, event) }
  func view() -> Frame { BriefingReader.view(self) }
  mutating func note(_ moment: Moment) { now = moment }
}

/// A screen that can be given back to whoever had it before. Nothing about it waits for a terminal that takes
/// nothing.
protocol TerminalScreen: Screen {
  /// How much of the last frame the terminal has taken.
  var delivery: TerminalDelivery { get }
  /// Hands over more of it, as much as the terminal takes now.
  mutating func deliver()
  /// Gives the terminal back and stops the process; it returns when the process goes on.
  mutating func suspend()
  /// Gives the terminal back, for another program.
  mutating func lend()
  /// Takes the terminal; false where a signal came first, and has to be looked at.
  mutating func resume() -> Bool
  /// Sends a text to the terminal's clipboard; false where the terminal has none.
  mutating func copy(_ bytes: [UInt8]) -> Bool
  /// Forgets what the terminal shows, so that the next frame is drawn whole.
  mutating func invalidate()
}

/// Event, update, frame; event, update, frame. Nothing runs in between.
struct EventLoop<App: Application, Terminal: TerminalScreen> {
  /// At most this long a frame waits for answers, so that opening and finding do not flicker.
  private static var patience: Duration { .milliseconds(30) }

  private(set) var application: App
  private(set) var terminal: Terminal
  private var input: TerminalInput
  private var jobs: Jobs
  private let mailbox: Mailbox
  private let needsTerminal: (Work) -> Bool
  private var ending: Ending?
  private var isFrameStale = true
  /// What was shown last: the mouse points at that.
  private var shown: Frame?
  private var clock = ProgramClock()
  /// When the application is to be sent a tick.
  private var wakeTime: ContinuousClock.Instant?

  /// Makes a loop; `jobs` may be under way already.
  init(
    application: App, terminal: Terminal, input: TerminalInput, jobs: Jobs, mailbox: Mailbox,
    needsTerminal: @escaping (Work) -> Bool = { _ in false }
  ) {
    self.application = application
    self.terminal = terminal
    self.input = input
    self.jobs = jobs
    self.mailbox = mailbox
    self.needsTerminal = needsTerminal
  }

  /// Runs until something ends it. The work that is under way then is told to end, unless it must finish: for that
  /// ``waitForUnfinished(_:)`` waits.
  mutating func run() -> Ending {
    dispatch(.resize(terminal.size))
    jobs.startAwaited()
    while true {
      waitForQuickAnswers()
      if let ending {
        jobs.cancelAll()
        return ending
      }
      // A terminal that still has to take a frame gets the next one afterwards, and only the newest.
      if isFrameStale, terminal.delivery == .complete {
        let frame = application.view()
        terminal.show(frame, theme: application.theme)
        shown = frame
        isFrameStale = false
      }
      jobs.startLater()
      takeIn(wait(until: wakeTime))
      tick()
    }
  }

  /// Waits for the work that must finish, for as long as an end of this kind may take; where it is not done by then, that is
  /// said.
  func waitForUnfinished(_ ending: Ending) { ending.waitForUnfinished(of: jobs) }

  private mutating func tick() {
    guard let time = wakeTime, time <= .now else { return }
    wakeTime = nil
    dispatch(.tick)
    jobs.startAwaited()
  }

  private mutating func wait(until deadline: ContinuousClock.Instant? = nil) -> TerminalInput.Arrivals {
    guard case .waiting(let descriptor) = terminal.delivery else { return input.wait(until: deadline) }
    let arrivals = input.wait(until: deadline, orWritable: descriptor)
    if arrivals.isWritable { terminal.deliver() }
    return arrivals
  }

  private mutating func waitForQuickAnswers() {
    let limit = ContinuousClock.now + Self.patience
    while ending == nil, let until = jobs.worthWaitingUntil {
      let deadline = min(limit, until)
      guard .now < deadline else { return }
      takeIn(wait(until: deadline))
    }
  }

  private mutating func takeIn(_ arrivals: TerminalInput.Arrivals) {
    for request in arrivals.requests { answer(request) }
    for event in arrivals.events { dispatch(event) }
    for event in jobs.events(in: mailbox.collect()) { dispatch(event) }
    jobs.startAwaited()
    if arrivals.isTerminalLost || terminal.delivery == .lost, ending == nil {
      dispatch(.terminate)
      ending = .terminalLost
    }
  }

  private mutating func answer(_ request: Signals.Request) {
    guard ending == nil else { return }
    switch request {
    case .interrupt:
      // With `^C` the terminal drops what was written and not shown yet; what it shows is not known any more.
      terminal.invalidate()
      dispatch(.interrupt)
    case .resize: dispatch(.resize(terminal.size))
    case .stop: suspend()
    case .resume: takeTerminal()
    case .terminate(let signal):
      dispatch(.terminate)
      ending = .signal(signal)
    }
  }

  private mutating func dispatch(_ event: Event) {
    guard ending == nil else { return }
    isFrameStale = true
    application.note(clock.now)
    var event = event
    if case .mouse(var mouse) = event {
      mouse.target = shown?.target(at: mouse.position)
      event = .mouse(mouse)
    }
    for effect in application.update(event) {
      switch effect {
      case .terminal(.quit(let status)):
        ending = .quit(status: status)
        return
      case .terminal(.suspend): suspend()
      case .terminal(.redraw): terminal.invalidate()
      case .terminal(.copy(let clip)): dispatch(.clipboard(clip, isSent: terminal.copy(clip.bytes)))
      case .terminal(.wake(let milliseconds)): wakeTime = .now + .milliseconds(milliseconds)
      case .work(let work) where needsTerminal(work): lendTerminal(for: work)
      case .work(let work): jobs.start(work)
      case .giveUp(let owner): jobs.giveUp(owner)
      }
    }
  }

  private mutating func lendTerminal(for work: Work) {
    let pause = clock.pause()
    terminal.lend()
    let answers = jobs.run(work)
    clock.resume(pause)
    takeTerminal()
    for event in answers { dispatch(event) }
  }

  private mutating func suspend() {
    let pause = clock.pause()
    terminal.suspend()
    clock.resume(pause)
    takeTerminal()
  }

  private mutating func takeTerminal() {
    repeat {
      // Stopped processes are often told to end before they are told to go on: then the terminal is the
      // shell's, and stays untouched. The signal that continued us is this very request.
      for request in input.takeRequests() where request != .resume && request != .stop { answer(request) }
      if ending != nil { return }
    } while !terminal.resume()
    terminal.invalidate()
    dispatch(.resize(terminal.size))
    dispatch(.resume)
  }
}
