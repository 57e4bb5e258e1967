import ArgumentParser
import BriefingCore
import BriefingReading
import BriefingStore
import BriefingText
import CommonMarkSamples
import Foundation

/// Marks sections without end and says so, line by line, until it is killed or nothing can be written: for ``StateSoak`` and
/// tests.
///
///     shown NUMBER SECTION TIME MILLISECONDS    a mark was made, at a time of the machine's clock
///     written NUMBER                            all up to it are on the disk
///     notice TEXT                               what a person is told
struct StateChild: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "state-child", shouldDisplay: false)

  @Option(help: "The folder of the state.") var folder: String
  @Option(help: "Where the sequence of random numbers starts.") var seed: UInt64 = 1
  @Option(help: "Marks after which it ends.") var marks = Int.max
  @Option(help: "Bytes that a file may have.") var fileBytes: UInt64?

  func run() throws {
    if let fileBytes {
      // A disk that is full: writing fails, and the signal that would end the program is ignored.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: rlim_t(fileBytes), rlim_max: rlim_t(fileBytes))
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }
    var random = SeededGenerator(seed: seed)
    let store = BriefingStore(StateLocation(folder: folder)) { event in
      switch event {
      case .written(let number): Self.say("written \(number)")
      case .notice(let notice): Self.say("notice \(notice.message)")
      case .changedElsewhere: break
      }
    }
    let sample = LibrarySample(seed: 1)
    var briefings: [BriefingMarks] = []
    for index in 0..<5 {
      let entry = sample[index]
      let briefing = try Briefing(parsing: Array(entry.text.utf8), file: .init(name: entry.path))
      let digest = try BriefingDigest(BriefingUnits(briefing))
      let known = try store.recall(digest, file: FileIdentity(path: "/library/\(entry.path)"), at: Self.now)
      store.apply([.record(known.record, isVisit: true)])
      briefings.append(known.marks)
    }
    var last: Int64 = 0
    for _ in 0..<marks {
      let place = Int.random(in: 0..<briefings.count, using: &random)
      let section = Int.random(in: 0..<briefings[place].sections.count, using: &random)
      // Times tell marks apart.
      last = max(last + 1, Self.now)
      let isRead = !briefings[place].sections[section].isRead
      guard let (changes, _) = briefings[place].mark([section], isRead: isRead, at: last) else { continue }
      let number = store.apply(changes)
      let mark = briefings[place].sections[section]
      Self.say("shown \(number) \(mark.id.rawValue) \(mark.mark?.time ?? 0) \(Self.uptime)")
      usleep(UInt32.random(in: 200...20_000, using: &random))
    }
    _ = store.close(milliseconds: 500)
  }

  /// A line at once: it has to be out before the program is killed.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

  static var uptime: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
