import GRDB

/// A word of a phrase, or all words with a prefix, and the sections of a segment that have it.
///
/// Where a phrase starts is handled as one number: that of a section above the bits of the place where its first word
/// stands, which is a word's own place moved back by the word's place in the phrase.
struct PhraseWord {
  /// A word, the sections that have it and, where they were read already, its places.
  struct Row {
    var word: [UInt8]
    var numbers: [UInt8]
    var places: [UInt8]?
  }

  /// The word's 0-based place in the phrase.
  var back: Int
  var rows: [Row]

  /// About in how many sections it stands.
  var size: Int { rows.reduce(0) { $0 + $1.numbers.count } }

  /// The section of a start.
  static func number(of start: UInt64) -> Int { Int(start >> 32) }

  /// Leaves only sections that have the word.
  func restrict(_ candidates: inout NumberSet) throws {
    var set = NumberSet(limit: candidates.limit)
    for row in rows { try row.numbers.withUnsafeBufferPointer { try PostingBytes.insert($0, into: &set) } }
    candidates.formIntersection(set)
  }

  /// Where a phrase can start as far as this word knows, in order.
  ///
  /// - Parameters:
  ///   - known: Where it can start as far as others know; nil where none was asked yet.
  ///   - field: Where it has to stand; nil for anywhere.
  ///   - places: Reads the places of a word.
  /// - Throws: `DatabaseError` where what is read makes no sense.
  func starts(
    among known: [UInt64]?, in candidates: NumberSet, _ field: WordPlace.Field?,
    places: ([UInt8]) throws -> [UInt8]?
  ) throws -> [UInt64] {
    var found: [UInt64] = []
    for row in rows {
      if rows.count > 1, try !isWanted(row, candidates) { continue }
      guard let places = try row.places ?? places(row.word) else { throw DatabaseError.damagedIndex }
      if let known {
        try collect(row, places, in: candidates, among: known, into: &found)
      } else {
        try collect(row, places, in: candidates, field, into: &found)
      }
    }
    // Each word's are in order.
    if rows.count > 1 { found.sort() }
    return found
  }

  private func isWanted(_ row: Row, _ candidates: NumberSet) throws -> Bool {
    var isWanted = false
    try row.numbers.withUnsafeBufferPointer { numbers in
      try PostingBytes.forEachNumber(in: numbers, below: candidates.limit) { number, _ in
        if candidates.contains(number) { isWanted = true }
      }
    }
    return isWanted
  }

  private func collect(
    _ row: Row, _ places: [UInt8], in candidates: NumberSet, _ field: WordPlace.Field?,
    into found: inout [UInt64]
  ) throws {
    let back = UInt32(back)
    try row.numbers.withUnsafeBufferPointer { numbers in
      try places.withUnsafeBufferPointer { places in
        try PostingBytes.forEachPlace(numbers, places, in: candidates) { number, place in
          guard place.position >= back, field == nil || place.field == field else { return }
          found.append(Self.start(number, place, back))
        }
      }
    }
  }

  private func collect(
    _ row: Row, _ places: [UInt8], in candidates: NumberSet, among known: [UInt64],
    into found: inout [UInt64]
  ) throws {
    let back = UInt32(back)
    try known.withUnsafeBufferPointer { known in
      var at = 0
      try row.numbers.withUnsafeBufferPointer { numbers in
        try places.withUnsafeBufferPointer { places in
          try PostingBytes.forEachPlace(numbers, places, in: candidates) { number, place in
            guard place.position >= back else { return }
            let start = Self.start(number, place, back)
            while at < known.count, known[at] < start { at &+= 1 }
            if at < known.count, known[at] == start { found.append(start) }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func start(_ number: Int, _ place: WordPlace, _ back: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: number) << 32 | UInt64(place.rawValue &- back)
  }
}
