import CommonMarkSamples
import Foundation
import ProgramDriver

/// Plays one burst, and looks what comes of it.
final class MonkeyRun {
  /// A key has to be answered within so many seconds, however busy the machine.
  private static let patience = 15.0
  /// Bytes of memory at most, and threads: a few times what is needed.
  private static let bounds = (memory: 800_000_000, threads: 64)
  /// How much of the output is kept.
  private static let tailLength = 200_000

  private let burst: MonkeyBurst
  private let scratch: Scratch
  private let terminal: ProgramInTerminal
  private var scanner = OutputScanner(.screen, allowing: [.copies])
  private var outcome = MonkeyOutcome()
  private var typed: Set<UInt8> = []
  private var signals: Set<Int32> = []
  /// Whether the last paste that was begun has not been ended.
  private var isPasteOpen = false

  /// Makes the library and starts the program.
  ///
  /// - Parameter shipped: The folder of briefings that the library has as well.
  init(_ burst: MonkeyBurst, program: String, shipped: String) throws {
    self.burst = burst
    scratch = try Scratch()
    try Self.fill(scratch.library, burst, shipped)
    var words = [program] + burst.options
    words.append(scratch.library)
    var bytes = words.map { Array($0.utf8) }
    if let opened = burst.opened {
      bytes[bytes.count - 1] += [UInt8(ascii: "/")] + burst.files[opened].name
    }
    // Without echo: what is typed while the program leaves would come back, and look like its output. And a
    // terminal that drops output by itself would make any of it look cut.
    terminal = try ProgramInTerminal(
      bytes: bytes, environment: scratch.environment(term: burst.term, browser: burst.browser),
      columns: burst.columns, rows: burst.rows, echoes: false, forgets: false)
  }

  /// Plays it to its end.
  func run() -> MonkeyOutcome {
    terminal.onOutput = { [unowned self] bytes in take(bytes) }
    do throws(DriverFailure) {
      try start()
      for step in burst.steps where terminal.ending == nil {
        try perform(step)
        while let _ = try terminal.read(within: 0) {}
        look()
      }
      try checkAnswer()
      look()
      try quit()
    } catch {
      // Most often the program has ended, which was seen first at the terminal.
      if terminal.waitForEnd(seconds: 2) == nil { find(error.description, "") }
    }
    checkEnd()
    return outcome
  }

  private func find(_ kind: String, _ detail: String) {
    outcome.findings.append(MonkeyOutcome.Finding(kind: kind, detail: detail))
  }

  private func take(_ bytes: UnsafeRawBufferPointer) {
    scanner.scan(bytes)
    outcome.written += bytes.count
    outcome.tail += bytes
    if outcome.tail.count > 2 * Self.tailLength {
      outcome.tail.removeFirst(outcome.tail.count - Self.tailLength)
    }
  }

  private func look() {
    guard let facts = ProcessFacts(terminal.id) else { return }
    outcome.peakMemory = max(outcome.peakMemory, facts.peakMemory)
    outcome.threads = max(outcome.threads, facts.threads)
  }

  // MARK: What is done

