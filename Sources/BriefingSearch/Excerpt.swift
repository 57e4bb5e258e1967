import BriefingCore
import BriefingText

/// A few words of a section around what was found, on one line.
public struct Excerpt: Hashable, Sendable {
  /// The text, with `…` where it was cut. It is the author's text and may hold anything.
  public var text: String
  /// What to light: UTF-8 offsets of ``text``, in order, none overlapping.
  public var matches: [Range<Int>]
  /// The host of a link that has a word of the query which stands nowhere else: `bloomberg.com`; nil as a rule.
  public var host: String?

  /// Makes an excerpt.
  public init(text: String, matches: [Range<Int>]) {
    self.text = text
    self.matches = matches
  }

  /// The part of passages with the most different words of the query; their beginning where none is there.
  ///
  /// - Parameter length: Characters at most, the ellipses not counted.
  public init(of passages: [SectionText.Passage], showing patterns: [WordPattern], length: Int = 160) {
    var finder = ExcerptFinder(patterns, length: length)
    for passage in passages where !finder.isDone { _ = finder.add(Array(passage.text.utf8)) }
    self = finder.excerpt
  }

  /// Up to three parts of a section's text that show the words of the query together; its beginning where none is
  /// there.
  ///
  /// - Parameters:
  ///   - ordinal: 0 for the lead, else the 1-based place among the briefing's sections.
  ///   - titles: What stands above the excerpt; passages that only repeat it are passed over if there are others.
  ///   - length: Characters of one part at most, the ellipses not counted; of several parts somewhat more.
  ///   - isCancelled: Asked every few milliseconds, however long a passage is.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public init(
    ofSection ordinal: Int, of units: BriefingUnits, showing patterns: [WordPattern],
    below titles: [String] = [],
    length: Int = 160, isCancelled: () -> Bool = { false }
  ) throws {
    let skipped = titles.map { Array($0.utf8) }
    var hosts: [String] = []
    func look(for patterns: [WordPattern], _ length: Int, lighting lit: [WordPattern]) throws -> ExcerptFinder
    {
      var texts = SearchableTexts(units)
      var finder = ExcerptFinder(patterns, length: length, lighting: lit)
      var first: [UInt8]?
      var isComplete = true
      units.readHeading(ofSection: ordinal, &texts)
      try units.forEachPassage(ofSection: ordinal, &texts, isCancelled: isCancelled) { text in
        if skipped.contains(text) {
          first = first ?? text
          return true
        }
        isComplete = finder.add(text, isCancelled: isCancelled)
        return isComplete && !finder.isDone
      }
      if finder.isEmpty, let first { isComplete = finder.add(first, isCancelled: isCancelled) }
      guard isComplete else { throw CancellationError() }
      hosts = texts.takeHosts()
      return finder
    }
    let whole = try look(for: patterns, length, lighting: patterns)
    self = whole.excerpt
    if !whole.isDone, !hosts.isEmpty {
      host = try LinkedHost(patterns).find(among: hosts, besides: titles) {
        try look(for: $0, length, lighting: []).distinct > 0
      }
    }
    guard whole.distinct > 0, !whole.isDone else { return }
    var parts = [try look(for: patterns, length / 2 - 5, lighting: patterns)]
    var rest = parts[0].rest
    while parts.count < 3, !rest.isEmpty {
      let next = try look(for: rest, parts.count == 1 ? length / 2 - 5 : length / 3 - 5, lighting: patterns)
      guard next.distinct > 0 else { break }
      rest = next.rest
      // Words of the query that are one word in the text, such as `AIM-120C8`, stand at one place.
      if !parts.contains(where: next.overlaps) { parts.append(next) }
    }
    guard parts.reduce(0, { $0 + $1.distinct }) > whole.distinct else { return }
    parts.sort { $0.place < $1.place }
    let linked = host
    self = parts.dropFirst().reduce(parts[0].excerpt) { $0.followed(by: $1.excerpt) }
    host = linked
  }

  /// This and a part further on, with an ellipsis between.
  private func followed(by next: Excerpt) -> Excerpt {
    let ellipsis = "…"
    let start = text.hasSuffix(ellipsis) ? String(text.dropLast()) : text
    let isCut = next.text.hasPrefix(ellipsis)
    let gap = start + " … "
    let shift = gap.utf8.count - (isCut ? ellipsis.utf8.count : 0)
    return Excerpt(
      text: gap + (isCut ? String(next.text.dropFirst()) : next.text),
      matches: matches + next.matches.map { $0.lowerBound + shift..<$0.upperBound + shift })
  }
}
