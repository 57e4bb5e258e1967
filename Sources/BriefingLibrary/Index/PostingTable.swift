import GRDB

/// The table `posting`: for each word of a segment in which sections it stands, and where.
struct PostingTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The sections that have a word; nil where none has.
  func numbers(of word: [UInt8], in segment: Int64) throws -> [UInt8]? {
    try column("numbers", of: word, in: segment)
  }

  /// The places of a word in the sections that have it; nil where none has.
  func places(of word: [UInt8], in segment: Int64) throws -> [UInt8]? {
    try column("places", of: word, in: segment)
  }

  private func column(_ name: String, of word: [UInt8], in segment: Int64) throws -> [UInt8]? {
    let statement = try DirectStatement(
      db, "SELECT \(name) FROM posting WHERE segment = ? AND word = ?")
    return try word.withUnsafeBytes { word in
      statement.start(.integer(segment), .bytes(word))
      defer { statement.finish() }
      return try statement.step() ? Array(statement.bytes(0)) : nil
    }
  }

  /// Calls `found` with each word that starts with a prefix and the sections that have it, in the order of the words.
  func forEachWord(
    withPrefix prefix: [UInt8], in segment: Int64,
    _ found: (_ word: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let statement = try DirectStatement(
      db, "SELECT word, numbers FROM posting WHERE segment = ? AND word >= ? AND word < ?")
    // No byte of UTF-8 is as high: behind every word with the prefix.
    let end = prefix + [0xFF]
    try prefix.withUnsafeBytes { prefix in
      try end.withUnsafeBytes { end in
        statement.start(.integer(segment), .bytes(prefix), .bytes(end))
        defer { statement.finish() }
        while try statement.step() { try found(statement.bytes(0), statement.bytes(1)) }
      }
    }
  }

  /// Writes what stands in the index of a word; words come in the order of their bytes.
  func insert(
    _ word: UnsafeBufferPointer<UInt8>, in segment: Int64, numbers: UnsafeBufferPointer<UInt8>,
    places: UnsafeBufferPointer<UInt8>
  ) throws {
    let statement = try DirectStatement(
      db, "INSERT INTO posting (segment, word, numbers, places) VALUES (?, ?, ?, ?)")
    statement.start(
      .integer(segment), .bytes(UnsafeRawBufferPointer(word)), .bytes(UnsafeRawBufferPointer(numbers)),
      .bytes(UnsafeRawBufferPointer(places)))
    defer { statement.finish() }
    _ = try statement.step()
  }

  /// Removes all of a segment.
  func remove(segment: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM posting WHERE segment = ?").execute(arguments: [segment])
  }
}
