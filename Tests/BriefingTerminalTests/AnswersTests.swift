import BriefingReader
import Synchronization
import Testing

@testable import BriefingTerminal

/// Work that sleeps as long as it is wanted.
@Suite(.timeLimit(.minutes(1))) struct AnswersTests {
  /// It is given up, replaced by another of its kind, or ended with the program.
  @Test(arguments: ["given up", "replaced", "ended"])
  func `work that waits for its end is woken by it`(way: String) throws {
    let pipe = try #require(SelfPipe())
    let mailbox = Mailbox(waking: pipe)
    var jobs = Jobs(mailbox: mailbox) { work, answers in
      guard case .open(path: "a") = work else { return answers(.launchFailed(message: "another")) }
      answers(.launchFailed(message: "begun"))
      answers.waitUntilUnwanted()
      #expect(answers.isUnwanted)
      answers(.launchFailed(message: "over"))
    }
    jobs.start(.open(path: "a"))
    jobs.startAwaited()
    #expect(Self.messages(mailbox, untilFinished: 0, or: "begun") == ["begun"])
    switch way {
    case "given up": jobs.giveUp(.opening)
    case "replaced": jobs.start(.open(path: "b"))
    default: jobs.cancelAll()
    }
    #expect(Self.messages(mailbox, untilFinished: 1, or: nil) == ["over"])
  }

  /// Whoever waits in another way is told, on the spot where that is late.
  @Test func `what is to be done once work is unwanted is done, and only then`() {
    let end = Answers.End()
    let answers = Answers(end: end) { _ in }
    let done = Mutex<[String]>([])
    answers.whenUnwanted { done.withLock { $0.append("early") } }
    #expect(done.withLock(\.self).isEmpty)
    end.reach()
    answers.whenUnwanted { done.withLock { $0.append("late") } }
    #expect(done.withLock(\.self) == ["early", "late"])
    end.reach()
    #expect(done.withLock(\.self).count == 2)
    answers.waitUntilUnwanted()
  }

  /// What jobs say, until so many have finished or one has said this.
  private static func messages(_ mailbox: Mailbox, untilFinished count: Int, or text: String?) -> [String] {
    var messages: [String] = []
    var finished = 0
    repeat {
      for letter in mailbox.collect() {
        switch letter {
        case .event(.launchFailed(let message), _): messages.append(message)
        case .event: break
        case .finished: finished += 1
        }
      }
    } while text.map({ !messages.contains($0) }) ?? (finished < count)
    return messages
  }
}
