import Foundation
import Testing

extension EndToEnd {
  /// Terminals that take nothing: the program ends all the same, and the terminal is as it was.
  @Suite(.serialized) struct StalledTerminalTests {
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
      for sequence in WindowlessTerminal.restoring { #expect(rest.contains(sequence)) }
      #expect(!WindowlessTerminal.hidesCursor(rest))
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
      for sequence in WindowlessTerminal.restoring { #expect(text.contains(sequence)) }
      #expect(!WindowlessTerminal.hidesCursor(text))
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
  }
}
