import BriefingCore
import BriefingReading
import Testing

/// Marks of an open briefing, as keys and time change them.
@Suite struct BriefingMarksTests {
  private func marks(_ count: Int = 4, leadWords: Int = 0) -> BriefingMarks {
    BriefingMarks(
      briefing: BriefingID(rawValue: 1),
      sections: (0..<count).map {
        SectionState(
          id: SectionID(rawValue: Int64($0 + 1)), hash: UInt64($0), words: $0 == 0 ? leadWords : 50)
      }, visit: 1000)
  }

  @Test func `a lead counts if it has words or is all there is`() {
    #expect(marks().total == 3)
    #expect(marks(leadWords: 9).unread == [0, 1, 2, 3])
    #expect(marks(1).total == 1)
  }

  @Test func `what was on the screen for long enough is read, and is said once`() {
    var marks = marks()
    let read = marks.read([1, 2], at: 2000)
    #expect(read.count == 2)
    #expect(marks.unread == [3])
    #expect(marks.read([1], at: 2500) == [])
  }

  @Test func `keep unread sticks, and undo lets time count again`() throws {
    var marks = marks()
    var history = MarkHistory()
    let marked = marks.mark([1], isRead: false, at: 1500)
    let (changes, undo) = try #require(marked)
    #expect(changes.count == 1)
    history.add(MarkUndo(label: "marked 1 section unread", parts: [undo]))
    #expect(marks.read([1], at: 2000) == [])
    #expect(marks.unread.contains(1))

    #expect(history.next == "marked 1 section unread")
    let last = history.undo()
    let step = try #require(last)
    _ = marks.restore(step.parts[0], at: 3000)
    let read = marks.read([1], at: 4000)
    #expect(read.count == 1)
    #expect(!marks.unread.contains(1))
    #expect(history.isEmpty)
  }

  @Test func `undo goes back step by step`() throws {
    var marks = marks()
    var history = MarkHistory()
    for (section, time) in [(1, 2000), (2, 3000), (3, 4000)] as [(Int, Int64)] {
      let marked = marks.mark([section], isRead: true, at: time)
      let (_, undo) = try #require(marked)
      history.add(MarkUndo(label: "\(section)", parts: [undo]))
    }
    #expect(marks.unread == [])
    for expected in [[3], [2, 3], [1, 2, 3]] {
      let last = history.undo()
      let step = try #require(last)
      let restored = marks.restore(step.parts[0], at: 5000)
      #expect(restored.count == 1)
      #expect(marks.unread == expected)
    }
  }

  @Test func `the last word counts though the clock was set back`() {
    var marks = marks()
    _ = marks.mark([1], isRead: true, at: 9000)
    _ = marks.mark([1], isRead: false, at: 5)
    #expect(marks.unread.contains(1))
  }

  @Test func `another text of a section is unread and changed`() {
    var sections = marks().sections
    sections[2].mark = ReadMark(readAt: 500, hash: 77, since: 400)
    let marks = BriefingMarks(briefing: BriefingID(rawValue: 1), sections: sections, visit: 1000)
    #expect(marks.changed == [2])
    #expect(marks.unread == [1, 2, 3])
  }

  @Test func `what another program says is taken in by the rules of marks`() {
    var marks = marks()
    _ = marks.mark([1], isRead: false, at: 2000)
    let other = ReadMark(readAt: 2500, hash: 1, since: 900)
    let another = ReadMark(readAt: 2500, hash: 2, since: 900)
    let ids = marks.sections.map(\.id)
    let isOther = marks.merge(marks: [ids[1]: other, ids[2]: another], stars: [:], star: nil)
    #expect(isOther)
    #expect(marks.unread == [1, 3])
    let isOtherStill = marks.merge(marks: [ids[2]: another], stars: [:], star: nil)
    #expect(!isOtherStill)
  }

  @Test(arguments: [
    ("read", "true", true), ("Seen", "YES", true), ("unread", "no", true), ("unread", "true", false),
    ("seen", "0", false), ("read", "maybe", nil), ("title", "true", nil),
  ])
  func `flags of the front matter are understood`(key: String, value: String, expected: Bool?) {
    #expect(ReadingSeed.isRead(key: key, value: value) == expected)
  }

  @Test func `a seed is overruled by whatever is known`() throws {
    let briefing = try Briefing(
      parsing: Array("---\ntitle: A\nseen: true\n---\n\n# A\n\ntext\n".utf8), file: .init(name: "a"))
    #expect(ReadingSeed.isRead(briefing.metadata) == true)
    var marks = marks()
    #expect(marks.seed(isRead: false) == [])
    let seeded = marks.seed(isRead: true)
    #expect(seeded.count == 4)
    #expect(marks.unread == [])
    let kept = ReadMark(isRead: false, hash: 1, byHandAt: 3)
    #expect(ReadMark.merge(marks.sections[2].mark, kept) == kept)
    // Of a briefing that was read here it says nothing.
    _ = marks.mark([1], isRead: false, at: 2000)
    #expect(marks.seed(isRead: true) == [])
  }
}
