import BriefingCore

/// How well a pattern's characters occur in a text, in order but not necessarily together.
public struct FuzzyMatch: Hashable, Sendable {
  /// Higher is better; comparable between texts of one pattern.
  public var score: Int
  /// 0-based indices of the matched characters of the text, rising.
  public var positions: [Int]

  private static let matched = 16
  private static let wordStart = 24
  private static let consecutive = 20
  private static let gap = -1
  private static let textStart = 12

  /// Matches case- and diacritic-insensitively; white space in the pattern is passed over. Nil where a
  /// character of the pattern is missing. Of all ways to match, the best is taken.
  public init?(_ pattern: FuzzyPattern, in candidate: FuzzyCandidate) {
    guard !pattern.characters.isEmpty else {
      self.init(score: 0, positions: [])
      return
    }
    guard Self.occurs(pattern.characters, in: candidate.folded) else { return nil }
    self.init(scoring: pattern.characters, in: candidate)
  }

  /// That of no pattern.
  static let everything = FuzzyMatch(score: 0, positions: [])

  private init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }

  /// A cheap refusal before the quadratic scoring.
  private static func occurs(_ pattern: [String], in folded: [String]) -> Bool {
    var index = 0
    for character in folded where index < pattern.count && character == pattern[index] { index += 1 }
    return index == pattern.count
  }

  /// `best[i][j]`: the best score with the pattern's character `i` at the text's `j`, filled row by row.
  private init?(scoring pattern: [String], in candidate: FuzzyCandidate) {
    let text = candidate.characters
    let origins = candidate.origins
    let folded = candidate.folded
    let count = text.count
    let impossible = Int.min / 2
    var best = [[Int]](repeating: [Int](repeating: impossible, count: count), count: pattern.count)
    var from = [[Int]](repeating: [Int](repeating: -1, count: count), count: pattern.count)
    let bonus = (0..<count).map { Self.bonus(at: $0, in: text) }
    for i in pattern.indices {
      // The best predecessor that ended before j - 1, its score lowered by a point a column of gap.
      var running = impossible
      var runningIndex = -1
      for j in 0..<count {
        if i > 0, j >= 2 {
          running += Self.gap
          if best[i - 1][j - 2] + Self.gap > running {
            running = best[i - 1][j - 2] + Self.gap
            runningIndex = j - 2
          }
        }
        guard folded[j] == pattern[i] else { continue }
        var score = Self.matched + bonus[j]
        if i == 0 {
          score -= min(j, 8)
        } else {
          let adjacent = j > 0 ? best[i - 1][j - 1] : impossible
          let joined = adjacent > impossible ? adjacent + Self.consecutive : impossible
          guard max(joined, running) > impossible / 2 else { continue }
          from[i][j] = joined >= running ? j - 1 : runningIndex
          score += max(joined, running)
        }
        best[i][j] = score
      }
    }
    let ends = best[pattern.count - 1]
    guard let last = ends.indices.max(by: { ends[$0] < ends[$1] }), ends[last] > impossible / 2 else {
      return nil
    }
    var positions: [Int] = []
    var index = last
    for i in pattern.indices.reversed() {
      // A character of the text may fold to several.
      if positions.last != origins[index] { positions.append(origins[index]) }
      index = from[i][index]
    }
    // Among equals the shorter text, which the pattern covers more of, is the better.
    self.init(score: ends[last] * 4 - count / 4, positions: positions.reversed())
  }

  private static func bonus(at index: Int, in text: [Character]) -> Int {
    guard index > 0 else { return wordStart + textStart }
    let before = text[index - 1]
    let isWord = before.isLetter || before.isNumber
    if !isWord { return text[index].isLetter || text[index].isNumber ? wordStart : 0 }
    // A capital after a small letter, a digit after a letter.
    if text[index].isUppercase, before.isLowercase { return wordStart / 2 }
    if text[index].isNumber, before.isLetter { return wordStart / 2 }
    return 0
  }
}

/// What a reader typed to pick by, made ready once for many texts.
public struct FuzzyPattern: Hashable, Sendable {
  let characters: [String]

  /// Makes a pattern.
  public init(_ text: String) {
    characters = text.filter { !$0.isWhitespace }.flatMap(Self.fold)
  }

  /// The characters that one folds to: two of `ß` and `œ`, none of what has no look.
  fileprivate static func fold(_ character: Character) -> [String] {
    if let ascii = character.asciiValue {
      return [String(UnicodeScalar(ascii >= 65 && ascii <= 90 ? ascii + 32 : ascii))]
    }
    return Folding.all.fold(String(character)).map { String($0) }
  }
}

/// A text to pick, made ready once for many patterns. Matching looks at its first ``length`` characters.
public struct FuzzyCandidate: Hashable, Sendable {
  /// Characters of a text that are looked at.
  static let length = 256

  /// A character of the text for each of ``folded``.
  let characters: [Character]
  /// 0-based place in the text of each of ``characters``.
  let origins: [Int]
  let folded: [String]

  /// Makes a candidate.
  public init(_ text: String) {
    var characters: [Character] = []
    var origins: [Int] = []
    var folded: [String] = []
    for (index, character) in text.prefix(Self.length).enumerated() {
      for part in FuzzyPattern.fold(character) {
        characters.append(character)
        origins.append(index)
        folded.append(part)
      }
    }
    self.characters = characters
    self.origins = origins
    self.folded = folded
  }
}
