import BriefingCore
import BriefingText

/// What is known of a briefing's text without keeping it: made when a briefing is opened or looked at after a change.
public struct BriefingDigest: Hashable, Sendable {
  /// Its title.
  public var title: String
  /// Its address, from the front matter.
  public var url: String?
  /// A hash of all its words.
  public var hash: UInt64
  /// The pairs of words of its text, of the first 256 kB.
  public var sketch: WordSketch
  /// The lead, then the sections in document order.
  public var sections: [SectionDigest]

  /// Bytes of a text that ``sketch`` tells of.
  private static let sketchedBytes = 256 << 10

  /// Reads a briefing once.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init(_ units: BriefingUnits, isCancelled: () -> Bool = { false }) throws {
    let briefing = units.briefing
    title = briefing.metadata.title
    url = briefing.metadata.url
    // To sample a section takes as long as all the rest, and those behind the limit are not remembered.
    let identities =
      try [briefing.identity(ofSection: nil)]
      + briefing.sectionIdentities(limit: SectionReunion.limit - 1, isCancelled: isCancelled)
    var reader = UnitTextReader(units)
    var sentence = SentenceHash()
    var whole = TextHash()
    var pairs: [UInt32] = []
    var (last, sketched) = (UInt64(0), 0)
    sections = []
    sections.reserveCapacity(briefing.sections.count + 1)
    for ordinal in 0...briefing.sections.count {
      if isCancelled() { throw CancellationError() }
      let heading = ordinal > 0 ? briefing.sections[ordinal - 1].title : ""
      var section = SectionDigest(
        ordinal: ordinal, title: heading,
        identity: ordinal < identities.count ? identities[ordinal] : SectionIdentity(), hash: 0, words: 0,
        blocks: [])
      let context = TextHash(heading.utf8)
      for (index, unit) in units.readUnits(ofSection: ordinal).enumerated() {
        reader.builder.removeAll()
        guard reader.read(unit, isCancelled: isCancelled, borders: { _ in }) else {
          throw CancellationError()
        }
        let bytes = reader.builder.compared
        var words = 0
        for range in try Sentences.ranges(of: bytes, isCancelled: isCancelled) {
          guard sentence.read(bytes[range], isCancelled: isCancelled) else { throw CancellationError() }
          words += sentence.words
          if sketched < Self.sketchedBytes {
            sketched += range.count
            for word in sentence.line.split(separator: 0x20) {
              let hash = TextHash(word).value
              var pair = TextHash()
              pair.add(last)
              pair.add(hash)
              pairs.append(UInt32(truncatingIfNeeded: pair.value))
              last = hash
            }
          }
          if sentence.value == 0 || DateLine.contains(sentence.line) { continue }
          section.hash &+= sentence.value
        }
        // Of a section the first unit is its heading.
        if ordinal > 0, index == 0 { continue }
        section.words += words
        if words > 0 {
          section.blocks.append(
            try BlockFingerprint(
              bytes, unit: unit, words: words, context: context, isCancelled: isCancelled))
        }
      }
      whole.add(section.hash)
      sections.append(section)
    }
    hash = whole.value
    sketch = WordSketch(ofHashes: pairs, limit: WordSketch.comparedLimit)
  }
}
