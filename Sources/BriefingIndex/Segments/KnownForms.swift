import BriefingSearch
import GRDB

/// The words of briefings of each language by their stems, so that a query finds their inflections.
///
/// They stand in the table `form`, in a fixed number of rows, each stem in the one that its bytes tell: so no row can be
/// missing without notice. A row has of each word a line with the language's letter, the stem, a sign and the word; each
/// line ends in LF. The sign is a space, or `~` where only some ways to write the word have the stem, see
/// `Stemmer.ownStem`.
struct KnownForms {
  private let stemmers = Stemmers()
  /// Those that were met already, so that each is looked for once as long as the library is read.
  /// By the language's number.
  private var words: [WordTable?] = Array(repeating: nil, count: Language.allCases.count + 1)
  /// Whether the table had no line when the first was written: then what was not met before is not there either. Nil before
  /// that.
  private var wasEmpty: Bool?
  /// Lines that are to be written, by row.
  private var new: [Int: [UInt8]] = [:]
  /// Bytes of them.
  private var byteCount = 0
  /// Memory that known words take at most, and lines that are to be written.
  private static let (enough, fullSize) = (16 << 20, 4 << 20)

  /// Whether so much is to be written that it should be done.
  var isFull: Bool { byteCount >= Self.fullSize }

  /// Rows of the table.
  private static let rowCount = 256
  private static let lineFeed = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  /// Notes a word of a segment, in the language of its briefings; what is not a word of letters has no inflections.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ language: Language) {
    let stemmer = stemmers[language]
    let isOwn = word.first == PostingBatch.ownMark
    guard isOwn || stemmer.isWord(word), isNew(word, language) else { return }
    if let own = PostingBatch.parts(ofOwn: word) {
      add(own.folded, own.stem, PostingBatch.ownMark, language)
    } else if !isOwn {
      for stem in stemmer.stems(of: word) { add(Array(word), stem, Self.space, language) }
    }
  }

  private mutating func isNew(_ word: UnsafeBufferPointer<UInt8>, _ language: Language) -> Bool {
    // A library of many languages or of none: better looked for twice than kept.
    let place = language.number
    if words[place]?.memory ?? .max > Self.enough {
      if words[place] != nil { wasEmpty = false }
      words[place] = WordTable(capacity: 1 << 12)
    }
    let count = words[place]?.count
    return words[place]?.number(of: word) == count
  }

  private mutating func add(_ word: [UInt8], _ stem: [UInt8], _ sign: UInt8, _ language: Language) {
    let line = Self.key(stem, language) + [sign] + word + [Self.lineFeed]
    new[Self.row(of: stem), default: []] += line
    byteCount += line.count
  }

  /// Writes the words that were noted and are not there yet.
  mutating func write(in db: Database) throws {
    let isFresh = try wasEmpty ?? (Int.fetchOne(db, sql: "SELECT max(length(words)) FROM form") == 0)
    wasEmpty = isFresh
    for (row, lines) in new {
      var text = try Self.text(ofRow: row, in: db)
      let count = text.count
      let known = isFresh ? [] : Set(text.split(separator: Self.lineFeed))
      for line in lines.split(separator: Self.lineFeed) where !known.contains(line) {
        text += line
        text.append(Self.lineFeed)
      }
      if text.count > count { try Self.write(text, inRow: row, of: db) }
    }
    new = [:]
    byteCount = 0
  }

  /// Makes the rows of an empty table.
  static func create(in db: Database) throws {
    for row in 0..<rowCount { try write([], inRow: row, of: db) }
  }

  /// A word that has a stem.
  struct Form: Hashable, Comparable {
    var word: String
    /// Whether only some ways to write it have the stem.
    var isOwn: Bool

    static func < (a: Form, b: Form) -> Bool { (a.isOwn ? 1 : 0, a.word) < (b.isOwn ? 1 : 0, b.word) }
  }

  /// The words with a stem that occur in briefings of some languages, in order: those first that always have it.
  static func forms(ofStem stem: [UInt8], _ languages: Set<Language>, in db: Database) throws
    -> [Language: [Form]]
  {
    let row = Self.row(of: stem)
    var forms: [Language: [Form]] = [:]
    try text(ofRow: row, in: db).withUnsafeBufferPointer { text in
      var rest = text[...]
      while let end = rest.firstIndex(of: lineFeed) {
        let line = rest[..<end].dropFirst()
        let letter = rest.first
        rest = rest[(end + 1)...]
        guard line.starts(with: stem), let sign = line.dropFirst(stem.count).first,
          sign == space || sign == PostingBatch.ownMark,
          let language = letter.flatMap({ Language(number: Int($0) - firstLetter) }),
          languages.contains(language)
        else { continue }
        let word = String(decoding: line.dropFirst(stem.count + 1), as: UTF8.self)
        forms[language, default: []].append(Form(word: word, isOwn: sign == PostingBatch.ownMark))
      }
    }
    return forms.mapValues { $0.sorted() }
  }

  private static let firstLetter = Int(UInt8(ascii: "@"))

  /// What a line starts with, but for the sign.
  private static func key(_ stem: [UInt8], _ language: Language) -> [UInt8] {
    [UInt8(truncatingIfNeeded: firstLetter + language.number)] + stem
  }

  // MARK: Rows

  private static func row(of stem: some Sequence<UInt8>) -> Int {
    var checksum = Checksum(.forms)
    Array(stem).withUnsafeBufferPointer { checksum.add($0) }
    return Int(checksum.value & Int64(rowCount - 1))
  }

  private static func text(ofRow row: Int, in db: Database) throws -> [UInt8] {
    let statement = try DirectStatement(db, "SELECT sum, words FROM form WHERE id = ?")
    try statement.start(.integer(Int64(row)))
    defer { statement.finish() }
    guard try statement.step() else { throw DatabaseError.damagedIndex }
    let text = Array(statement.bytes(1))
    guard checksum(of: text, row) == statement.integer(0) else { throw DatabaseError.damagedIndex }
    return text
  }

  private static func write(_ text: [UInt8], inRow row: Int, of db: Database) throws {
    let statement = try DirectStatement(db, "INSERT OR REPLACE INTO form VALUES (?, ?, ?)")
    try text.withUnsafeBytes { bytes in
      try statement.start(.integer(Int64(row)), .integer(checksum(of: text, row)), .bytes(bytes))
      defer { statement.finish() }
      _ = try statement.step()
    }
  }

  private static func checksum(of text: [UInt8], _ row: Int) -> Int64 {
    var checksum = Checksum(.forms)
    checksum.add(Int64(row))
    checksum.add(text)
    return checksum.value
  }
}
