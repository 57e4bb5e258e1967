import BriefingCore

/// Whose file it is: the path, else the file's number, else the front matter's address, else the text.
///
/// Numbers are given again and addresses are those of whole newsletters, so whoever is found by these has to have the text
/// as well. What has a file of its own still is another briefing.
public enum BriefingIdentity {
  /// Of the pairs of words of two texts, how many have to be common for one to be the other after an edit: as sections, by
  /// Dice's coefficient. Issues of a newsletter share up to a half.
  public static let leastCommon = 0.6

  /// Which of some briefings a text is, none of which has its path.
  ///
  /// - Parameters:
  ///   - candidates: Those that are found by number, address or text, and whose file is not there any more.
  /// - Returns: The place among the candidates; nil where none is, or several are alike.
  public static func match(_ digest: BriefingDigest, among candidates: [(hash: UInt64, sketch: WordSketch)])
    -> Int?
  {
    // A text without words is nobody's.
    guard digest.sketch.count > 0 else { return nil }
    let same = candidates.indices.filter { candidates[$0].hash == digest.hash }
    if let first = same.first { return same.count == 1 ? first : nil }
    let scores = candidates.map { $0.sketch.dice(digest.sketch) }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= leastCommon else {
      return nil
    }
    let isTie = scores.indices.contains { $0 != best && scores[best] - scores[$0] < 0.05 }
    return isTie ? nil : best
  }

  /// The number of a briefing that is seen for the first time: another program gives it the same one.
  ///
  /// - Parameter attempt: 0, and more where the number is another briefing's that has moved away from the path.
  public static func newID(path: String, attempt: Int = 0) -> BriefingID {
    var hash = TextHash(path.utf8)
    hash.add(UInt64(attempt))
    return BriefingID(rawValue: Int64(hash.value >> 1) | 1)
  }
}
