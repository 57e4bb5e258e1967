import AnchorTrial
import ArgumentParser
import BriefingCore
import BriefingLayout
import CommonMarkSamples
import Foundation

/// Counts how often sections and places are found again after edits, and measures what that costs.
struct AnchorBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchors", abstract: "Count what anchors find in edited samples, and measure what they cost."
  )

  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "Samples for each kind of edit.") var samples = 100
  @Option(help: "The size of the briefing whose anchors are timed.") var size = ByteCount(argument: "20MB")!
  @Flag(help: "Print what was wrong.") var verbose = false

  func run() throws {
    print("seed \(seed), \(samples) samples a kind")
    print("edit               sections    found    gone   wrong    places    exact   wrong")
    var all = (sections: 0, found: 0, wrong: 0)
    for edit in BriefingEdit.allCases {
      let score = try score(edit)
      all = (all.sections + score.sections, all.found + score.found, all.wrong + score.wrong.count)
      print(
        edit.rawValue.padding(toLength: 17, withPad: " ", startingAt: 0)
          + String(
            format: "%10d %7.2f%% %7d %7d %9d %7.2f%% %7d", score.sections,
            percent(score.found, score.sections),
            score.gone, score.wrong.count, score.places, percent(score.exactPlaces, score.places),
            score.wrongPlaces.count))
      if verbose { for line in score.wrong + score.wrongPlaces { print("  \(line)") } }
    }
    print(
      String(
        format: "all: %.2f%% of %d sections found, %d wrong", percent(all.found, all.sections), all.sections,
        all.wrong))
    try measure()
  }

  private func percent(_ part: Int, _ whole: Int) -> Double { 100 * Double(part) / Double(max(1, whole)) }

  private func score(_ edit: BriefingEdit) throws -> AnchorScore {
    var score = AnchorScore()
    for seed in seed..<seed + UInt64(samples) {
      var random = SeededGenerator(seed: seed)
      let library = LibrarySample(seed: seed)[Int(truncatingIfNeeded: seed % 1000)].text
      let news = seed % 4 == 0 ? [NewsSample.make(byteCount: 20_000, seed: seed)] : []
      for text in [library] + news.map({ String(decoding: $0, as: UTF8.self) }) {
        guard let outcome = edit.apply(to: SectionedSample(text), using: &random) else { continue }
        try score.add(outcome, edit, seed: seed)
      }
    }
    return score
  }

  private func measure() throws {
    print("\nmilliseconds, and of the longest time between two questions whether to go on")
    for size in [size.value / 10, size.value] {
      let bytes = NewsSample.make(byteCount: size, seed: seed)
      let briefing = try Briefing(parsing: bytes, file: .init(name: "sample"))
      let page = try Page(cutting: briefing, width: 80)
      let place = Place(unit: page.unitCount / 2)
      let anchor = page.anchor(of: place)
      let making = Stopwatch.processorSeconds { for _ in 0..<100 { _ = page.anchor(of: place) } } / 100
      let finding = try Stopwatch.processorSeconds { _ = try page.place(of: anchor) }
      let replacing = try Stopwatch.processorSeconds {
        _ = try PageReplacement(of: page, by: page).place(of: place)
      }
      var last = clock()
      var longest = 0
      _ = try PageReplacement(of: page, by: page) {
        let now = clock()
        longest = max(longest, now - last)
        last = now
        return false
      }
      print(
        String(
          format: "%6.1f MB, %d sections: make %.3f, find %.1f, replace %.1f, unasked %.1f",
          Double(size) / 1e6,
          briefing.sections.count, making * 1000, finding * 1000, replacing * 1000,
          Double(longest) / Double(CLOCKS_PER_SEC) * 1000))
    }
  }
}
