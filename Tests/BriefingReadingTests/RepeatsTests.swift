import BriefingReading
import CommonMarkSamples
import ReadingTrial
import Testing

/// What stood in another briefing, word for word.
@Suite struct RepeatsTests {
  private func known(_ markdown: String) throws -> Set<UInt64> {
    Set(try digest(markdown).sections.flatMap { $0.blocks.map(\.value) })
  }

  private func repeats(_ new: String, after old: String) throws -> Repeats {
    let known = try known(old)
    return Repeats(in: try digest(new)) { known.contains($0) }
  }

  private let story = "The minister said on Monday that the talks would go on until the spring of next year."

  @Test func `a paragraph is known again in other lines and with other addresses`() throws {
    let old = "## A\n\n\(story) [More](https://a.example/1).\n"
    let new = "## B\n\nNews.\n\n\(story.replacing(" until", with: "\nuntil")) [More](https://a.example/2).\n"
    let repeats = try repeats(new, after: old)
    #expect(repeats.units.count == 1)
    #expect(repeats.newWords == [0, 1])
    #expect(repeats.isRepeated == [false, false])
  }

  @Test(arguments: [
    ("Monday", "Tuesday"), ("minister", "Minister"), ("year.", "year!"), ("go on", "not go on"),
    ("next year", "-5 years"),
  ])
  func `what differs in a letter is no repeat`(old: String, new: String) throws {
    #expect(try repeats("## A\n\n\(story.replacing(old, with: new))\n", after: "## A\n\n\(story)\n").isEmpty)
  }

  @Test func `few words are known under their heading alone`() throws {
    let old = "## Weather\n\nNo change.\n"
    #expect(try repeats("## Talks\n\nNo change.\n", after: old).isEmpty)
    #expect(try repeats("## Weather\n\nNo change.\n", after: old).isRepeated == [false, true])
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `in a series of digests nearly all repeats are found, and nothing else`(seed: UInt64) throws {
    let score = try RepeatScore(DigestSeries(seed: seed), days: 14)
    #expect(score.repeated > 100)
    #expect(Double(score.found) >= 0.9 * Double(score.repeated), "\(score.found) of \(score.repeated)")
    #expect(score.wrong == [])
  }
}
