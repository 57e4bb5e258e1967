import BriefingCore
import BriefingText
import Testing

/// Words that are found in parts, for lighting them.
@Suite struct JoinedWordSearchTests {
  private func matches(_ word: String, in text: String) -> [String] {
    let folded = FoldedText(text, .all)
    var found: [String] = []
    folded.utf8.withUnsafeBufferPointer { bytes in
      let search = WordSearch([WordPattern(words: [word], isJoined: true)])
      _ = search.forEachMatch(in: bytes, isCancelled: { false }) {
        found.append(String(decoding: bytes[$1], as: UTF8.self))
        return true
      }
    }
    return found
  }

  @Test(arguments: [
    ("f35", "an F-35 and F-35s, F 35", ["f-35"]), ("us", "The U.S. led", ["u.s"]), ("us", "us u s", []),
    ("3000", "3,000 men", ["3,000"]), ("aim120c8", "AIM-120C-8", ["aim-120c-8"]),
    ("email", "email e-mail", ["e-mail"]), ("didnt", "didn’t", ["didn't"]),
  ])
  func partsWithASignBetweenAreOneWord(word: String, text: String, found: [String]) {
    #expect(matches(word, in: text) == found)
  }
}
