import BriefingReading
import CommonMarkSamples
import Testing

/// Which of several marks of a section counts.
@Suite struct ReadMarkTests {
  private let read = ReadMark(readAt: 2000, hash: 1, since: 1000)

  @Test func `what is kept unread by hand is not read by being looked at in the same visit`() {
    let kept = ReadMark(isRead: false, hash: 1, byHandAt: 1500)
    #expect(kept.overrules(read))
    #expect(!read.overrules(kept))
  }

  @Test func `a later visit reads what was kept unread`() {
    let kept = ReadMark(isRead: false, hash: 1, byHandAt: 1500)
    let later = ReadMark(readAt: 9000, hash: 1, since: 8000)
    #expect(later.overrules(kept))
  }

  @Test func `of two marks by hand the newer counts`() {
    let a = ReadMark(isRead: true, hash: 1, byHandAt: 10)
    let b = ReadMark(isRead: false, hash: 1, byHandAt: 11)
    #expect(b.overrules(a) && !a.overrules(b))
  }

  @Test func `a mark of no possible time can be overruled`() {
    let damaged = ReadMark(isRead: true, isByHand: true, time: .max, since: .max, hash: 1)
    var marks = BriefingMarks(
      briefing: BriefingID(rawValue: 1),
      sections: [SectionState(id: SectionID(rawValue: 1), hash: 1, words: 9, mark: damaged)], visit: 5)
    _ = marks.mark([0], isRead: false, at: 10)
    #expect(marks.unread == [0])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `marks come in any order and more than once, and end the same`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let marks = (0..<8).map { _ in
      ReadMark(
        isRead: Bool.random(using: &random), isByHand: Bool.random(using: &random),
        time: .random(in: 0..<6, using: &random), since: .random(in: 0..<6, using: &random),
        hash: .random(in: 0..<3, using: &random))
    }
    let expected = marks.reduce(nil, ReadMark.merge)
    for _ in 0..<5 {
      let others = (marks + marks.prefix(3)).shuffled(using: &random)
      #expect(others.reduce(nil, ReadMark.merge) == expected)
    }
  }
}
