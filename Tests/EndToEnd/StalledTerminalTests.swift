import Foundation
import Testing

extension EndToEnd {
  /// Terminals that nobody reads and signals that nobody expects: the program ends, and the terminal is as it was.
  @Suite(.serialized) struct StalledTerminalTests {
    /// What gives the terminal back: cursor, keypad, pastes, the shell's screen.
    private static let restoring = ["\u{1B}[?25h", "\u{1B}[?1l", "\u{1B}[?2004l", "\u{1B}[?1049l"]

    private let folder: TemporaryFolder

    init() throws { folder = try SampleLibrary.folder() }

    private func library() async throws -> WindowlessTerminal {
      let terminal = try WindowlessTerminal([folder.path + "/library"], folder: folder)
      try await terminal.wait(for: "Harbour works")
      return terminal
    }

    /// What is to end the program, and how it ends.
    enum Cause: Sendable, CustomTestStringConvertible {
      case signal(Int32)
      case keys(String, status: Int32)

      var ending: WindowlessTerminal.Ending {
        switch self {
        // ^C and SIGINT quit as a command does.
        case .signal(SIGINT): .status(130)
        case .signal(let signal): .signal(signal)
        case .keys(_, let status): .status(status)
        }
      }

      var testDescription: String {
        switch self {
        case .signal(let signal): "signal \(signal)"
        case .keys(let keys, _): keys.debugDescription
        }
      }

      func happen(to terminal: WindowlessTerminal) {
        switch self {
        case .signal(let signal): kill(terminal.process, signal)
        case .keys(let keys, _): terminal.type(keys)
        }
      }
    }

    private static let causes: [Cause] = [
      .signal(SIGTERM), .signal(SIGHUP), .signal(SIGINT), .signal(SIGQUIT), .signal(SIGUSR1),
      .signal(SIGSEGV),
      .keys("q", status: 0), .keys("\u{3}", status: 130),
    ]

    @Test(arguments: causes)
    func `a terminal that nobody reads keeps the program from nothing`(cause: Cause) async throws {
      let terminal = try await library()
      try await terminal.fill()
      cause.happen(to: terminal)
      #expect(try await terminal.end() == cause.ending)
      #expect(terminal.modes == terminal.modesBefore)
      let rest = terminal.read()
      for sequence in Self.restoring { #expect(rest.contains(sequence)) }
    }

    @Test(arguments: causes)
    func `output that was stopped keeps the program from nothing`(cause: Cause) async throws {
      let terminal = try await library()
      terminal.setFlow(false)
      terminal.type("\u{C}")
      cause.happen(to: terminal)
      #expect(try await terminal.end() == cause.ending)
      #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `control-Z gives a terminal that nobody reads to the shell, and fg takes it again`()
      async throws
    {
      let terminal = try WindowlessTerminal(
        ["--norc", "--noprofile", "-i"], of: "/bin/bash", environment: ["PS1=ready> "], folder: folder)
      try await terminal.wait(for: "ready>")
      terminal.type("\(try BuiltProgram.url.path) \(folder.path)/library\r")
      try await terminal.wait(for: "2 briefings")
      try await terminal.fill()
      terminal.type("\u{1A}")
      let text = try await terminal.wait(for: "Stopped")
      for sequence in Self.restoring { #expect(text.contains(sequence)) }
      terminal.type("fg\r")
      try await terminal.wait(for: "2 briefings")
      terminal.type("q")
      try await terminal.wait(for: "ready>")
    }

    @Test func `after a stall the program goes on where the keys have led it`() async throws {
      let terminal = try await library()
      terminal.setFlow(false)
      terminal.type("\u{C}")
      terminal.type("\r")
      terminal.setFlow(true)
      try await terminal.wait(for: "The harbour is being rebuilt.")
      terminal.type("Q")
      #expect(try await terminal.end() == .status(0))
    }

    private static let signals =
      [
        SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR, SIGSTKFLT, SIGXCPU, SIGXFSZ, SIGSYS,
        SIGTERM,
        SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV,
      ] + [34, 48, 64]

    @Test(arguments: signals)
    func `every signal that ends a program leaves the terminal as it was`(signal: Int32) async throws {
      let terminal = try await library()
      kill(terminal.process, signal)
      #expect(try await terminal.end() == .signal(signal))
      #expect(terminal.modes == terminal.modesBefore)
      let rest = terminal.read()
      for sequence in Self.restoring { #expect(rest.contains(sequence)) }
    }

    @Test(arguments: [(UInt16.max, UInt16.max), (.max, 80), (24, .max), (40_000, 40_000)])
    func `a window of any size is drawn`(rows: UInt16, columns: UInt16) async throws {
      let terminal = try WindowlessTerminal(
        [folder.path + "/library"], rows: rows, columns: columns, folder: folder)
      try await terminal.wait(for: "Harbour works")
      terminal.type("Q")
      #expect(try await terminal.end() == .status(0))
    }

    @Test func `the window's size counts, whatever LINES and COLUMNS say`() async throws {
      let terminal = try WindowlessTerminal(
        [folder.path + "/library"], rows: 30, environment: ["LINES=70000", "COLUMNS=3"], folder: folder)
      let text = try await terminal.wait(for: "Harbour works")
      #expect(text.contains("\u{1B}[1;30r"))
      terminal.type("q")
      #expect(try await terminal.end() == .status(0))
    }

    @Test func `a window may grow to any size`() async throws {
      let terminal = try await library()
      terminal.resize(rows: .max, columns: .max)
      // The filter's line is the last of what is drawn, as high as that may be.
      terminal.type("/")
      try await terminal.wait(for: "\u{1B}[1000;")
      terminal.resize(rows: 24, columns: 80)
      terminal.type("\u{1B}")
      try await terminal.wait(for: "\u{1B}[24;")
      terminal.type("Q")
      #expect(try await terminal.end() == .status(0))
    }

    @Test func `a paste without an end does not take the keys`() async throws {
      let terminal = try await library()
      terminal.type("\u{1B}[200~pasted")
      try await Task.sleep(for: .milliseconds(600))
      terminal.type("/")
      try await terminal.wait(for: "Filter:")
      terminal.type("\u{3}")
      terminal.type("q")
      #expect(try await terminal.end() != nil)
    }

    @Test func `a paste of 20 MB is cut, which is said`() async throws {
      let terminal = try await library()
      terminal.type("/\u{1B}[200~" + String(repeating: "x", count: 20 << 20) + "\u{1B}[201~")
      try await terminal.wait(for: "A prompt takes 1,000 characters; the rest was left out")
      terminal.type("\u{7}q")
      #expect(try await terminal.end() == .status(0))
    }
  }
}
