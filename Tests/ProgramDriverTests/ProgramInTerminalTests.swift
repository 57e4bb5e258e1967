import Glibc
import ProgramDriver
import Testing

/// Programs are started and driven as a terminal and a shell would.
@Suite(.timeLimit(.minutes(2))) struct ProgramInTerminalTests {
  private static let environment = ["PATH": "/usr/bin:/bin"]

  private func shell(_ line: String) throws -> ProgramInTerminal {
    try ProgramInTerminal(["/bin/sh", "-c", line], environment: Self.environment, columns: 70, rows: 20)
  }

  @Test func itHasATerminalOfItsSize() throws {
    let program = try shell("stty size; [ -t 0 ] && [ -t 1 ] && [ -t 2 ] && exit 3")
    var output: [UInt8] = []
    program.onOutput = { output += $0 }
    #expect(program.waitForEnd(seconds: 60)?.status == 3)
    #expect(String(decoding: output, as: UTF8.self) == "20 70\r\n")
  }

  /// More is typed and written than a terminal holds, so neither side may wait for the other alone.
  @Test func whatIsWrittenIsReadWhileKeysAreTyped() throws {
    let program = try shell("stty raw -echo; echo; exec head -c 300000")
    var count = 0
    program.onOutput = { count += $0.count }
    while count == 0 { _ = try program.read(within: 1) }
    try program.write(Array(repeating: UInt8(ascii: "a"), count: 300_000))
    #expect(program.waitForEnd(seconds: 60)?.status == 0)
    #expect(count >= 300_000)
  }

  @Test func signalsThatEndItAreTold() throws {
    let program = try shell("kill -TERM $$")
    let ending = try #require(program.waitForEnd(seconds: 60))
    #expect(ending.signal == SIGTERM && ending.status == nil && ending.shellStatus == 143)
  }

  @Test func aTerminalThatForgetsNothingKeepsWhatWasWrittenBeforeControlC() throws {
    let program = try ProgramInTerminal(
      bytes: ["/bin/sh", "-c", "trap '' INT; echo kept; read line"].map { Array($0.utf8) },
      environment: Self.environment, columns: 70, rows: 20, echoes: false, forgets: false)
    var output: [UInt8] = []
    program.onOutput = { output += $0 }
    // Written, and not read.
    var source = pollfd(fd: program.pair.window, events: Int16(POLLIN), revents: 0)
    #expect(poll(&source, 1, 60_000) == 1)
    try program.write([0x03, 0x0A])
    #expect(program.waitForEnd(seconds: 60)?.status == 0)
    #expect(String(decoding: output, as: UTF8.self) == "kept\r\n")
  }

  @Test func argumentsNeedNotBeUTF8() throws {
    let child = try ChildProcess(
      ["sh", "-c", "[ \"$1\" = \"$(printf '\\377')\" ]", "sh"].map { Array($0.utf8) } + [[0xFF]],
      environment: Self.environment, output: .writing("/dev/null"), errors: .writing("/dev/null"))
    #expect(child.wait().status == 0)
  }

  @Test func aProgramThatIsMissingIsAnError() {
    #expect(throws: DriverFailure.self) {
      try ChildProcess(
        [Array("/nowhere/at/all".utf8)], environment: [:], output: .writing("/dev/null"),
        errors: .writing("/dev/null"))
    }
  }
}
