import BriefingCore
import BriefingLayout
import BriefingReader
import Synchronization
import Testing

@testable import BriefingTerminal

/// How many jobs have a thread, and which of them are heard.
@Suite(.timeLimit(.minutes(1))) struct JobsTests {
  /// Counts the jobs that run at a time.
  private final class Count: Sendable {
    private let state = Mutex((now: 0, most: 0, all: 0))

    func enter() {
      state.withLock {
        $0.now += 1
        $0.all += 1
        $0.most = max($0.most, $0.now)
      }
    }

    func leave() { state.withLock { $0.now -= 1 } }
    var most: Int { state.withLock(\.most) }
    var all: Int { state.withLock(\.all) }
  }

  private static func page() throws -> Page {
    Page(try Briefing(parsing: Array("text".utf8), file: .init(name: "a")), width: 40)
  }

  /// Takes letters until a job's answer is there, and answers which.
  private func firstAnswer(_ jobs: inout Jobs, _ mailbox: Mailbox) -> Event {
    while true {
      if let event = jobs.events(in: mailbox.collect()).first { return event }
    }
  }

  @Test func `of many searches one runs at a time, and the last is answered`() throws {
    let pipe = try #require(SelfPipe())
    let mailbox = Mailbox(waking: pipe)
    let count = Count()
    var jobs = Jobs(mailbox: mailbox) { effect, post in
      guard case .find(let request) = effect else { return }
      count.enter()
      // As long as nobody tells it to end, but for the last one.
      while !Task.isCancelled, request.query.text != "30" {}
      count.leave()
      post(.found(serial: request.serial, request.query, []))
    }
    let text = try #require(FindText(try Self.page()))
    for number in 1...30 {
      jobs.start(.find(FindRequest(serial: 1, text: text, query: FindQuery("\(number)"))))
      jobs.startAwaited()
      if number % 7 == 0 { #expect(jobs.events(in: mailbox.collect()).isEmpty) }
    }
    guard case .found(_, let query, _) = firstAnswer(&jobs, mailbox) else {
      Issue.record("another answer")
      return
    }
    #expect(query.text == "30")
    #expect(count.most == 1)
    #expect(count.all < 30)
  }

  @Test func `a collection that was given up is not heard, and the next one waits for its end`() throws {
    let pipe = try #require(SelfPipe())
    let mailbox = Mailbox(waking: pipe)
    let count = Count()
    var jobs = Jobs(mailbox: mailbox) { effect, post in
      guard case .collect(let serial, let page) = effect, let text = FindText(page) else { return }
      count.enter()
      while !Task.isCancelled, serial < 3 {}
      count.leave()
      post(.findText(serial: serial, text))
    }
    let page = try Self.page()
    jobs.start(.collect(serial: 1, page))
    jobs.startAwaited()
    jobs.start(.collect(serial: 2, page))
    jobs.startAwaited()
    jobs.cancelCollecting()
    #expect(jobs.worthWaitingUntil == nil)
    jobs.start(.collect(serial: 3, page))
    jobs.startAwaited()
    guard case .findText(let serial, _) = firstAnswer(&jobs, mailbox) else {
      Issue.record("another answer")
      return
    }
    #expect(serial == 3)
    #expect(count.most == 1)
  }
}
