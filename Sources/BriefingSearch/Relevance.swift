/// How well a section fits a query: BM25 over its text, in which a title weighs more than a paragraph, and words
/// that stand near each other, in the order of the query, more than words far apart.
///
/// Each term weighs what it is worth itself: of `oil OR zugzwang` the rare one more. Long questions are ranked with
/// other parameters than a few words: there other forms of a word count as much, and nearness says less.
public struct Relevance: Sendable {
  /// What each term weighs: the rarer the more.
  private let weights: [Double]
  /// The same of each group, whichever of its terms is met.
  private let groupWeights: [Double]
  private let averageLength: Double
  private let parameters: Parameters

  /// BM25's own names: how often a word says little more, and how much a long text is held against it; and what
  /// words side by side add, of what they weigh.
  private struct Parameters {
    var k1: Double
    var b: Double
    var nearness: Double
    static let short = Parameters(k1: 1.2, b: 0.6, nearness: 0.8)
    static let long = Parameters(k1: 1.6, b: 0.7, nearness: 0.4)
  }

  /// Groups from which on a query is long.
  static let longQuery = 5

  /// Prepares the ranking of a library's sections.
  ///
  /// - Parameters:
  ///   - terms: For each term that ranks in how many sections it occurs, see ``SearchPlan/ranked``.
  ///   - groups: The same for each group that ranks.
  ///   - wholes: See ``SearchPlan/wholes``.
  ///   - sections: How many sections the library has.
  ///   - words: How many words they have together.
  public init(
    terms: [Int], groups: [Int], wholes: [SearchPlan.WholeTerms] = [], sections: Int, words: Int
  ) {
    let count = Double(max(1, sections))
    averageLength = max(1, Double(words) / count)
    func weight(_ found: Int) -> Double {
      let found = min(Double(found), count)
      return max(0.05, Relevance.log(1 + (count - found + 0.5) / (found + 0.5)))
    }
    var weights = terms.map(weight)
    // What has the whole has its parts too: together they weigh what the whole does, or the parts where these weigh more.
    for whole in wholes {
      let parts = whole.parts.reduce(0) { $0 + weights[$1] }
      for term in whole.terms { weights[term] = max(0, weights[term] - parts) / Double(whole.terms.count) }
    }
    self.weights = weights
    groupWeights = groups.map(weight)
    parameters = groups.count >= Self.longQuery ? .long : .short
  }

  /// What scores sections by a term.
  ///
  /// - Parameter term: Its place among those that rank.
  public func scorer(ofTerm term: Int) -> Scorer {
    Scorer(
      weight: weights[term], k1: parameters.k1, base: 1 - parameters.b, slope: parameters.b / averageLength)
  }

  /// Scores sections by one term: plain numbers, for common words are in very many.
  public struct Scorer: Sendable {
    @usableFromInline let weight: Double
    @usableFromInline let k1: Double
    @usableFromInline let base: Double
    @usableFromInline let slope: Double

    /// What the term adds to the score of a section of so many words; of texts beyond 65,535 words no less.
    ///
    /// The length of a text makes a word in it say less, but not one in a title: else of a briefing whose title has the
    /// word its shortest section would come first, whatever stands in it.
    @inlinable
    public func score(_ units: Units, words: Int) -> Double {
      let norm = base + slope * Double(min(words, Int(UInt16.max)))
      let fields = Double(units.fields &+ units.shared)
      let frequency = (Double(units.body) / norm + fields) / Double(Strength.whole)
      return weight * frequency * (k1 + 1) / (frequency + k1)
    }
  }

  /// What nearness adds: each pair of groups that follow each other by how near they stand.
  public func bonus(_ nearness: [Double]) -> Double {
    var bonus = 0.0
    for (pair, near) in nearness.enumerated() where near > 0 {
      bonus += parameters.nearness * near * (groupWeights[pair] + groupWeights[pair + 1]) / 2
    }
    return bonus
  }

  /// How near each group stands to the one after it, from 0 to 1: side by side in the order of the query is 1.
  ///
  /// - Parameters:
  ///   - occurrences: Those of one section, in any order.
  ///   - groups: How many groups rank.
  public static func nearness(of occurrences: [Occurrence], groups: Int) -> [Double] {
    guard groups > 1 else { return [] }
    // A column's occurrences in the order of their positions: one pass finds the nearest neighbours.
    let ordered = occurrences.sorted { $0.sortKey < $1.sortKey }
    var best = Array(repeating: 0.0, count: groups - 1)
    var last = Array<Occurrence?>(repeating: nil, count: groups)
    for occurrence in ordered {
      for (neighbour, isInOrder) in [(occurrence.group - 1, true), (occurrence.group + 1, false)]
      where (0..<groups).contains(neighbour) {
        guard let before = last[neighbour], before.column == occurrence.column else { continue }
        let distance = max(1, occurrence.position - (before.position + before.length - 1))
        let pair = min(occurrence.group, neighbour)
        let strength = Double(min(occurrence.strength, before.strength)) / Double(Strength.whole)
        best[pair] = max(best[pair], (isInOrder ? 1 : 0.7) * strength / Double(distance))
      }
      last[occurrence.group] = occurrence
    }
    return best
  }

  /// How many of the best sections are ranked by nearness too: of very many, reading all places takes too long.
  public static let nearnessLimit = 1000

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
