import BriefingReading
import CommonMarkSamples
import Testing

@testable import BriefingReader

/// A reader who presses anything, at any size, never has a section read that was not shown to its end.
@Suite struct ReadingMonkeyTests {
  private static let sections = 9

  /// Sections of many lengths; the first and the last line of each, and every paragraph's, have words of their own.
  private static func text(_ random: inout SeededGenerator) -> String {
    (1...sections).map { section in
      let paragraphs = (1...Int.random(in: 1...4, using: &random)).map { paragraph in
        let words = (1...Int.random(in: 3...60, using: &random)).map { "w\($0)" }.joined(separator: " ")
        return "start\(section)x\(paragraph)x \(words) end\(section)x\(paragraph)x"
      }
      return "## Part \(section)\n\n" + paragraphs.joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }

  private static let keys = [
    "j", "j", "j", "k", "<Space>", "<Space>", "b", "d", "u", "g", "G", "]", "]", "[", "}", "{", "1", "5", "9",
    "<Tab>", "o",
    "s", "/w7", "/end", "n", "<Esc>", "<Esc>", "<Enter>", "?", ".", ",", "'.", "''", "w", "=",
    ":50%<Enter>", "<BS>",
    "\\", "m", "'a", "ma", "B", "H",
  ]

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func neverReadsWhatWasNotShown(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Self.text(&random)
    var session = Session(
      text, columns: Int.random(in: 20...130, using: &random), rows: Int.random(in: 5...40, using: &random),
      memory: CannedMemory())
    var shown: Set<String> = []
    // Milliseconds for which the last words of each section were on the screen.
    var ends: [Int: Int] = [:]
    let last = (1...Self.sections).map { section in
      (1...4).last { text.contains("end\(section)x\($0)x") } ?? 1
    }
    var read = 0
    for step in 0...400 {
      let isLast = step == 400
      if isLast {
        // At its end a reader who reads.
        session.type("<Esc><Esc><Esc><Esc>")
        session.resize(columns: 80, rows: 20)
        session.type("g")
      } else if random.oneIn(15) {
        session.resize(
          columns: Int.random(in: 20...130, using: &random), rows: Int.random(in: 5...40, using: &random))
      } else {
        session.type(Self.keys.randomElement(using: &random) ?? "j")
      }
      guard session.quitStatus == nil, session.state.reading != nil else { break }
      let screen = session.text
      let isPatient = random.oneIn(4)
      let pause = isLast ? 120_000 : Int.random(in: 0...(isPatient ? 9000 : 400), using: &random)
      for section in 1...Self.sections {
        for paragraph in 1...last[section - 1] {
          for word in ["start\(section)x\(paragraph)x", "end\(section)x\(paragraph)x"]
          where screen.contains(word) {
            shown.insert(word)
          }
        }
        if screen.contains("end\(section)x\(last[section - 1])x") { ends[section, default: 0] += pause }
      }
      session.wait(milliseconds: pause)
      for section in 1...Self.sections
      where session.state.reading?.memory?.marks.sections[section].isRead == true {
        read += 1
        for paragraph in 1...last[section - 1] {
          #expect(shown.contains("start\(section)x\(paragraph)x"), "seed \(seed), section \(section)")
          #expect(shown.contains("end\(section)x\(paragraph)x"), "seed \(seed), section \(section)")
        }
        #expect(ends[section, default: 0] >= ReadingPace.quick.leastDwell, "seed \(seed), section \(section)")
      }
    }
    // A reader who reads nothing would show nothing.
    #expect(read > 0, "seed \(seed)")
  }
}
