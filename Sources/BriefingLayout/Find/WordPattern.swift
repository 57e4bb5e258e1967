import BriefingCore

/// Words that stand one behind the other, as a library's search looks for them: whole words, folded.
public struct WordPattern: Hashable, Sendable {
  /// Folded words, see ``Words``; of none there is no match.
  public var words: [String]
  /// Whether the last one may be the start of a longer word.
  public var isPrefix: Bool

  /// Makes a pattern.
  public init(words: [String], isPrefix: Bool = false) {
    self.words = words
    self.isPrefix = isPrefix
  }
}

/// Looks for word patterns in folded text.
public struct WordSearch: Sendable {
  private struct Needle: Sendable {
    var words: [[UInt8]]
    var isPrefix: Bool
  }

  private let needles: [Needle]

  /// Prepares the search for any of some patterns.
  public init(_ patterns: [WordPattern]) {
    needles = patterns.filter { !$0.words.isEmpty }
      .map { Needle(words: $0.words.map { Array($0.utf8) }, isPrefix: $0.isPrefix) }
  }

  /// The longest match that starts with the first of `words`, as their number; 0 where there is none.
  ///
  /// - Parameter words: Where words stand in `text`, of one passage.
  public func matchLength(at words: ArraySlice<Range<Int>>, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var longest = 0
    for needle in needles where needle.words.count > longest && needle.words.count <= words.count {
      let last = needle.words.count - 1
      let matches = needle.words.indices.allSatisfy { index in
        let range = words[words.startIndex + index]
        let word = needle.words[index]
        guard needle.isPrefix && index == last ? range.count >= word.count : range.count == word.count else {
          return false
        }
        return text[range.lowerBound..<range.lowerBound + word.count].elementsEqual(word)
      }
      if matches { longest = needle.words.count }
    }
    return longest
  }
}
