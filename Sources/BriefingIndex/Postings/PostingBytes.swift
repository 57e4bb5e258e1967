import GRDB

/// Reads what ``PostingArena`` writes; it may have been damaged on disk.
enum PostingBytes {
  /// Calls `found` with each section that has a word, in order, and whether the word has several places there.
  ///
  /// - Parameter limit: How many sections there are.
  /// - Throws: `DatabaseError` where the bytes make no sense.
  @inline(__always)
  static func forEachNumber(
    in numbers: UnsafeBufferPointer<UInt8>, below limit: Int, _ found: (Int, Bool) throws -> Void
  ) throws {
    var reader = VariableIntegerReader(numbers)
    var number = -1
    while !reader.isAtEnd {
      let value = reader.next()
      number &+= Int(value >> 1)
      guard number < limit, value > 1, !reader.isOver else { throw DatabaseError.damagedIndex }
      try found(number, value & 1 == 1)
    }
  }

  /// Adds the sections that have a word to a set.
  static func insert(_ numbers: UnsafeBufferPointer<UInt8>, into set: inout NumberSet) throws {
    let limit = set.limit
    try forEachNumber(in: numbers, below: limit) { number, _ in set.insert(number) }
  }

  /// Calls `found` with the places of a word in those of its sections that are wanted, in order.
  @inline(__always)
  static func forEachPlace(
    _ numbers: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>, in wanted: NumberSet,
    _ found: (_ number: Int, WordPlace) -> Void
  ) throws {
    var reader = VariableIntegerReader(places)
    try forEachNumber(in: numbers, below: wanted.limit) { number, isMultiple in
      let length = isMultiple ? Int(reader.next()) : nil
      if wanted.contains(number) {
        WordPlace.read(&reader, to: length.map { reader.offset &+ $0 }) { found(number, $0) }
      } else if let length {
        reader.skip(length)
      } else {
        WordPlace.skipOne(&reader)
      }
      if reader.isOver { throw DatabaseError.damagedIndex }
    }
  }

  /// Calls `found` with the bytes of a word's places in each of its sections, in order.
  static func forEachRun(
    _ numbers: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>, below limit: Int,
    _ found: (_ number: Int, _ isMultiple: Bool, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var reader = VariableIntegerReader(places)
    try forEachNumber(in: numbers, below: limit) { number, isMultiple in
      let length = isMultiple ? Int(reader.next()) : nil
      let start = reader.offset
      if let length { reader.skip(length) } else { WordPlace.skipOne(&reader) }
      if reader.isOver { throw DatabaseError.damagedIndex }
      try found(number, isMultiple, UnsafeBufferPointer(rebasing: places[start..<reader.offset]))
    }
  }
}
