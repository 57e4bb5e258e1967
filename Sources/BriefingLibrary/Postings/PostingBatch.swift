import BriefingCore
import BriefingSearch

/// The words of some briefings of one kind and where they stand, as the threads that read hand them over.
struct PostingBatch: Sendable {
  /// A word in a section, or in the metadata of a briefing.
  struct Entry: Sendable {
    /// The word's number in ``PostingBatch/words``.
    var word: UInt32
    /// The 0-based section of the briefing; ``metadata`` for words of the briefing as a whole.
    var section: Int32
    /// Bytes of its places in ``PostingBatch/places``; entries stand there one behind the other.
    var length: UInt32
    /// Whether the word has more than one place there.
    var isMultiple: Bool

    static let metadata: Int32 = -1
  }

  /// A briefing.
  struct Briefing: Sendable {
    /// Below the library's folder.
    var path: String
    var stamp: FileStamp
    /// See `BriefingDate.moment`; 0 where there is no date.
    var moment: Int
    /// See `Day`; 0 where there is no date.
    var day: Int
    /// Whether the first section is the lead.
    var hasLead: Bool
    /// Words of each section.
    var lengths: [Int]
    /// Its entries.
    var entries: Range<Int>
    /// The offset of their places.
    var places: Int
  }

  private(set) var words = WordTable()
  private(set) var briefings: [Briefing] = []
  private(set) var entries: [Entry] = []
  private(set) var places: [UInt8] = []
  /// For each word how many entries it has, and how many bytes they take.
  private(set) var counts: [(entries: Int32, bytes: Int32)] = []
  /// Words of the section that is being gone through: number, then place, so that sorting groups them.
  private var tokens: [UInt64] = []

  /// Whether it has no briefings.
  var isEmpty: Bool { briefings.isEmpty }

  /// What stands before a metadata field's words: no word of a text starts with a colon, so no prefix of one finds
  /// them.
  static func prefix(_ field: SearchQuery.MetadataField) -> [UInt8] {
    [metadataMark] + Array("\(field.rawValue):".utf8)
  }
  /// What metadata's words start with.
  static let metadataMark = UInt8(ascii: ":")

  /// Adds a briefing.
  mutating func append(_ path: String, _ stamp: FileStamp, date: BriefingDate?, _ words: SearchableBriefing) {
    let first = entries.count
    let start = places.count
    for field in SearchQuery.MetadataField.allCases {
      if let line = words.metadata[field], !line.bytes.isEmpty { collect(line, after: Self.prefix(field)) }
    }
    closeSection(Entry.metadata)
    collect(words.title, in: .title)
    collect(words.tags, in: .tag)
    let common = tokens
    for (number, section) in words.sections.enumerated() {
      if number > 0 { tokens = common }
      collect(section.title, in: .section)
      collect(section.body, in: .body)
      closeSection(Int32(truncatingIfNeeded: number))
    }
    tokens.removeAll(keepingCapacity: true)
    briefings.append(
      Briefing(
        path: path, stamp: stamp, moment: date?.moment ?? 0, day: words.day?.number ?? 0,
        hasLead: words.sections.first?.ordinal == 0, lengths: words.sections.map(\.wordCount),
        entries: first..<entries.count, places: start))
  }

  private mutating func collect(_ line: WordLine, in field: WordPlace.Field) {
    line.bytes.withUnsafeBufferPointer { text in
      var position = 0
      WordLine.forEachPosition(of: text) { range in
        if range.count != 1 || text[range.lowerBound] != WordLine.border {
          let word = words.number(of: UnsafeBufferPointer(rebasing: text[range]))
          tokens.append(UInt64(word) << 32 | UInt64(WordPlace(field, position: position).rawValue))
        }
        position += 1
      }
    }
  }

  /// Collects words of metadata, each with its field's name before it.
  private mutating func collect(_ line: WordLine, after prefix: [UInt8]) {
    var word = prefix
    for (position, range) in line.positions.enumerated() {
      if range.count == 1, line.bytes[range.lowerBound] == WordLine.border { continue }
      word.replaceSubrange(prefix.count..., with: line.bytes[range])
      let number = word.withUnsafeBufferPointer { words.number(of: $0) }
      tokens.append(UInt64(number) << 32 | UInt64(WordPlace(.body, position: position).rawValue))
    }
  }

  /// Makes entries of the words that were collected.
  private mutating func closeSection(_ section: Int32) {
    tokens.sort()
    while counts.count < words.count { counts.append((0, 0)) }
    var at = 0
    while at < tokens.count {
      let word = tokens[at] >> 32
      var end = at + 1
      while end < tokens.count, tokens[end] >> 32 == word { end += 1 }
      let start = places.count
      WordPlace.append(
        tokens[at..<end].lazy.map { WordPlace(rawValue: UInt32(truncatingIfNeeded: $0)) }, to: &places)
      let length = places.count - start
      entries.append(
        Entry(
          word: UInt32(truncatingIfNeeded: word), section: section,
          length: UInt32(truncatingIfNeeded: length), isMultiple: end - at > 1))
      counts[Int(word)].entries += 1
      counts[Int(word)].bytes += Int32(truncatingIfNeeded: length)
      at = end
    }
    tokens.removeAll(keepingCapacity: true)
  }
}
