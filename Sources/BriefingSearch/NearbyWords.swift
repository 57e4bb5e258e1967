/// Finds the stretches in which some words stand near each other, in any order.
public enum NearbyWords {
  /// Where stretches start that have one of each list's places, and are no longer than is wanted; in order.
  ///
  /// - Parameters:
  ///   - places: For each word its places, in order.
  ///   - length: Places from the first to the last word at most, both counted.
  public static func starts(of places: [[Int]], within length: Int) -> [Int] {
    guard !places.isEmpty, places.allSatisfy({ !$0.isEmpty }) else { return [] }
    let all = places.enumerated().flatMap { word, places in places.map { (place: $0, word: word) } }
      .sorted { ($0.place, $0.word) < ($1.place, $1.word) }
    var starts: [Int] = []
    var counts = Array(repeating: 0, count: places.count)
    var missing = places.count
    var first = 0
    for next in all {
      if counts[next.word] == 0 { missing -= 1 }
      counts[next.word] += 1
      // As short as the words allow, and no longer than is wanted.
      while counts[all[first].word] > 1 || next.place - all[first].place >= length {
        counts[all[first].word] -= 1
        if counts[all[first].word] == 0 { missing += 1 }
        first += 1
      }
      if missing == 0, starts.last != all[first].place { starts.append(all[first].place) }
    }
    return starts
  }
}