  private static func fill(_ library: String, _ burst: MonkeyBurst, _ shipped: String) throws {
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: shipped) {
      try files.copyItem(atPath: "\(shipped)/\(name)", toPath: "\(library)/\(name)")
    }
    let sample = LibrarySample()
    for index in 0..<burst.briefings {
      try Data(sample[index].text.utf8).write(to: URL(fileURLWithPath: "\(library)/news-\(index).md"))
    }
    try HostileFolder.write(Array(burst.files[..<burst.initialFiles]), to: library)
  }

  private func start() throws(DriverFailure) {
    let limit = ContinuousClock.now + .seconds(30)
    while outcome.written == 0 {
      _ = try terminal.read(within: 0.1)
      guard .now < limit else { throw DriverFailure("no screen within 30 seconds") }
    }
  }

  private func perform(_ step: MonkeyStep) throws(DriverFailure) {
    switch step {
    case .keys(let bytes):
      typed.formUnion(bytes)
      notePaste(bytes)
      try terminal.write(bytes)
    case .wait(let seconds): try terminal.read(for: seconds)
    case .resize(let columns, let rows): terminal.pair.resize(columns: columns, rows: rows)
    case .signal(let signal): send(signal)
    case .stop(let signal, let seconds):
      send(signal)
      // Nothing is typed meanwhile, so nothing waits for the program.
      try terminal.read(for: seconds)
      send(SIGCONT)
    case .write(let number, let file):
      try? HostileFolder.write(file, to: path(number))
    case .remove(let number): remove(cString(path(number)))
    case .rename(let number, let other): rename(cString(path(number)), cString(path(other)))
    }
  }

  private func path(_ number: Int) -> [UInt8] {
    Array(scratch.library.utf8) + [UInt8(ascii: "/")] + burst.files[number].name
  }

  private func cString(_ bytes: [UInt8]) -> [CChar] { (bytes + [0]).map { CChar(bitPattern: $0) } }

  private func send(_ signal: Int32) {
    // Its end may have been seen: then the number may be another process's.
    guard terminal.ending == nil else { return }
    signals.insert(signal)
    kill(terminal.id, signal)
  }

  private func notePaste(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0x1B) {
      rest = rest[start...]
      if rest.starts(with: MonkeyKeys.pasteStart) { isPasteOpen = true }
      if rest.starts(with: MonkeyKeys.pasteEnd) { isPasteOpen = false }
      rest = rest.dropFirst()
    }
  }

  // MARK: What is checked

  /// Asks for the screen to be drawn again, which every mode does.
  private func checkAnswer() throws(DriverFailure) {
    if isPasteOpen, burst.rows % 2 == 0 {
      // An end that never comes is given up.
      try terminal.read(for: 1.5)
    } else {
      // Also where none seems to be open: with ^Z the program forgets what was typed, and an end may be among it.
      try terminal.write(MonkeyKeys.pasteEnd)
    }
    let limit = ContinuousClock.now + .seconds(Self.patience)
    while try terminal.read(within: 0.08) != nil, .now < limit {}
    do {
      let answer = try terminal.answer(to: "\u{0C}", silence: 0.02, patience: Self.patience)
      outcome.answers.append(answer.first)
    } catch {
      terminal.checkForEnd()
      guard terminal.ending == nil else { return }
      let facts = ProcessFacts(terminal.id)
      find(
        "no answer to a key",
        "^L, within \(Self.patience) seconds; state \(facts?.state ?? "?"), "
          + "\(facts?.isInForeground == true ? "foreground" : "background"), waits in \(facts?.waitsIn ?? "?")"
      )
    }
  }

  /// Leaves as a reader would: some by `Q`, some by `^C`.
  private func quit() throws(DriverFailure) {
    guard terminal.ending == nil else { return }
    if burst.columns % 2 == 0 {
      typed.insert(UInt8(ascii: "Q"))
      // Out of whatever has been begun, each Escape a key of its own.
      for _ in 0..<6 {
        try terminal.write([0x1B])
        try terminal.read(for: 0.04)
      }
      try terminal.write([UInt8(ascii: "Q")])
      if terminal.waitForEnd(seconds: Self.patience) != nil { return }
      find("does not quit by Q", "")
    } else {
      typed.insert(0x03)
      for _ in 0..<20 {
        try terminal.write([0x03])
        if terminal.waitForEnd(seconds: Self.patience / 20) != nil { return }
      }
      find("does not quit by ^C", "")
    }
  }

  private func checkEnd() {
    scanner.finish()
    for finding in scanner.findings.prefix(3) { find("forbidden output", finding) }
    if outcome.peakMemory > Self.bounds.memory {
      find("too much memory", "\(outcome.peakMemory / 1_000_000) MB")
    }
    if outcome.threads > Self.bounds.threads { find("too many threads", "\(outcome.threads)") }
    guard let ending = terminal.ending else { return outcome.ending = "killed" }
    outcome.ending = ending.status.map { "status \($0)" } ?? "signal \(ending.signal ?? 0)"
    guard isLegal(ending) else { return find("ended by \(outcome.ending)", lastWords) }
    for leftover in scanner.modes.leftovers { find("terminal not restored", leftover) }
    if scanner.modes.hasTextBehindScreen { find("text behind the screen", lastWords) }
    if let difference { find("terminal's modes not restored", difference) }
  }

  private func isLegal(_ ending: ChildProcess.Ending) -> Bool {
    switch (ending.status, ending.signal) {
    case (0, _): typed.contains(UInt8(ascii: "q")) || typed.contains(UInt8(ascii: "Q"))
    case (130, _), (_, SIGINT): typed.contains(0x03) || signals.contains(SIGINT)
    case (_, SIGQUIT): typed.contains(0x1C)
    case (_, let signal?):
      [SIGTERM, SIGHUP, SIGUSR1, SIGUSR2].contains(signal) && signals.contains(signal)
    default: false
    }
  }

  /// What it wrote at the end, without what commands a terminal.
  private var lastWords: String {
    String(decoding: outcome.tail.suffix(600).map { 0x20..<0x7F ~= $0 ? $0 : 0x2E }, as: UTF8.self)
  }

  private var difference: String? {
    let (before, after) = (terminal.initialModes, terminal.pair.modes)
    let flags = [
      ("input", before.c_iflag, after.c_iflag), ("output", before.c_oflag, after.c_oflag),
      ("control", before.c_cflag, after.c_cflag), ("local", before.c_lflag, after.c_lflag),
    ]
    return flags.first { $0.1 != $0.2 }.map { "\($0.0) modes \($0.1) became \($0.2)" }
  }
}
