import BriefingReading
import Testing

@testable import BriefingReader

/// How much of a briefing is new, in the list.
@Suite struct SummaryCountTests {
  @Test(
    arguments: [
      (7, 2, "2 of 7 new"), (7, 7, nil), (7, 0, nil), (1_200, 1_100, "1,100 of 1,200 new"),
      // Sections behind the first 9,999 have no state.
      (9_999, 9_999, nil), (9_999, 12, "12+ of 9,999+ new"), (20_000, 9_999, nil),
      (20_000, 12, "12+ of 20,000 new"),
    ] as [(Int, Int, String?)])
  func isWhatIsKnown(sections: Int, unread: Int, text: String?) {
    let summary = BriefingSummary(
      id: BriefingID(rawValue: 1), sections: sections, unread: unread, changed: 0, star: .none, progress: 0,
      opened: 0, size: 0, modified: 0)
    #expect(summary.count == text)
  }
}
