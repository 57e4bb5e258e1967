import BriefingCore
import Testing

/// How long a text takes to read.
@Suite struct ReadingTimeTests {
  @Test(arguments: [
    (0, "1 min"), (220, "1 min"), (221, "2 min"), (220 * 599, "599 min"), (220 * 600, "10 h"),
    (220 * 629, "10 h"), (220 * 630, "11 h"), (220 * 29_221, "487 h"),
  ])
  func isNamedSoThatItFitsAColumn(words: Int, text: String) {
    #expect(ReadingTime.text(words: words) == text)
  }
}
