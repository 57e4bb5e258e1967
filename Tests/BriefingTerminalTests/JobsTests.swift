import BriefingCore
import BriefingLayout
import BriefingReader
import Glibc
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

  /// Takes letters until a job's answer is there, and returns which.
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
      post(.found(serial: request.serial, search: 0, request.query, []))
    }
    let text = try #require(FindText(try Self.page()))
    for number in 1...30 {
      jobs.start(.find(FindRequest(serial: 1, text: text, query: FindQuery("\(number)"))))
      jobs.startAwaited()
      if number % 7 == 0 { #expect(jobs.events(in: mailbox.collect()).isEmpty) }
    }
    guard case .found(_, _, let query, _) = firstAnswer(&jobs, mailbox) else {
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
      guard case .collect(let request) = effect, let text = FindText(request.page) else { return }
      let serial = request.serial
      count.enter()
      while !Task.isCancelled, serial < 3 {}
      count.leave()
      post(.findText(serial: serial, text))
    }
    let page = try Self.page()
    for serial in 1...2 {
      jobs.start(.collect(CollectRequest(serial: serial, page: page)))
      jobs.startAwaited()
    }
    jobs.giveUp(.text)
    #expect(jobs.worthWaitingUntil == nil)
    jobs.start(.collect(CollectRequest(serial: 3, page: page)))
    jobs.startAwaited()
    guard case .findText(let serial, _) = firstAnswer(&jobs, mailbox) else {
      Issue.record("another answer")
      return
    }
    #expect(serial == 3)
    #expect(count.most == 1)
  }

  @Test func `what is given up for one owner leaves the work of others alone`() throws {
    let pipe = try #require(SelfPipe())
    let mailbox = Mailbox(waking: pipe)
    let gate = Mutex(false)
    var jobs = Jobs(mailbox: mailbox) { work, post in
      while !gate.withLock({ $0 }) {}
      switch work {
      case .open(let path): post(.openFailed(path: path, message: ""))
      case .scan(let path): post(.catalogueFailed(path: path, message: ""))
      default: break
      }
    }
    jobs.start(.open(path: "a.md"))
    jobs.start(.scan(path: "news"))
    jobs.startAwaited()
    jobs.giveUp(.opening)
    jobs.giveUp(.search)
    gate.withLock { $0 = true }
    guard case .catalogueFailed = firstAnswer(&jobs, mailbox) else {
      Issue.record("another answer")
      return
    }
    while jobs.worthWaitingUntil != nil { #expect(jobs.events(in: mailbox.collect()).isEmpty) }
  }

  @Test func `what is kept is kept in the order in which it was asked for, and all of it`() throws {
    let pipe = try #require(SelfPipe())
    let mailbox = Mailbox(waking: pipe)
    let kept = Mutex<[String]>([])
    var jobs = Jobs(mailbox: mailbox) { work, _ in
      guard case .rememberSearch(let text) = work, !Task.isCancelled else { return }
      // The older ones would be the later ones, were each done as soon as it can be.
      usleep(text.hasSuffix("0") ? 20_000 : 100)
      kept.withLock { $0.append(text) }
    }
    let searches = (10...30).map { "\($0)" }
    for text in searches { jobs.start(.rememberSearch(text)) }
    jobs.cancelAll()
    #expect(jobs.waitForUnfinished(milliseconds: 30_000))
    #expect(kept.withLock { $0 } == searches)
  }
}
