/// Which language a briefing is written in, as far as a search has to know.
enum Language {
  /// Whether a briefing is English: as its language tag says; where it has none, as its most common small words say.
  ///
  /// - Parameter tag: A BCP 47 language tag.
  static func isEnglish(tag: String?, _ text: some Sequence<WordLine>) -> Bool {
    if let tag {
      let primary = tag.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.first ?? ""
      return ["en", "eng", "english"].contains(primary.lowercased())
    }
    var words = 0
    var (small, common) = (0, 0)
    for line in text {
      // Borders are not words.
      words += line.count
      line.bytes.withUnsafeBufferPointer { bytes in
        let counts = counts(in: bytes)
        small += counts.small
        common += counts.common
      }
      if words >= enough { break }
    }
    // English prose has about one in six of them; no other language that uses Latin letters one in sixteen.
    // Of a sentence or two more words tell, and have to be more.
    return small >= 2 && small * 16 >= words || common >= 2 && common * 8 >= words
  }

  /// Words that tell as well as all of a long text.
  private static let enough = 400

  private static let smallWords = numbers(of: "the of and to for that with")

  /// Common words of English that few other languages have.
  private static let commonWords = numbers(
    of: """
      the of and to for that with this they them their there these those from which would could should about after
      because before been being by has have his her him how its more most not said says she than then what when where
      while who will your you are were but it be at or
      """)

  private static func counts(in line: UnsafeBufferPointer<UInt8>) -> (small: Int, common: Int) {
    let (smallWords, commonWords) = (smallWords, commonWords)
    var counts = (small: 0, common: 0)
    // The word so far, or its last eight bytes, as a number, and its length.
    var word: UInt64 = 0
    var length = 0
    for at in 0...line.count {
      let byte = at < line.count ? line[at] : 0x20
      if byte != 0x20 {
        word = word << 8 | UInt64(byte)
        length += 1
        continue
      }
      if 2...8 ~= length, commonWords.contains(word) {
        counts.common += 1
        if smallWords.contains(word) { counts.small += 1 }
      }
      (word, length) = (0, 0)
    }
    return counts
  }

  private static func numbers(of words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { number(of: $0.utf8) })
  }

  /// A word of up to eight bytes as a number: comparing these is quicker than hashing words.
  private static func number(of word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
