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
    var positions: [Int]? = []
    guard let score = FuzzyMatch.score(of: pattern, in: candidate, positions: &positions) else { return nil }
    self.score = score
    // A character of the text may fold to several.
    self.positions = (positions ?? []).reduce(into: []) { found, index in
      let origin = candidate.origins?[index] ?? index
      if found.last != origin { found.append(origin) }
    }
  }

  /// The score alone, for those who match many texts and show few of them; nil where the pattern does not match.
  static func score(of pattern: FuzzyPattern, in candidate: FuzzyCandidate) -> Int? {
    var none: [Int]?
    return score(of: pattern, in: candidate, positions: &none)
  }

  private static func score(
    of pattern: FuzzyPattern, in candidate: FuzzyCandidate, positions: inout [Int]?
  ) -> Int? {
    if pattern.characters.isEmpty { return 0 }
    switch candidate.folded {
    case .ascii(let text):
      // What is not ASCII when it is folded stands in no such text.
      guard let pattern = pattern.ascii else { return nil }
      return score(of: pattern, in: text, candidate.kinds, positions: &positions)
    case .other(let text):
      return score(of: pattern.characters, in: text, candidate.kinds, positions: &positions)
    }
  }

  /// A cheap refusal before the quadratic scoring.
  private static func occurs<Folded: Equatable>(_ pattern: [Folded], in text: [Folded]) -> Bool {
    var index = 0
    for character in text where index < pattern.count && character == pattern[index] { index += 1 }
    return index == pattern.count
  }

  /// `best[i][j]`: the best score with the pattern's character `i` at the text's `j`, filled row by row, the rows one
  /// after the other.
  ///
  /// - Parameter positions: Where they are wanted.
  private static func score<Folded: Equatable>(
    of pattern: [Folded], in text: [Folded], _ kinds: [FuzzyCandidate.Kind], positions: inout [Int]?
  ) -> Int? {
    guard occurs(pattern, in: text) else { return nil }
    let count = text.count
    let impossible = Int.min / 2
    var best = [Int](repeating: impossible, count: count * pattern.count)
    var from = [Int](repeating: -1, count: positions == nil ? 0 : count * pattern.count)
    for i in pattern.indices {
      let row = i * count
      // The best predecessor that ended before j - 1, its score lowered by a point a column of gap.
      var running = impossible
      var runningIndex = -1
      for j in 0..<count {
        if i > 0, j >= 2 {
          running += gap
          let before = best[row - count + j - 2] + gap
          if before > running {
            running = before
            runningIndex = j - 2
          }
        }
        guard text[j] == pattern[i] else { continue }
        var score = matched + bonus(at: j, kinds)
        if i == 0 {
          score -= min(j, 8)
        } else {
          let adjacent = j > 0 ? best[row - count + j - 1] : impossible
          let joined = adjacent > impossible ? adjacent + consecutive : impossible
          guard max(joined, running) > impossible / 2 else { continue }
          if positions != nil { from[row + j] = joined >= running ? j - 1 : runningIndex }
          score += max(joined, running)
        }
        best[row + j] = score
      }
    }
    let ends = best.suffix(count)
    guard let last = ends.indices.max(by: { ends[$0] < ends[$1] }), ends[last] > impossible / 2 else {
      return nil
    }
    if positions != nil {
      var found: [Int] = []
      var index = last - ends.startIndex
      for i in pattern.indices.reversed() {
        found.append(index)
        index = from[i * count + index]
      }
      positions = found.reversed()
    }
    // Among equals the shorter text, which the pattern covers more of, is the better.
    return ends[last] * 4 - count / 4
  }

  private static func bonus(at index: Int, _ kinds: [FuzzyCandidate.Kind]) -> Int {
    guard index > 0 else { return wordStart + textStart }
    let before = kinds[index - 1]
    let isWord = before.contains(.letter) || before.contains(.number)
    if !isWord { return kinds[index].isDisjoint(with: [.letter, .number]) ? 0 : wordStart }
    // A capital after a small letter, a digit after a letter.
    if kinds[index].contains(.capital), before.contains(.small) { return wordStart / 2 }
    if kinds[index].contains(.number), before.contains(.letter) { return wordStart / 2 }
    return 0
  }
}

/// What a reader typed to pick by, made ready once for many texts.
public struct FuzzyPattern: Hashable, Sendable {
  let characters: [String]
  /// The same where each is one byte; nil where one is not.
  let ascii: [UInt8]?

  /// Makes a pattern.
  public init(_ text: String) {
    characters = text.filter { !$0.isWhitespace }.flatMap(Self.fold)
    let bytes = characters.compactMap { $0.utf8.count == 1 ? $0.utf8.first : nil }
    ascii = bytes.count == characters.count ? bytes : nil
  }

  /// Whether it matches no text that another one does not: it is the other one with more after it.
  func narrows(_ other: FuzzyPattern) -> Bool { characters.starts(with: other.characters) }

  /// The characters that one folds to: two for `ß` and `œ`, none for one that is invisible.
  fileprivate static func fold(_ character: Character) -> [String] {
    if let ascii = character.asciiValue { return [String(UnicodeScalar(fold(ascii)))] }
    return Folding.all.fold(String(character)).map { String($0) }
  }

  fileprivate static func fold(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte + 32 : byte }
}

/// A text to pick, made ready for matching, which looks at its first ``length`` characters.
public struct FuzzyCandidate: Hashable, Sendable {
  /// Characters of a text that are looked at.
  static let length = 256

  /// Characters as they are compared. Nearly all texts are ASCII, and then they are bytes.
  enum Folded: Hashable, Sendable {
    case ascii([UInt8])
    case other([String])
  }

  /// What a character is.
  struct Kind: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let letter = Kind(rawValue: 1)
    static let number = Kind(rawValue: 2)
    static let capital = Kind(rawValue: 4)
    static let small = Kind(rawValue: 8)
  }

  let folded: Folded
  /// For each character of ``folded``, what the one is that it comes from.
  let kinds: [Kind]
  /// For each character of ``folded``, the 0-based index of the one in the text; nil where these are the same.
  let origins: [Int]?

  /// Makes a candidate.
  public init(_ text: String) {
    let bytes = Array(text.utf8.prefix(Self.length + 1))
    // Only CR and LF are one character together.
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      let bytes = bytes.prefix(Self.length)
      folded = .ascii(bytes.map(FuzzyPattern.fold))
      kinds = bytes.map(Self.kind)
      origins = nil
      return
    }
    var folded: [String] = []
    var kinds: [Kind] = []
    var origins: [Int] = []
    for (index, character) in text.prefix(Self.length).enumerated() {
      for part in FuzzyPattern.fold(character) {
        folded.append(part)
        kinds.append(Self.kind(character))
        origins.append(index)
      }
    }
    self.folded = .other(folded)
    self.kinds = kinds
    self.origins = origins
  }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case 48...57: .number
    case 65...90: [.letter, .capital]
    case 97...122: [.letter, .small]
    default: []
    }
  }

  private static func kind(_ character: Character) -> Kind {
    var kind: Kind = []
    if character.isLetter { kind.insert(.letter) }
    if character.isNumber { kind.insert(.number) }
    if character.isUppercase { kind.insert(.capital) }
    if character.isLowercase { kind.insert(.small) }
    return kind
  }
}
