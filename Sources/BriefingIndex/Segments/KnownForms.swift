import GRDB

/// The words of English briefings by their stems, so that a query finds their inflections.
///
/// They stand in the table `form`, in a fixed number of rows, each stem in the one that its bytes tell: so no row can be
/// missing without notice. A row has of each word a line with the stem, a space and the word; each line ends in LF.
struct KnownForms {
  private let stemmer = EnglishStemmer()
  /// Those that were met already, so that each is looked for once as long as the library is read.
  private var words = WordTable(capacity: 1 << 14)
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

  /// Notes a word; what is not a word of ASCII letters has no inflections.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) {
    guard EnglishStemmer.isWord(word) else { return }
    // A library of many languages or of none: better looked for twice than kept.
    if words.memory > Self.enough { words = WordTable(capacity: 1 << 14) }
    let count = words.count
    guard words.number(of: word) == count else { return }
    stemmer.withStem(of: word) { stem in
      let line = stem + [UInt8(ascii: " ")] + word + [Self.lineFeed]
      new[Self.row(of: stem), default: []] += line
      byteCount += line.count
    }
  }

  /// Writes the words that were noted and are not there yet.
  mutating func write(in db: Database) throws {
    for (row, lines) in new {
      var text = try Self.text(ofRow: row, in: db)
      let count = text.count
      let known = Set(text.split(separator: Self.lineFeed))
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

  /// The other forms of a word that occur in English briefings.
  static func inflections(of word: String, _ stemmer: EnglishStemmer, in db: Database) throws -> [String] {
    let stem = Array(stemmer.stem(of: word).utf8)
    let row = stem.withUnsafeBufferPointer { Self.row(of: $0) }
    var forms: [String] = []
    try text(ofRow: row, in: db).withUnsafeBufferPointer { text in
      var rest = text[...]
      while let end = rest.firstIndex(of: lineFeed) {
        let line = rest[..<end]
        rest = rest[(end + 1)...]
        guard line.starts(with: stem), let space = line.dropFirst(stem.count).first, space == 0x20 else {
          continue
        }
        forms.append(String(decoding: line.dropFirst(stem.count + 1), as: UTF8.self))
      }
    }
    return forms.filter { $0 != word }.sorted()
  }

  // MARK: Rows

  private static func row(of stem: UnsafeBufferPointer<UInt8>) -> Int {
    var checksum = Checksum(.forms)
    checksum.add(stem)
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
