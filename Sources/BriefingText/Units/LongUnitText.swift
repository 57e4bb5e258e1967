/// The text of a leaf that may be as long as a file, as the bytes that were collected: a string would be a copy of them.
package struct LongUnitText: Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8]
  /// As of ``UnitText``.
  package private(set) var runs: [UnitText.Run]
  /// As of ``UnitText``.
  package private(set) var links: [UnitText.Link]
  /// See ``UnitText/isParted``.
  package private(set) var isParted = false

  /// Makes a text of its parts; `bytes` are valid UTF-8.
  package init(bytes: [UInt8], runs: [UnitText.Run], links: [UnitText.Link], isParted: Bool = false) {
    (self.bytes, self.runs, self.links, self.isParted) = (bytes, runs, links, isParted)
  }

  /// Makes a copy of a text.
  package init(_ text: UnitText) {
    self.init(bytes: Array(text.string.utf8), runs: text.runs, links: text.links, isParted: text.isParted)
  }

  /// A stretch of the text by itself, with what it has of runs and links.
  ///
  /// - Parameters:
  ///   - range: It starts and ends between scalars.
  ///   - openLinks: Indices of the links that start before it and reach into it.
  package func part(_ range: Range<Int>, openLinks: [Int] = []) -> UnitText {
    UnitText(
      string: String(decoding: bytes[range], as: UTF8.self), range, of: runs, links, openLinks: openLinks)
  }
}
