import BriefingLayout
import BriefingSearch
import Testing

@testable import BriefingReader

/// In a window with no room for all of an excerpt, its parts show the words that were found.
@Suite struct ExcerptPiecesTests {
  private static let filler = "some words that stand between them and say nothing of it at all"

  private func excerpt(_ words: [String]) -> Excerpt {
    var text = Self.filler
    var matches: [Range<Int>] = []
    for word in words {
      matches.append(text.utf8.count + 1..<text.utf8.count + 1 + word.utf8.count)
      text += " \(word) \(Self.filler)"
    }
    return Excerpt(text: text, matches: matches)
  }

  private func shown(_ excerpt: Excerpt, _ lines: Int, width: Int) -> (text: String, lit: Set<String>) {
    let lines = excerpt.lines(lines, width: width)
    for line in lines { #expect(line.count <= width) }
    let cells = lines.joined()
    var lit: Set<String> = []
    var word = ""
    for cell in Array(cells) + [.blank()] {
      if cell.style.traits.contains(.match) {
        word += cell.glyph
      } else if !word.isEmpty {
        lit.insert(word)
        word = ""
      }
    }
    return (cells.map(\.glyph).joined(), lit)
  }

  @Test(arguments: [(1, 60), (1, 78), (2, 40), (3, 30), (1, 50)])
  func allWordsAreShown(lines: Int, width: Int) {
    #expect(shown(excerpt(["missile", "ankara"]), lines, width: width).lit == ["missile", "ankara"])
    let three = shown(excerpt(["missile", "ankara", "budget"]), lines, width: width)
    #expect(three.lit == ["missile", "ankara", "budget"])
    #expect(three.text.contains(" … "))
  }

  /// They were shown as two parts, and what stands between them was left out although there was room for it.
  @Test func wordsNearEachOtherStandInOneStretch() {
    let near = "Rubio delayed the missile deal with NATO officials in Vilnius."
    let text = "\(Self.filler) \(near) \(Self.filler)"
    let start = Self.filler.utf8.count + 1
    let excerpt = Excerpt(text: text, matches: [start..<start + 5, start + 36..<start + 40])
    #expect(shown(excerpt, 1, width: 75).lit == ["Rubio", "NATO"])
    #expect(shown(excerpt, 1, width: 75).text.contains("Rubio delayed the missile deal with NATO officials"))
  }

  /// Half of a narrow line stayed empty: parts end with a word, and nothing took the room that this left.
  @Test func partsFillTheLine() {
    for width in 30...50 {
      let text = shown(excerpt(["missile", "ankara"]), 1, width: width).text
      #expect(text.count > width - 10, "\(width): \(text)")
    }
  }

  @Test func withRoomForAllItIsWhole() {
    let whole = excerpt(["missile", "ankara"])
    #expect(shown(whole, 1, width: 400).text == whole.text)
  }

  @Test func repeatsOfAWordTakeNoRoom() {
    let text = shown(excerpt(["missile", "missile", "ankara"]), 1, width: 60)
    #expect(text.lit == ["missile", "ankara"])
  }

  /// Where there is room for one part only, the first word is in it.
  @Test(arguments: [5, 12, 20]) func inVeryNarrowWindowsOneIsShown(width: Int) {
    #expect(!shown(excerpt(["missile", "ankara"]), 2, width: width).lit.isEmpty)
  }

  @Test func wideCharactersAreKeptWhole() {
    let wide = String(repeating: "日本語の見出し", count: 8)
    let text = "\(wide) 甲 \(wide) 乙 \(wide)"
    let excerpt = Excerpt(
      text: text,
      matches: [wide.utf8.count + 1..<wide.utf8.count + 4, 2 * wide.utf8.count + 6..<2 * wide.utf8.count + 9])
    for width in 30...60 {
      let lines = excerpt.lines(1, width: width)
      #expect(lines.allSatisfy { $0.count <= width && $0.first?.isContinuation != true })
      #expect(shown(excerpt, 1, width: width).lit == ["甲", "乙"], "\(width)")
    }
  }
}
