import ArgumentParser
import BriefingCore
import BriefingReading
import BriefingStore
import BriefingText
import CommonMarkSamples
import Foundation
import ReadingTrial

/// Counts what the reading state knows again, and measures what it costs.
struct StateBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "Count sections and repeats that are known again, and measure the reading state.")

  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "Samples for each kind of edit.") var samples = 40
  @Option(help: "Briefings of the list that is asked for.") var briefings = 10_000
  @Flag(help: "Print what was wrong.") var verbose = false

  func run() throws {
    let folder = "\(NSTemporaryDirectory())briefing-bench-state-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try identity(folder)
    try repeats(folder)
    try measure(folder)
    try measureList(folder)
  }

  private func percent(_ part: Int, _ whole: Int) -> Double { 100 * Double(part) / Double(max(1, whole)) }

  // MARK: Counts

  private func identity(_ folder: String) throws {
    print("seed \(seed), \(samples) samples a kind")
    print("edit               sections    found   lost  wrong   files    found")
    var all = (sections: 0, found: 0, wrong: 0)
    for edit in FileEdit.allCases {
      let score = try IdentityTrial.score(edit, seeds: seed..<seed + UInt64(samples), folder: folder)
      all = (all.sections + score.sections, all.found + score.found, all.wrong + score.wrong.count)
      print(
        edit.name.padding(toLength: 17, withPad: " ", startingAt: 0)
          + String(
            format: "%10d %7.2f%% %6d %6d %7d %7.2f%%", score.sections, percent(score.found, score.sections),
            score.lost, score.wrong.count, score.files.all, percent(score.files.found, score.files.all)))
      if verbose { for line in score.wrong { print("  \(line)") } }
    }
    print(
      String(
        format: "all: %.2f%% of %d sections found, %d wrong\n", percent(all.found, all.sections),
        all.sections,
        all.wrong))
  }

  private func repeats(_ folder: String) throws {
    var (repeated, found, new, wrong, words, foundWords) = (0, 0, 0, 0, 0, 0)
    for seed in seed..<seed + 10 {
      let score = try RepeatTrial.score(seed: seed, folder: folder)
      (repeated, found, new) = (repeated + score.repeated, found + score.found, new + score.new)
      (wrong, words, foundWords) = (
        wrong + score.wrong.count, words + score.words.all, foundWords + score.words.found
      )
    }
    print(
      String(
        format:
          "repeats: %.2f%% of %d found, %d of %d new ones taken for repeats; %.0f%% of the words repeat\n",
        percent(found, repeated), repeated, wrong, new, percent(foundWords, words)))
  }

  // MARK: Costs

  /// A state of 10,000 sections, with a mark and the text of each.
  private func measure(_ folder: String) throws {
    let location = StateLocation(folder: "\(folder)/large")
    var store = BriefingStore(location)
    let sample = LibrarySample(seed: seed)
    var sections = 0
    var index = 0
    var text = 0
    var last: (BriefingMarks, BriefingDigest)?
    while sections < 10_000 {
      let entry = sample[index]
      index += 1
      text += entry.text.utf8.count
      let (units, digest) = try read(entry.text)
      let known = try store.recall(
        digest, file: FileIdentity(path: "/library/\(entry.path)"), at: Int64(index))
      var marks = known.marks
      let ordinals = Array(marks.sections.indices)
      store.apply(
        [.record(known.record, isVisit: true)] + marks.read(ordinals, at: Int64(index))
          + (try marks.textChanges(ofRead: ordinals, units, digest, at: Int64(index))))
      sections += ordinals.count
      last = (known.marks, digest)
    }
    _ = store.close(milliseconds: 60_000)
    let size = try FileManager.default.attributesOfItem(atPath: location.database)[.size] as? Int ?? 0
    print(
      "\(sections) sections of \(index) briefings (\(text >> 10) kB), all read, with their text: \(size >> 10) kB"
    )

    var opens: [Double] = []
    for _ in 0..<15 {
      opens.append(
        Stopwatch.seconds {
          store = BriefingStore(location)
          _ = store.bookmarks()
        })
      _ = store.close(milliseconds: 5000)
    }
    print(String(format: "open the store: %.1f ms", median(opens)))

    store = BriefingStore(location)
    guard let (marks, digest) = last else { return }
    _ = store.bookmarks()
    let recalls = try (0..<50).map { _ in
      try Stopwatch.seconds {
        _ = try store.recall(digest, file: FileIdentity(path: "/library/\(sample[index - 1].path)"), at: 0)
      }
    }
    let applies = (0..<200).map { time in
      Stopwatch.seconds { store.apply([change(marks, at: time)]) }
    }
    _ = store.flush(milliseconds: 5000)
    var isWritten = true
    let writes = (0..<200).map { time in
      Stopwatch.seconds {
        store.apply([change(marks, at: 1000 + time)])
        isWritten = store.flush(milliseconds: 5000) && isWritten
      }
    }
    guard isWritten else { throw ValidationError("\(folder): the state cannot be written") }
    print(
      String(
        format: "recall a briefing: %.2f ms; take a mark: %.4f ms; write a mark to the disk: %.2f ms\n",
        median(recalls), median(applies), median(writes)))
    _ = store.close(milliseconds: 5000)
  }

  private func change(_ marks: BriefingMarks, at time: Int) -> StateChange {
    .mark(
      section: marks.sections[0].id, briefing: marks.briefing,
      ReadMark(isRead: time % 2 == 0, hash: 0, byHandAt: 2_000_000 + Int64(time)))
  }

  private func measureList(_ folder: String) throws {
    let location = StateLocation(folder: "\(folder)/list")
    var store = BriefingStore(location)
    // The same few texts under many names, for the list has no part in texts.
    let sample = LibrarySample(seed: seed)
    let digests = try (0..<50).map { try read(sample[$0].text).digest }
    for number in 0..<briefings {
      let path = "/library/2025/05/15-a-briefing-with-a-title-of-some-length-\(number).md"
      let digest = digests[number % digests.count]
      let id = BriefingIdentity.newID(path: path)
      let record = BriefingRecord(
        id: id, file: FileIdentity(path: path), title: digest.title, url: nil, hash: digest.hash,
        sketch: digest.sketch, sections: try SectionReunion.records(of: digest, in: id, known: []),
        time: Int64(number))
      let mark = ReadMark(readAt: 5, hash: record.sections[1].hash, since: 1)
      store.apply([.record(record, isVisit: true), .mark(section: record.sections[1].id, briefing: id, mark)])
      if number % 500 == 0 { _ = store.flush(milliseconds: 60_000) }
    }
    _ = store.close(milliseconds: 60_000)
    store = BriefingStore(location)
    _ = store.bookmarks()
    var count = 0
    let times = (0..<15).map { _ in Stopwatch.seconds { count = store.summaries(under: "/library").count } }
    print(String(format: "the states of \(count) briefings for a list: %.1f ms", median(times)))
    _ = store.close(milliseconds: 5000)
  }

  private func read(_ text: String) throws -> (units: BriefingUnits, digest: BriefingDigest) {
    let units = BriefingUnits(try Briefing(parsing: Array(text.utf8), file: .init(name: "sample")))
    return (units, try BriefingDigest(units))
  }

  /// In milliseconds.
  private func median(_ seconds: [Double]) -> Double { seconds.sorted()[seconds.count / 2] * 1000 }
}
