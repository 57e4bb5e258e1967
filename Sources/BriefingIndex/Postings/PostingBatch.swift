import BriefingCore
import BriefingFiles
import BriefingSearch

/// The words of some briefings of one kind and where they stand, as the threads that read hand them over.
struct PostingBatch: Sendable {
  /// A word in a section, or in the metadata of a briefing.
  struct Entry: Sendable {
    /// The word's number in ``PostingBatch/words``.
    var word: UInt32
    /// ``length``, doubled, odd for ``hasShape``: of a large briefing the entries are most of what it takes.
    private var lengthAndMark: UInt32

    init(word: Int, length: Int, hasShape: Bool) {
      self.word = UInt32(truncatingIfNeeded: word)
      lengthAndMark = UInt32(truncatingIfNeeded: length << 1 | (hasShape ? 1 : 0))
    }

    /// Bytes of its shape, where it has one, and its places in ``PostingBatch/places``; entries stand there one after
    /// the other.
    var length: Int { Int(lengthAndMark >> 1) }
    /// Whether the word stands there otherwise than once in the body, see ``WordShape``.
    var hasShape: Bool { lengthAndMark & 1 == 1 }
  }

  /// A briefing.
  struct Briefing: Sendable {
    /// Below the library's folder.
    var path: String
    var stamp: FileStamp
    /// See `Metadata.moment`.
    var moment: Int
    /// See `Day`; -1 where nobody has stated a date.
    var day: Int
    /// Whether the first section is the lead.
    var hasLead: Bool
    /// Words of each section.
    var lengths: [Int]
    /// Its first entry.
    var entries: Int
    /// How many entries are of its metadata, and how many of each of its sections; they follow each other.
    var entryCounts: [UInt32]
    /// The offset of the entries' places.
    var places: Int
  }

  /// How much there is of a word: 12 bytes, for a briefing can have millions of words.
  struct Count: Sendable {
    var entries: UInt32 = 0
    /// Bytes that the shapes and places of the entries take.
    var bytes: UInt32 = 0
    /// Those of the shapes.
    var shapes: UInt32 = 0

    init() {}

    init(entries: Int, bytes: Int, shapes: Int) {
      self.entries = UInt32(truncatingIfNeeded: entries)
      self.bytes = UInt32(truncatingIfNeeded: bytes)
      self.shapes = UInt32(truncatingIfNeeded: shapes)
    }

    static func += (count: inout Count, more: Count) {
      count.entries &+= more.entries
      count.bytes &+= more.bytes
      count.shapes &+= more.shapes
    }
  }

  private(set) var words = WordTable()
  private(set) var briefings: [Briefing] = []
  private(set) var entries: [Entry] = []
  private(set) var places: [UInt8] = []
  /// What each word needs.
  private(set) var counts: [Count] = []
  /// What is known of the section that is being gone through.
  private var section = OpenSection()

  /// About how much its postings take.
  var byteCount: Int { places.count + entries.count * MemoryLayout<Entry>.stride + words.byteCount }

  /// About how much memory it takes.
  var memory: Int {
    places.count + entries.count * MemoryLayout<Entry>.stride + counts.count * MemoryLayout<Count>.stride
      + words.memory + section.byteCount
  }

  /// Gives back what only the adding of briefings needs.
  mutating func finish() {
    section = OpenSection()
    words.finish()
  }

  /// Gives back its words, once a segment has them.
  mutating func removeWords() {
    words = WordTable(capacity: 0)
    counts = []
  }

  /// Whether it has no briefings.
  var isEmpty: Bool { briefings.isEmpty }

  /// What stands before a metadata field's words: no word of a text starts with a colon, so no prefix of one finds
  /// them.
  static func prefix(_ field: SearchQuery.MetadataField) -> [UInt8] {
    [metadataMark] + Array("\(field.rawValue):".utf8)
  }
  /// What stands for words that are written as one: no word of a text starts with a semicolon either.
  static func joined(_ word: some Sequence<UInt8>) -> [UInt8] {
    [joinedMark] + word.prefix(WordTable.longest - 1)
  }
  /// What words that are written as one start with.
  static let joinedMark = UInt8(ascii: ";")
  /// What stands for a word whose stem is none of its folded form's, see `Stemmer.ownStem`: both of them, so that who
  /// looks for the stem knows of each such word what it is folded.
  static func own(stem: [UInt8], folded: some Sequence<UInt8>) -> [UInt8] {
    [ownMark] + stem + [ownMark] + folded
  }
  /// The stem and the folded word of what ``own(stem:folded:)`` made; nil for any other word.
  static func parts(ofOwn word: UnsafeBufferPointer<UInt8>) -> (stem: [UInt8], folded: [UInt8])? {
    guard word.first == ownMark, let middle = word.dropFirst().firstIndex(of: ownMark) else { return nil }
    return (Array(word[1..<middle]), Array(word[(middle + 1)...]))
  }
  /// What words with a stem of their own start with.
  static let ownMark = UInt8(ascii: "~")
  /// What metadata's words start with.
  static let metadataMark = UInt8(ascii: ":")

