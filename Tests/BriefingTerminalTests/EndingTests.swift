import BriefingReader
import Foundation
import Testing

@testable import BriefingTerminal

/// Each in a process of its own, for it is to end by a signal.
@Suite(.serialized, .timeLimit(.minutes(2))) struct EndingTests {
  @Test(arguments: [SIGTERM, SIGHUP])
  func `a loop that is stuck is ended by the signal a second later`(signal: Int32) async {
    await #expect(processExitsWith: .signal(signal)) { [signal] in
      let terminal = try PseudoTerminal(size: Size(rows: 24, columns: 80))
      let pipe = try #require(SelfPipe())
      let signals = Signals(writingTo: pipe)
      let screen = try terminal.makeScreen()
      screen.show(Frame(size: screen.size), theme: .monochrome)
      kill(getpid(), signal)
      // Nobody looks into the pipe.
      for _ in 0..<300 { usleep(100_000) }
      withExtendedLifetime((signals, screen)) {}
    }
  }

  @Test func `a signal to end is seen though the pipe was full when it came`() async throws {
    await #expect(processExitsWith: .exitCode(7)) {
      let pipe = try #require(SelfPipe())
      let signals = Signals(writingTo: pipe)
      for _ in 0..<100_000 { pipe.write(UInt8(SIGWINCH)) }
      // To this thread: another one might not have handled it by the next line.
      raise(SIGHUP)
      var input = TerminalInput(terminal: STDIN_FILENO, pipe: pipe)
      let isSeen = input.takeRequests().contains(.terminate(SIGHUP))
      withExtendedLifetime(signals) {}
      exit(isSeen ? 7 : 1)
    }
  }

  @Test func `a child that has been lost is said to be`() async throws {
    await #expect(processExitsWith: .exitCode(7)) {
      // Nobody can learn how children ended that are ignored.
      signal(SIGCHLD, SIG_IGN)
      let outcome = OtherProgram(["true"], needsTerminal: false).run()
      exit(outcome == .lost(ECHILD) ? 7 : 1)
    }
  }
}
