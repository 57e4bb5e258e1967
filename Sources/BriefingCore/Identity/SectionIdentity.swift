import Algorithms
import CommonMark

/// What a section is known by across edits: where it stands among the headings, and which words it has. It can be
/// stored, for the old text is not always at hand.
public struct SectionIdentity: Hashable, Sendable {
  /// The slugs of the sections around it, outermost first, and its own; empty for the lead.
  public let path: [String]
  /// The words of its own text, without its title and the sections below it.
  public let words: WordSketch
  /// The pairs of neighbouring words. Texts that share most words, as two on the same matter do, share few pairs.
  public let pairs: WordSketch

  /// That of the lead.
  package init() { self.init(path: [], words: WordSketch(), pairs: WordSketch()) }

  /// Makes an identity.
  package init(path: [String], words: WordSketch, pairs: WordSketch) {
    self.path = path
    self.words = words
    self.pairs = pairs
  }

  /// Bytes of a section's source that are sampled at most, from its start: to know a section costs no more.
  static let sampledBytes = 32 << 10
  /// Blocks of a section that are looked at for that.
  static let sampledBlocks = 8 << 10
  /// Words below which a text tells nothing: most of them may be anywhere.
  static let fewWords = 8

  /// Whether its text is too short to tell it from others.
  package var isTiny: Bool { words.count < Self.fewWords }

  /// Its own slug without the number of a repeat; two sections of one title have the same.
  var plainSlug: Substring {
    guard let slug = path.last else { return "" }
    guard let dash = slug.utf8.lastIndex(of: UInt8(ascii: "-")) else { return slug[...] }
    let number = slug.utf8[slug.utf8.index(after: dash)...]
    let isNumber = !number.isEmpty && number.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return isNumber ? slug[..<dash] : slug[...]
  }

  /// The hashes of the words of its title, as far as the slug has them.
  var titleWords: WordSketch {
    let words = plainSlug.utf8.split(separator: UInt8(ascii: "-"))
    return WordSketch(
      ofHashes: words.map { UInt32(truncatingIfNeeded: TextHash($0).value) }, limit: WordSketch.storedLimit)
  }

  /// It with what a stored anchor keeps.
  package var stored: SectionIdentity {
    SectionIdentity(
      path: path, words: words.limited(to: WordSketch.storedLimit),
      pairs: pairs.limited(to: WordSketch.storedLimit))
  }
}

extension Briefing {
  /// The identity of a section; of the lead where nil. It costs no more than reading a few kilobytes.
  public func identity(ofSection index: Int?) -> SectionIdentity {
    identity(ofSection: index, limit: WordSketch.storedLimit)
  }

  /// The identities of all sections, in order.
  ///
  /// - Parameter limit: How many are wanted at most.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked at every section.
  public func sectionIdentities(
    limit: Int = .max, isCancelled: () -> Bool = { false }
  ) throws -> [SectionIdentity] {
    try sections.indices.prefix(limit).map { index in
      if isCancelled() { throw CancellationError() }
      return identity(ofSection: index, limit: WordSketch.comparedLimit)
    }
  }

  private func identity(ofSection index: Int?, limit: Int) -> SectionIdentity {
    guard let index else { return SectionIdentity() }
    var sample = WordSample()
    var blocks = 0
    var block = sections[index].heading.index + 1
    let end = ownEnd(ofSection: index).index
    while block < end, blocks < SectionIdentity.sampledBlocks, sample.bytes < SectionIdentity.sampledBytes {
      let id = BlockID(index: block)
      let row = document[id]
      blocks += 1
      block += 1
      if row.kind == .footnoteDefinition, row.parent == document.root {
        // Notes often stand together at the end of the file, and tell nothing of the section there.
        block = row.next?.index ?? end
      }
      switch row.kind.content {
      case .inlines, .literal:
        sample.add(document.source[row.range.prefix(SectionIdentity.sampledBytes - sample.bytes)])
      case .blocks, .nothing: break
      }
    }
    return SectionIdentity(
      path: slugPath(ofSection: index), words: WordSketch(ofHashes: sample.words, limit: limit),
      pairs: WordSketch(ofHashes: sample.pairs, limit: limit))
  }

  /// Where the blocks of a section end that are not of the sections below it.
  public func ownEnd(ofSection index: Int?) -> BlockID {
    let next = index.map { $0 + 1 } ?? 0
    return next < sections.count
      ? sections[next].heading : BlockID(index: Int32(truncatingIfNeeded: document.blockCount))
  }

  /// The slugs of the sections around a section, outermost first, and its own. Very long ones are cut, with a hash of
  /// the whole after them.
  public func slugPath(ofSection index: Int) -> [String] {
    let number = sections[index].number
    var path: [String] = []
    for depth in number.indices {
      path.append(Self.bounded(sections[self.section(numbered: number[...depth], upTo: index)].slug))
    }
    return path
  }

  /// The section of a number, which is at or before `last`: they are in the order of their numbers.
  private func section(numbered number: ArraySlice<Int>, upTo last: Int) -> Int {
    (0..<last).partitioningIndex { !sections[$0].number.lexicographicallyPrecedes(number) }
  }

  /// Bytes of a slug that are kept whole.
  private static let longestSlug = 96

  private static func bounded(_ slug: String) -> String {
    guard slug.utf8.count > longestSlug else { return slug }
    // No slug has a tilde.
    let start = String(decoding: slug.utf8.prefix(longestSlug / 2), as: UTF8.self)
    return "\(start)~\(String(TextHash(slug.utf8).value, radix: 16))"
  }
}

/// Collects the hashes of words and of pairs of them.
struct WordSample {
  private(set) var words: [UInt32] = []
  private(set) var pairs: [UInt32] = []
  /// Bytes that were read.
  private(set) var bytes = 0
  private var last: UInt64 = 0
  private var line: [UInt8] = []

  /// Adds the words of some source text. Symbols are left out: they may be marks of Markdown, such as a quotation's.
  mutating func add(_ source: ArraySlice<UInt8>) {
    bytes += source.count
    var text = String(decoding: source, as: UTF8.self)
    line.removeAll(keepingCapacity: true)
    text.withUTF8 { _ = Words.append($0, to: &line) }
    for word in line.split(separator: 0x20) {
      if word.count == 1, let byte = word.first, byte < 0x30 || 0x3A...0x40 ~= byte { continue }
      let hash = TextHash(word).value
      words.append(UInt32(truncatingIfNeeded: hash))
      if last != 0 {
        var pair = TextHash()
        pair.add(last)
        pair.add(hash)
        pairs.append(UInt32(truncatingIfNeeded: pair.value))
      }
      last = hash
    }
  }
}
