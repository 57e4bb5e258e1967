import BriefingText

/// What the units with marks say without them: the text as it is, and the one before.
struct MarkedVersions: Sendable {
  private let versions: [(unit: Int, version: MarkedText.Version)]
  /// The texts of ``versions``, as if each were a unit.
  private let text: FindPart

  /// Collects them; nil when cancelled.
  ///
  /// - Parameters:
  ///   - marked: The units of a page with marks.
  ///   - units: Those that are collected.
  ///   - isCancelled: Asked every few milliseconds.
  init?(_ marked: MarkedUnits, _ units: Range<Int>, isCancelled: () -> Bool) {
    var versions: [(unit: Int, version: MarkedText.Version)] = []
    var texts = FindTextBuilder()
    for unit in units {
      guard let marks = marked[unit] else { continue }
      let isTable = if case .table = marks.content { true } else { false }
      for version in marks.versions {
        versions.append((unit, version))
        // Of a table, LF is between two cells.
        let bytes = isTable ? version.bytes.map { $0 == 0x0A ? FindPart.border : $0 } : version.bytes
        guard texts.append(bytes, isCancelled: isCancelled) else { return nil }
      }
    }
    self.versions = versions
    text = FindPart(units: 0..<versions.count, texts)
  }

  /// The matches that stand across a sign, in the texts with marks; nil when cancelled.
  func matches(of query: FindQuery, _ isCancelled: () -> Bool) -> [FindMatch]? {
    text.matches(of: query, isCancelled)?.compactMap { match in
      let (unit, version) = versions[match.unit]
      return version.marked(match.range).map { FindMatch(unit: unit, range: $0) }
    }
  }
}
