/// How well a section fits a query: BM25 over its text, in which a title weighs more than a paragraph, and words
/// that stand near each other, in the order of the query, more than words far apart.
public struct Relevance: Sendable {
  private let groups: [Group]
  private let averageLength: Double

  /// What is known of a group of a query's terms before any section is looked at.
  public struct Group: Hashable, Sendable {
    /// In how many sections of the library it occurs, as far as known.
    public var sections: Int

    /// Makes a group.
    public init(sections: Int) { self.sections = sections }
  }

  /// Where in a section something of the query stands.
  public struct Occurrence: Hashable, Sendable {
    /// 0-based group of the query that it belongs to.
    public var group: Int
    /// The column that it stands in.
    public var column: Column
    /// 0-based word of the column where it starts.
    public var position: Int
    /// How many words it has.
    public var length: Int
    /// Whether it is the form that was typed, and no inflection or longer word.
    public var isExact: Bool

    /// Makes an occurrence.
    public init(group: Int, column: Column, position: Int, length: Int, isExact: Bool) {
      self.group = group
      self.column = column
      self.position = position
      self.length = length
      self.isExact = isExact
    }
  }

  /// What of a section a word stands in.
  public enum Column: Int, Hashable, Sendable, CaseIterable {
    case title, section, tag, body, name

    var weight: Double {
      switch self {
      case .title: 2
      case .section: 4
      case .tag: 1.5
      case .body: 1
      // That a file is called so says little of what stands in it.
      case .name: 0.3
      }
    }
  }

  /// How often a word says little more, and how much a long text is held against it: BM25's own names.
  private static let k1 = 1.2
  private static let b = 0.6
  /// What an inflection or a longer word counts of the form that was typed.
  private static let inexact = 0.4
  /// What words side by side add, of what they weigh.
  private static let nearness = 0.8

  /// Prepares the ranking of a library's sections.
  ///
  /// - Parameters:
  ///   - groups: The groups of the query, in order.
  ///   - sections: How many sections the library has.
  ///   - words: How many words they have together.
  public init(groups: [Group], sections: Int, words: Int) {
    self.groups = groups
    averageLength = max(1, Double(words) / Double(max(1, sections)))
    let count = Double(max(1, sections))
    weights = groups.map { group in
      let found = min(Double(group.sections), count)
      return max(0.05, Relevance.log(1 + (count - found + 0.5) / (found + 0.5)))
    }
  }

  /// What each group weighs: the rarer the more.
  private let weights: [Double]

  /// The score of a section with these occurrences and so many words; more is better.
  public func score(_ occurrences: [Occurrence], words: Int) -> Double {
    // The length of a text makes a word in it say less, but not one in a title: else of a briefing whose title has the
    // word its shortest section would come first, whatever stands in it.
    let length = 1 - Self.b + Self.b * Double(words) / averageLength
    var frequencies = Array(repeating: 0.0, count: groups.count)
    for occurrence in occurrences {
      let column = occurrence.column
      frequencies[occurrence.group] +=
        column.weight * (occurrence.isExact ? 1 : Self.inexact) / (column == .body ? length : 1)
    }
    var score = 0.0
    for (group, frequency) in frequencies.enumerated() where frequency > 0 {
      score += weights[group] * frequency * (Self.k1 + 1) / (frequency + Self.k1)
    }
    return score + nearnessBonus(occurrences)
  }

  /// What groups that follow each other in the query add where they stand near each other in one column.
  private func nearnessBonus(_ occurrences: [Occurrence]) -> Double {
    guard groups.count > 1 else { return 0 }
    // A column's occurrences in the order of their positions: one pass finds the nearest neighbours.
    let ordered = occurrences.sorted { ($0.column.rawValue, $0.position) < ($1.column.rawValue, $1.position) }
    var best = Array(repeating: 0.0, count: groups.count)
    var last = Array<Occurrence?>(repeating: nil, count: groups.count)
    for occurrence in ordered {
      for (neighbour, isInOrder) in [(occurrence.group - 1, true), (occurrence.group + 1, false)]
      where groups.indices.contains(neighbour) {
        guard let before = last[neighbour], before.column == occurrence.column else { continue }
        let distance = max(1, occurrence.position - (before.position + before.length - 1))
        let pair = min(occurrence.group, neighbour)
        let near = (isInOrder ? 1 : 0.7) * (occurrence.isExact && before.isExact ? 1 : Self.inexact)
        best[pair] = max(best[pair], near / Double(distance))
      }
      last[occurrence.group] = occurrence
    }
    var bonus = 0.0
    for pair in 0..<groups.count - 1 {
      bonus += Self.nearness * best[pair] * (weights[pair] + weights[pair + 1]) / 2
    }
    return bonus
  }

  /// The natural logarithm of a number of at least 1: a target without IO imports no mathematics library.
  private static func log(_ value: Double) -> Double {
    // value = significand * 2^exponent; the series of atanh converges fast on 1..<2.
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for power in stride(from: 1.0, through: 21, by: 2) {
      sum += term / power
      term *= square
    }
    return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
  }
}
