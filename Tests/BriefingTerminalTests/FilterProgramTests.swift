import Glibc
import Synchronization
import Testing

@testable import BriefingTerminal

/// Programs that read a text and write another.
@Suite(.timeLimit(.minutes(2))) struct FilterProgramTests {
  private func run(
    _ command: String, input: [UInt8] = [], patience: Duration = .seconds(60), limit: Int = 100_000,
    isCancelled: () -> Bool = { false }
  ) -> FilterProgram.Result {
    FilterProgram(["/bin/sh", "-c", command], input: input, patience: patience, outputLimit: limit)
      .run(isCancelled: isCancelled)
  }

  /// Whether a process runs; one that has ended and was asked by nobody does not.
  private func isRunning(_ process: pid_t) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = fread(&bytes, 1, bytes.count, file)
    return !String(decoding: bytes[..<count], as: UTF8.self).contains(") Z ")
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `it gets the text and what it writes comes back`() {
    let result = run("tr a-z A-Z; echo two >&2; exit 3", input: Array("one\n".utf8))
    #expect(text(result.output) == "ONE\n")
    #expect(text(result.errors) == "two\n")
    #expect(result.ending == .ended(status: 3))
  }

  @Test func `more than a pipe holds goes through both ways`() {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    let result = run("cat", input: input, limit: 4_000_000)
    #expect(result.output.count == input.count)
    #expect(result.ending == .ended(status: 0))
  }

  @Test func `one that does not read is not waited for`() {
    let input = [UInt8](repeating: 0x20, count: 1_000_000)
    #expect(run("exit 0", input: input).ending == .ended(status: 0))
    #expect(run("exec <&-; echo done", input: input).output == Array("done\n".utf8))
  }

  @Test func `one that writes without end is ended, and what it wrote first is kept`() {
    let result = run("yes", limit: 10_000)
    #expect(result.ending == .wroteTooMuch)
    #expect(result.output.count == 10_000)
    #expect(text(Array(result.output.prefix(4))) == "y\ny\n")
  }

  @Test func `standard error without end is dropped`() {
    let result = run("yes | head -c 3000000 >&2; echo over")
    #expect(result.errors.count == 64_000)
    #expect(text(result.output) == "over\n")
  }

  @Test func `one that takes too long is ended with what it has started`() throws {
    let result = run("sleep 1000 & echo $!; trap '' TERM; wait; sleep 1000", patience: .milliseconds(300))
    #expect(result.ending == .tookTooLong)
    let process = try #require(pid_t(text(result.output).prefix { $0.isNumber }))
    #expect(!isRunning(process), "what it has started is ended too")
  }

  @Test func `one that nobody wants any more is ended`() throws {
    var looks = 0
    let result = run("echo $$; exec sleep 1000") {
      looks += 1
      return looks > 5
    }
    #expect(result.ending == .cancelled)
    let process = try #require(pid_t(text(result.output).prefix { $0.isNumber }))
    #expect(kill(process, 0) != 0)
  }

  @Test func `what it leaves behind is not waited for`() {
    // As programs do that serve a clipboard.
    let result = run("sleep 1000 & echo $!")
    #expect(result.ending == .ended(status: 0))
    if let process = pid_t(text(result.output).prefix { $0.isNumber }) { kill(process, SIGKILL) }
  }

  @Test func `it has no terminal`() {
    #expect(
      run("test -t 0 || echo none; (: < /dev/tty) 2>/dev/null || echo none").output
        == Array("none\nnone\n".utf8))
  }

  @Test func `what is not there is said`() {
    let result = FilterProgram(["no-such-program"], input: [], patience: .seconds(1), outputLimit: 1).run()
    #expect(result.ending == .notFound)
    #expect(FilterProgram([], input: [], patience: .seconds(1), outputLimit: 1).run().ending == .notFound)
    #expect(run("kill -9 $$").ending == .ended(status: 128 + SIGKILL))
  }
}
