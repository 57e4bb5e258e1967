/// What speaks for a section of the new text being one of the old text.
///
/// The limits were measured on edits of newsletters: of sections that keep their slug path nearly all have Dice's
/// coefficient of their word sets at 0.2 or above; of others, 0.5 is git's own limit for a renamed file. Pairs guard
/// against texts that share their words because they are on the same matter.
struct SectionEvidence {
  /// Why two sections are the same.
  let reason: SectionMatch.Reason
  /// How much speaks for it, to choose among several.
  let strength: Double

  /// Of one path, or title, the words that have to be common.
  static let leastWordsOfPath = 0.2
  /// Without the path, the words that have to be common.
  static let leastWords = 0.5
  /// The pairs that have to be common where words alone could deceive.
  static let leastPairs = 0.1

  /// Weighs a pair of sections; nil where they are not the same.
  ///
  /// - Parameter isShared: Whether another section has the same title, so that its path depends on its neighbours.
  init?(old: SectionIdentity, new: SectionIdentity, isShared: Bool, isSameCount: Bool) {
    let isSamePath = old.path == new.path
    let isTiny = old.isTiny || new.isTiny
    let words = old.words.dice(new.words)
    let pairs = old.pairs.dice(new.pairs)
    let titles = old.path.isEmpty || new.path.isEmpty ? 0 : old.titleWords.dice(new.titleWords)
    strength = 2 * pairs + words + titles / 4 + (isSamePath ? 0.5 : 0)
    if isSamePath, Self.isSamePath(words, pairs, isTiny: isTiny, isShared, isSameCount) {
      reason = .path
    } else if !isTiny, words >= Self.leastWords, pairs >= Self.leastPairs {
      reason = .text
    } else if !isSamePath, !isShared, Self.isTitle(titles, words, pairs, isTiny: isTiny) {
      reason = .title
    } else {
      return nil
    }
  }

  private static func isSamePath(
    _ words: Double, _ pairs: Double, isTiny: Bool, _ isShared: Bool, _ isSameCount: Bool
  ) -> Bool {
    if !isShared { return isTiny || words >= leastWordsOfPath }
    return isTiny ? isSameCount || words == 1 : words >= leastWordsOfPath && pairs >= leastPairs
  }

  private static func isTitle(_ titles: Double, _ words: Double, _ pairs: Double, isTiny: Bool) -> Bool {
    // Where the text tells nothing the title has to.
    isTiny ? titles == 1 : titles >= 0.5 && words >= leastWordsOfPath && pairs >= leastPairs / 2
  }
}
