import ArgumentParser
import BriefingCore
import BriefingLayout
import BriefingReader
import BriefingReading
import BriefingText
import CommonMarkSamples
import Foundation

/// Measures what it takes to know a briefing again that has changed, and to show what has.
struct ChangesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Compare briefings with their text as it was read, and time each step.",
    discussion: """
      In every tenth section one word is another, and every fiftieth section is new. "digest" is the look at the whole \
      text by which sections are known again, "compare" the look at those that have changed, "page" makes the page with \
      the marks, "break" is the longest time between two questions whether to go on. Processor time, median of the rounds.
      """)

  @Option(help: "Sizes of the briefings in bytes.") var sizes = [10_000, 1_000_000, 20_000_000]
  @Option(help: "Each is measured so often.") var rounds = 5

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds: a number of 1 or more, please") }
  }

  func run() throws {
    print("    bytes  sections  changed  digest, ms  compare, ms  page, ms  changes  break, ms")
    for size in sizes {
      let old = String(decoding: NewsSample.make(byteCount: size), as: UTF8.self)
      let before = try Self.units(old)
      let known = try BriefingDigest(before)
      let after = try Self.units(Self.edited(old))
      let page = try Page(cutting: after.briefing, width: 80)
      var digest = known
      var text: ChangedText?
      var pause = LongestPause()
      var times: [[Double]] = [[], [], []]
      for _ in 0..<rounds {
        pause.start()
        times[0].append(
          try Stopwatch.processorSeconds { digest = try BriefingDigest(after) { pause.ask() } })
        let earlier = try Self.earlier(known, before, digest)
        var diff = BriefingDiff(sections: [])
        let words = digest.sections.map(\.words)
        pause.start()
        times[1].append(
          try Stopwatch.processorSeconds {
            diff = try BriefingDiff(since: earlier, after, words: words) { pause.ask() }
          })
        pause.start()
        times[2].append(
          try Stopwatch.processorSeconds {
            text = try ChangedText(diff, on: page, after, readOn: nil) { pause.ask() }
          })
      }
      let medians = times.map { $0.sorted()[$0.count / 2] * 1000 }
      print(
        String(
          format: "%9d %9d %8d %11.2f %12.2f %9.2f %8d %10.1f", size, digest.sections.count - 1,
          text?.diff.sections.count ?? 0, medians[0], medians[1], medians[2], text?.marked.stops.count ?? 0,
          pause.longest * 1000))
    }
  }

  private static func units(_ text: String) throws -> BriefingUnits {
    BriefingUnits(try Briefing(parsing: Array(text.utf8), file: .init(name: "sample")))
  }

  /// Another word in every tenth section, and every fiftieth one new.
  private static func edited(_ text: String) -> String {
    let sections = text.split(separator: "\n## ", omittingEmptySubsequences: false)
    return sections.enumerated().map { index, section in
      guard index > 0 else { return String(section) }
      let changed =
        index % 10 == 5 ? section.replacing(" the ", with: " another ", maxReplacements: 1) : section
      return changed
        + (index % 50 == 7 ? "\n\n## New \(index)\n\nWords of the section \(index) that is new.\n" : "")
    }.joined(separator: "\n## ")
  }

  /// What the store would say: the texts of sections with other words, by their slugs.
  private static func earlier(
    _ old: BriefingDigest, _ before: BriefingUnits, _ new: BriefingDigest
  ) throws -> EarlierText {
    let titles = Dictionary(
      old.sections.map { ($0.identity.path, $0) }, uniquingKeysWith: { first, _ in first })
    var earlier = EarlierText()
    for section in new.sections.prefix(SectionReunion.limit) {
      guard let known = titles[section.identity.path] else {
        earlier.new.append(section.ordinal)
        continue
      }
      guard known.hash != section.hash else { continue }
      let text = try SectionContent(before, ordinal: known.ordinal).kept
      earlier.changed.append(EarlierText.Section(ordinal: section.ordinal, text: text))
    }
    return earlier
  }
}

/// The longest time between two questions whether to go on.
private struct LongestPause {
  private(set) var longest = 0.0
  private var last = ContinuousClock.now

  /// Forgets the last question: what was done since is not measured.
  mutating func start() { last = .now }

  /// Answers no.
  mutating func ask() -> Bool {
    let now = ContinuousClock.now
    longest = max(longest, last.duration(to: now) / .seconds(1))
    last = now
    return false
  }
}
