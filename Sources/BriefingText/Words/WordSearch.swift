import BriefingCore

/// Looks for word patterns in folded text.
public struct WordSearch: Sendable {
  private struct Needle: Sendable {
    /// Its place among the patterns.
    var pattern: Int
    var words: [[UInt8]]
    var isPrefix: Bool
  }

  private let needles: [Needle]
  /// Words that a match has at most.
  private let longest: Int

  /// Bytes that are gone through between two questions whether to go on: a millisecond's work or two.
  private static let stride = 1 << 17

  /// Prepares the search for any of some patterns.
  public init(_ patterns: [WordPattern]) {
    needles = patterns.enumerated().filter { !$0.element.words.isEmpty }.map { index, pattern in
      Needle(pattern: index, words: pattern.words.map { Array($0.utf8) }, isPrefix: pattern.isPrefix)
    }
    longest = needles.map(\.words.count).max() ?? 0
  }

  /// The longest match that starts with the first of `words`, as their number; 0 where there is none.
  ///
  /// - Parameter words: Where words stand in `text`, of one passage.
  public func matchLength(at words: ArraySlice<Range<Int>>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    match(at: words, in: text)?.words.count ?? 0
  }

  /// The longest pattern that stands at the first of `words`; of equals the first.
  private func match(at words: ArraySlice<Range<Int>>, in text: UnsafeBufferPointer<UInt8>) -> Needle? {
    var best: Needle?
    for needle in needles
    where needle.words.count > best?.words.count ?? 0 && needle.words.count <= words.count {
      let last = needle.words.count - 1
      let matches = needle.words.indices.allSatisfy { index in
        let range = words[words.startIndex + index]
        let word = needle.words[index]
        guard needle.isPrefix && index == last ? range.count >= word.count : range.count == word.count else {
          return false
        }
        return text[range.lowerBound..<range.lowerBound + word.count].elementsEqual(word)
      }
      if matches { best = needle }
    }
    return best
  }

  /// Calls `found` with each match in a passage of folded text, in order, none overlapping, the longest where several
  /// start at one word, until it returns false.
  ///
  /// - Parameters:
  ///   - passage: The text; what stands before `start` is no part of it.
  ///   - isCancelled: Asked every few milliseconds.
  ///   - found: Takes the place of the pattern among those that are looked for, and where it stands in `passage`.
  /// - Returns: false when `isCancelled` returned true.
  public func forEachMatch(
    in passage: UnsafeBufferPointer<UInt8>, from start: Int = 0, isCancelled: () -> Bool,
    _ found: (_ pattern: Int, _ range: Range<Int>) -> Bool
  ) -> Bool {
    var words: [Range<Int>] = []
    var end = start
    repeat {
      if isCancelled() { return false }
      end = Words.scan(passage, from: end, pausingAt: end + WordSearch.stride) { words.append($0) }
      let isLast = end >= passage.count
      var at = 0
      // The words of a match that may go on behind the pause are looked at together with those there.
      while at < words.count, isLast || at + longest <= words.count {
        guard let needle = match(at: words[at...], in: passage) else {
          at += 1
          continue
        }
        let last = at + needle.words.count - 1
        guard found(needle.pattern, words[at].lowerBound..<words[last].upperBound) else { return true }
        at = last + 1
      }
      words.removeFirst(at)
    } while end < passage.count
    return true
  }
}
