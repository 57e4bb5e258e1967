import BriefingCore
import BriefingReading
import CommonMarkSamples
import ReadingTrial
import Testing

/// Whose file it is, by its text.
@Suite struct BriefingIdentityTests {
  private func candidates(_ texts: [String]) throws -> [(hash: UInt64, sketch: WordSketch)] {
    try texts.map { text in
      let digest = try digest(text)
      return (digest.hash, digest.sketch)
    }
  }

  @Test func `an edited text is known, another one is not`() throws {
    let sample = LibrarySample(seed: 2)
    let edited = sample[5].text.replacing("the", with: "a") + "\n\n## New\n\nA new section.\n"
    #expect(
      try BriefingIdentity.match(digest(edited), among: candidates([sample[4].text, sample[5].text])) == 1)
    #expect(try BriefingIdentity.match(digest(sample[6].text), among: candidates([sample[4].text])) == nil)
  }

  @Test func `an issue of a series is not the one before`() throws {
    let series = DigestSeries(seed: 3)
    for day in 1..<8 {
      #expect(
        try BriefingIdentity.match(
          digest(series[day].markdown), among: candidates([series[day - 1].markdown])) == nil)
    }
  }

  @Test func `of two that are alike none is taken`() throws {
    let text = LibrarySample(seed: 2)[5].text
    let twice = try candidates([text + "\n\nmore\n", text + "\n\nmuch\n"])
    #expect(try BriefingIdentity.match(digest(text + "\n\nless\n"), among: twice) == nil)
    #expect(try BriefingIdentity.match(digest(""), among: candidates([""])) == nil)
  }
}