  /// Adds a briefing.
  ///
  /// - Parameters:
  ///   - stemmer: That of its language; nil where it has none.
  ///   - range: The words that are added; the others are as if they were not there.
  ///   - keepsText: Whether its text is still needed; if not, it is given back as it is gone through.
  mutating func append(
    _ path: String, _ stamp: FileStamp, moment: Int, _ words: inout SearchableBriefing, _ stemmer: Stemmer?,
    in range: WordRange = .all, keepsText: Bool = false
  ) {
    if briefings.isEmpty { reserve() }
    var briefing = Briefing(
      path: path, stamp: stamp, moment: moment, day: words.day?.number ?? -1,
      hasLead: words.sections.first?.ordinal == 0, lengths: words.sections.map(\.wordCount),
      entries: entries.count, entryCounts: [], places: places.count)
    briefing.entryCounts.reserveCapacity(words.sections.count + 1)
    for field in SearchQuery.MetadataField.allCases {
      if let line = words.metadata[field], !line.bytes.isEmpty {
        collect(line, after: Self.prefix(field), range)
      }
    }
    briefing.entryCounts.append(closeSection())
    let title = numbers(of: words.title, stemmer, range)
    let tags = numbers(of: words.tags, stemmer, range)
    let name = numbers(of: words.name, stemmer, range)
    for index in words.sections.indices {
      // In the order of the fields, so that the places of each word are in order.
      collect(words.sections[index].body, in: .body, stemmer, range)
      if !keepsText { words.sections[index].body = WordLine() }
      collect(title, in: .title)
      collect(words.sections[index].title, in: .section, stemmer, range)
      collect(tags, in: .tag)
      collect(name, in: .name)
      collect(words.sections[index].hosts, in: .host, nil, range)
      briefing.entryCounts.append(closeSection())
    }
    briefings.append(briefing)
  }

  /// Makes room for as many briefings of common length as a thread reads in a turn.
  private mutating func reserve() {
    entries.reserveCapacity(32 << 10)
    places.reserveCapacity(64 << 10)
    counts.reserveCapacity(8 << 10)
  }

  private mutating func collect(
    _ line: WordLine, in field: WordPlace.Field, _ stemmer: Stemmer?, _ range: WordRange
  ) {
    words.forEachNumber(of: line, in: range) { number, position in
      section.append(number, field, position: position)
    }
    for joined in line.joined {
      if let number = number(ofJoined: joined.word, range) {
        section.append(number, field, position: joined.position)
      }
    }
    guard let stemmer else { return }
    var own: [(number: Int, position: Int)] = []
    forEachOwn(of: line, stemmer, range) { own.append(($0, $1)) }
    collect(own, in: field)
  }

  /// Calls `found` with the number of each word that has a stem of its own, and its position.
  private mutating func forEachOwn(
    of line: WordLine, _ stemmer: Stemmer, _ range: WordRange,
    _ found: (_ number: Int, _ position: Int) -> Void
  ) {
    guard stemmer.language != .english else { return }
    line.forEachWritten { written, folded, position in
      guard let stem = stemmer.ownStem(ofWritten: written, folded: folded) else { return }
      let own = Self.own(stem: stem, folded: folded)
      if let number = number(of: own, range) { found(number, position) }
    }
  }

  /// The numbers of a line's words, with their positions.
  private mutating func numbers(
    of line: WordLine, _ stemmer: Stemmer?, _ range: WordRange
  ) -> [(number: Int, position: Int)] {
    var numbers: [(number: Int, position: Int)] = []
    words.forEachNumber(of: line, in: range) { numbers.append(($0, $1)) }
    for joined in line.joined {
      if let number = number(ofJoined: joined.word, range) { numbers.append((number, joined.position)) }
    }
    if let stemmer { forEachOwn(of: line, stemmer, range) { numbers.append(($0, $1)) } }
    return numbers
  }

  private mutating func number(ofJoined word: ArraySlice<UInt8>, _ range: WordRange) -> Int? {
    number(of: Self.joined(word), range)
  }

  /// The number of a word; nil where it is not in the range.
  private mutating func number(of word: [UInt8], _ range: WordRange) -> Int? {
    guard range.isAll || range.contains(word) else { return nil }
    return word.withUnsafeBufferPointer { words.number(of: $0) }
  }

  private mutating func collect(_ numbers: [(number: Int, position: Int)], in field: WordPlace.Field) {
    for word in numbers { section.append(word.number, field, position: word.position) }
  }

  /// Collects words of metadata, each with its field's name before it.
  private mutating func collect(_ line: WordLine, after prefix: [UInt8], _ range: WordRange) {
    var word = prefix
    var position = 0
    line.forEachPosition { place in
      defer { position += 1 }
      if place.count == 1, line.bytes[place.lowerBound] == WordLine.border { return }
      word.removeLast(word.count - prefix.count)
      word.append(contentsOf: line.bytes[place].prefix(WordTable.longest))
      if let number = number(of: word, range) { section.append(number, .body, position: position) }
    }
  }

  /// Makes entries of the words that were collected, and returns how many.
  private mutating func closeSection() -> UInt32 {
    while counts.count < words.count { counts.append(Count()) }
    let first = entries.count
    section.close(to: &places) { word, length, shapeLength in
      entries.append(Entry(word: word, length: length, hasShape: shapeLength > 0))
      counts[word] += Count(entries: 1, bytes: length, shapes: shapeLength)
    }
    return UInt32(truncatingIfNeeded: entries.count - first)
  }
}
