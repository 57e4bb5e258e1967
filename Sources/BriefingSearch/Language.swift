/// Which language a briefing is written in, as far as a search has to know.
enum Language {
  /// Whether a briefing is English: as its language tag says; where it has none, as its most common small words say.
  ///
  /// - Parameter tag: A BCP 47 language tag.
  static func isEnglish(tag: String?, _ text: some Sequence<WordLine>) -> Bool {
    if let tag {
      let primary = tag.split(separator: "-", omittingEmptySubsequences: false).first ?? ""
      return primary.lowercased() == "en"
    }
    var words = 0
    var small = 0
    for line in text {
      // Borders are no words.
      words += line.count
      line.bytes.withUnsafeBufferPointer { small += smallWordCount(in: $0) }
      if words >= enough { break }
    }
    // English prose has about one in six of them; no other language that uses Latin letters one in sixteen.
    return small >= 2 && small * 16 >= words
  }

  /// Words that tell as well as all of a long text.
  private static let enough = 400

  private static let smallWords = ["the", "of", "and", "to", "for", "that", "with"].map {
    number(of: $0.utf8)
  }

  private static func smallWordCount(in line: UnsafeBufferPointer<UInt8>) -> Int {
    let words = smallWords
    var count = 0
    // The word so far, or its last four bytes, as a number, and its length.
    var word: UInt32 = 0
    var length = 0
    for at in 0...line.count {
      let byte = at < line.count ? line[at] : 0x20
      if byte != 0x20 {
        word = word << 8 | UInt32(byte)
        length += 1
        continue
      }
      if 2...4 ~= length, words.contains(word) { count += 1 }
      (word, length) = (0, 0)
    }
    return count
  }

  /// A word of up to four bytes as a number: comparing these is quicker than hashing words.
  private static func number(of word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
