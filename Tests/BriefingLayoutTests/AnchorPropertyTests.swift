import AnchorTrial
import CommonMarkSamples
import Testing

/// Anchors in edited samples, where it is known what was which section before.
@Suite struct AnchorPropertyTests {
  @Test(arguments: BriefingEdit.allCases)
  func `sections are found after an edit, and none is taken for another`(
    edit: BriefingEdit
  ) throws {
    var score = AnchorScore()
    for seed in 1...5 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      for markdown in [
        LibrarySample(seed: seed)[Int(seed)].text,
        String(decoding: NewsSample.make(byteCount: 6000, seed: seed), as: UTF8.self),
      ] {
        guard let outcome = edit.apply(to: SectionedSample(markdown), using: &random) else { continue }
        try score.add(outcome, edit, seed: seed)
      }
    }
    #expect(score.sections > 10)
    #expect(score.wrong == [], "wrong")
    #expect(Double(score.found) >= 0.995 * Double(score.sections), "\(score.found) of \(score.sections)")
    #expect(score.wrongPlaces == [], "wrong places")
    #expect(!edit.keepsWords || score.changedThoughSame == 0)
  }
}
