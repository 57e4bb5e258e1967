import BriefingCore
import BriefingText

/// Finds the host of a link that is all a section has of some word of a query.
struct LinkedHost {
  /// The patterns of each word of the query.
  private let concepts: [[WordPattern]]

  init(_ patterns: [WordPattern]) {
    var byConcept: [Int: [WordPattern]] = [:]
    for (index, pattern) in patterns.enumerated() {
      byConcept[pattern.concept ?? -1 - index, default: []].append(pattern)
    }
    concepts = byConcept.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The first host that has a word of the query which neither the text nor its titles have; nil where there is none.
  ///
  /// - Parameters:
  ///   - hosts: Those of the section's links.
  ///   - titles: What stands above the text.
  ///   - isInText: Whether the section's text has one of some patterns.
  func find(
    among hosts: [String], besides titles: [String], isInText: ([WordPattern]) throws -> Bool
  ) rethrows -> String? {
    for host in hosts {
      for patterns in concepts where Self.has(patterns, host) {
        let isInTitle = titles.contains { Self.has(patterns, $0) }
        if try !isInTitle && !isInText(patterns) { return host }
      }
    }
    return nil
  }

  private static func has(_ patterns: [WordPattern], _ text: String) -> Bool {
    let folded = FoldedText(text, .all)
    var isFound = false
    _ = folded.utf8.withUnsafeBufferPointer { bytes in
      WordSearch(patterns).forEachMatch(in: bytes, isCancelled: { false }) { _, _ in
        isFound = true
        return false
      }
    }
    return isFound
  }
}
