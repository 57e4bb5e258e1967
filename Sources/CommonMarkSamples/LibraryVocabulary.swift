/// The words of a library, frequent and rare as in real text: the one of rank n about 1/n as often as the first.
///
/// The first ranks are real words of a language; those after them are made of syllables, and there are as many as
/// are asked for. All languages share the made ones.
struct LibraryVocabulary: WordSource {
  private let realWords: [String]
  private let count: Int
  /// How many powers of two there are up to the last rank.
  private let octaves: Int

  /// A vocabulary of `count` words, at least 1.
  init(realWords: [String], count: Int) {
    self.realWords = realWords
    self.count = max(1, count)
    octaves = Int.bitWidth - self.count.leadingZeroBitCount
  }

  /// Each power of two is drawn as often as the others, and so is each rank up to the next: Zipf's law in steps,
  /// with integers alone. One word in 60 is a number.
  func word(using random: inout SeededGenerator) -> String {
    if random.oneIn(60) { return Self.number(using: &random) }
    let first = 1 << Int.random(in: 0..<octaves, using: &random)
    return self[Int.random(in: first...min(2 * first - 1, count), using: &random)]
  }

  /// The word of a rank, counted from 1.
  subscript(rank: Int) -> String {
    rank <= realWords.count ? realWords[rank - 1] : Self.madeWord(rank)
  }

  private static func number(using random: inout SeededGenerator) -> String {
    let number = Int.random(in: 1...9999, using: &random)
    return switch Int.random(in: 0..<6, using: &random) {
    case 0: "$\(number)"
    case 1: "\(number % 100)%"
    case 2: "\(number % 100).\(number / 100 % 10)"
    case 3: "\(1990 + number % 40)"
    default: "\(number)"
    }
  }

  private static let onsets = split("b d f g h k l m n p r s t v br dr gr kl pr st tr sh")
  private static let vowels = split("a e i o u ai ea ou")
  private static let finals = split("n r l t m d k")
  private static let endings = ["", "s", "ing", "ist"]

  /// A word that can be spoken; ranks that follow one another are forms of one stem. No two ranks share a word, and
  /// none has the letters `w` and `z`.
  private static func madeWord(_ rank: Int) -> String {
    var digits = rank / endings.count
    func digit(of letters: [String]) -> String {
      let (rest, index) = digits.quotientAndRemainder(dividingBy: letters.count)
      digits = rest
      return letters[index]
    }
    var word = digit(of: onsets) + digit(of: vowels)
    let final = digit(of: finals)
    while digits > 0 { word += digit(of: onsets) + digit(of: vowels) }
    return word + final + endings[rank % endings.count]
  }

  private static func split(_ letters: String) -> [String] { letters.split(separator: " ").map(String.init) }
}
