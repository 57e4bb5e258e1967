import BriefingReader
import Foundation
import Testing

@testable import BriefingTerminal

/// A loop on a pipe instead of a terminal.
struct LoopBench {
  let pipe: SelfPipe
  let keyboard: Pipe
  var perform: Jobs.Perform = { _, _ in }
  var hasClipboard = true
  var needsTerminal: (Work) -> Bool = { _ in false }
  var answer: @Sendable (String) -> [Effect] = { $0 == "q" ? [.terminal(.quit(status: 0))] : [] }

  init() throws {
    pipe = try #require(SelfPipe())
    keyboard = Pipe()
  }

  func type(_ text: String) { keyboard.fileHandleForWriting.write(Data(text.utf8)) }
  func signal(_ signal: Int32) { pipe.write(UInt8(signal)) }

  func run(
    _ steps: [() -> Void], whileStopped: @escaping () -> Void = {}, resumes: [Bool] = [],
    stalls: [TerminalDelivery] = []
  ) -> (ending: Ending, log: [String], terminal: ScriptedTerminal) {
    let mailbox = Mailbox(waking: pipe)
    var terminal = ScriptedTerminal(
      resumes: resumes, whileStopped: whileStopped, stalls: stalls, steps: steps)
    terminal.hasClipboard = hasClipboard
    var loop = EventLoop(
      application: Recorder(answer: answer), terminal: terminal,
      input: TerminalInput(terminal: keyboard.fileHandleForReading.fileDescriptor, pipe: pipe),
      jobs: Jobs(mailbox: mailbox, perform: perform), mailbox: mailbox, needsTerminal: needsTerminal)
    let ending = loop.run()
    loop.waitForUnfinished(ending)
    return (ending, loop.application.log, loop.terminal)
  }
}
