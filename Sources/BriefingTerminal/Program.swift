import BriefingReader
import Glibc

/// The full-screen program: a state, a terminal, and the loop between them.
public enum Program {
  /// Shows a state and lets it live until it quits; the terminal is then as it was before.
  ///
  /// The first event that the state gets is the size of the window. SIGTERM and SIGHUP give it a chance to
  /// answer ``Event/terminate`` and then end the process themselves, so that its parent sees the signal.
  ///
  /// - Parameters:
  ///   - state: The state at the start.
  ///   - effects: What is under way from the start. It begins before the terminal is set up.
  ///   - isASCII: Whether the terminal is said to show ASCII alone; then nothing else is written to it.
  ///   - needsTerminal: Whether work needs the terminal for itself. It then has it, on the loop's own thread, and
  ///     nothing else happens until the work is done.
  ///   - perform: Does work, each piece on a thread of its own where it may block, and hands over its answers. What
  ///     nobody wants any more, by the ``Work/policy`` of what came after it, sees `Task.isCancelled`, and what it
  ///     still answers is dropped. What must finish is waited for before the program ends.
  /// - Returns: The exit status that the state asked for.
  /// - Throws: Why the terminal cannot be used. Nothing has been written to it then.
  public static func run(
    _ state: State, effects: [Effect] = [], isASCII: Bool = false,
    needsTerminal: @escaping @Sendable (Work) -> Bool = { _ in false },
    perform: @escaping @Sendable (Work, Answers) -> Void
  ) throws(TerminalError) -> Int32 {
    let announcedSize = TerminalDevice.announcedSize { name in getenv(name).map { String(cString: $0) } }
    // ncurses would believe them, whatever the terminal says. Now, as long as no other thread looks at the environment.
    for name in ["LINES", "COLUMNS"] { unsetenv(name) }
    let device = try TerminalDevice.standard()
    let terminfo = try Terminfo(
      colorTerm: getenv("COLORTERM").map { String(cString: $0) }, isInTmux: getenv("TMUX") != nil,
      output: device.output)
    var state = state
    state.limitThemes(to: terminfo.colorDepth)
    if let unknown = terminfo.unknownName, state.message == nil {
      state.warn("There is no terminal “\(unknown)” (TERM) in the database: it is used as \(terminfo.name).")
    }
    guard let pipe = SelfPipe() else { throw .systemLimit(errno) }
    let mailbox = Mailbox(waking: pipe)
    var jobs = Jobs(mailbox: mailbox, perform: perform)
    for case .work(let work) in effects { jobs.start(work) }
    jobs.startAwaited()

    // Before ncurses, which would catch signals itself where nobody else does.
    let signals = Signals(writingTo: pipe)
    let screen = try NcursesScreen(
      device: device, terminfo: terminfo, isASCII: isASCII, announcedSize: announcedSize)
    let input = TerminalInput(terminal: device.input, pipe: pipe, sequences: terminfo.keySequences)
    var loop = EventLoop(
      application: state, terminal: screen, input: input, jobs: jobs, mailbox: mailbox,
      needsTerminal: needsTerminal)
    let ending = loop.run()
    // First the terminal: to write what was read and to free a large briefing may take a while.
    screen.close()
    loop.waitForUnfinished(ending)
    return withExtendedLifetime((signals, loop)) { ending.status() }
  }
}
