import Foundation
import Testing

extension EndToEnd {
  /// Signals that nobody expects, windows that nobody has, pastes that never end.
  @Suite(.serialized) struct UnusualTerminalTests {
    private let folder: TemporaryFolder

    init() throws { folder = try SampleLibrary.folder() }

    private func library() async throws -> WindowlessTerminal {
      let terminal = try WindowlessTerminal([folder.path + "/library"], folder: folder)
      try await terminal.wait(for: "Harbour works")
      return terminal
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
      // Where the cursor is hidden.
      terminal.type("\r")
      try await terminal.wait(for: "rebuilt")
      kill(terminal.process, signal)
      #expect(try await terminal.end() == .signal(signal))
      #expect(terminal.modes == terminal.modesBefore)
      let rest = terminal.read()
      for sequence in WindowlessTerminal.restoring + ["\u{1B}[?25h"] { #expect(rest.contains(sequence)) }
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
      // Together they would be a key with Alt.
      try await Task.sleep(for: .milliseconds(200))
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
