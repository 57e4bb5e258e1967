import BriefingCore

/// Looks for word patterns in folded text.
public struct WordSearch: Sendable {
  private struct Needle: Sendable {
    /// Its place among the patterns.
    var pattern: Int
    var words: [[UInt8]]
    var isPrefix: Bool
    var isJoined: Bool
  }

  /// Parts of a word at most that is found in parts.
  private static let mostParts = 6

  private let needles: [Needle]
  /// Words that a match has at most.
  private let longest: Int

  /// Bytes that are gone through between two questions whether to go on: a millisecond's work or two.
  private static let stride = 1 << 17

  /// Prepares the search for any of some patterns.
  public init(_ patterns: [WordPattern]) {
    needles = patterns.enumerated().filter { !$0.element.words.isEmpty }.map { index, pattern in
      Needle(
        pattern: index, words: pattern.words.map { Array($0.utf8) }, isPrefix: pattern.isPrefix,
        isJoined: pattern.isJoined)
    }
    longest = needles.map { $0.isJoined ? Self.mostParts : $0.words.count }.max() ?? 0
  }

  /// The longest match that starts with the first of `words`, as their number; 0 where there is none.
  ///
  /// - Parameter words: Where words stand in `text`, of one passage.
  public func matchLength(at words: ArraySlice<Range<Int>>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    match(at: words, in: text)?.length ?? 0
  }

  /// The longest pattern that stands at the first of `words`; of equals the first.
  private func match(
    at words: ArraySlice<Range<Int>>, in text: UnsafeBufferPointer<UInt8>
  ) -> (pattern: Int, length: Int)? {
    var best: (pattern: Int, length: Int)?
    for needle in needles {
      if needle.isJoined {
        let length = joinedLength(needle.words[0], at: words, in: text)
        if length > best?.length ?? 0 { best = (needle.pattern, length) }
        continue
      }
      guard needle.words.count > best?.length ?? 0, needle.words.count <= words.count else { continue }
      let last = needle.words.count - 1
      let matches = needle.words.indices.allSatisfy { index in
        let range = words[words.startIndex + index]
        let word = needle.words[index]
        guard needle.isPrefix && index == last ? range.count >= word.count : range.count == word.count else {
          return false
        }
        return text[range.lowerBound..<range.lowerBound + word.count].elementsEqual(word)
      }
      if matches { best = (needle.pattern, needle.words.count) }
    }
    return best
  }

  /// How many words, with a sign between them and no space, are a word in parts; 0 where they are not.
  private func joinedLength(
    _ word: [UInt8], at words: ArraySlice<Range<Int>>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var rest = word[...]
    var end: Int?
    for (length, range) in words.prefix(Self.mostParts).enumerated() {
      // A sign has up to three bytes.
      if let end, !(1...3).contains(range.lowerBound - end) || text[end] <= 0x20 { return 0 }
      guard rest.starts(with: text[range]) else { return 0 }
      rest = rest.dropFirst(range.count)
      if rest.isEmpty { return length > 0 ? length + 1 : 0 }
      end = range.upperBound
    }
    return 0
  }

  /// Calls `found` with each match in a passage of folded text, in order, none overlapping, the longest where several
  /// start at one word, until it returns false.
  ///
  /// - Parameters:
  ///   - passage: The text; what stands before `start` is not part of it.
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
      // The words of a match that may go on after the pause are looked at together with those there.
      while at < words.count, isLast || at + longest <= words.count {
        guard let match = match(at: words[at...], in: passage) else {
          at += 1
          continue
        }
        let last = at + match.length - 1
        guard found(match.pattern, words[at].lowerBound..<words[last].upperBound) else { return true }
        at = last + 1
      }
      words.removeFirst(at)
    } while end < passage.count
    return true
  }
}
