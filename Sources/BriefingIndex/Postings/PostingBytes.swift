import GRDB

/// Reads what ``PostingArena`` writes; it may have been damaged on disk.
enum PostingBytes {
  /// Calls `found` with each section that has a word, in order, and the word's shape there.
  ///
  /// - Parameter limit: How many sections there are.
  /// - Throws: `DatabaseError` where the bytes make no sense.
  @inline(__always)
  static func forEachNumber(
    in numbers: UnsafeBufferPointer<UInt8>, below limit: Int, _ found: (Int, WordShape) throws -> Void
  ) throws {
    var reader = VariableIntegerReader(numbers)
    var number = -1
    while !reader.isAtEnd {
      let value = reader.next()
      number &+= Int(value >> 1)
      let shape = value & 1 == 0 ? .plain : WordShape(&reader)
      guard number < limit, value > 1, !reader.isOver else { throw DatabaseError.damagedIndex }
      try found(number, shape)
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
    try forEachNumber(in: numbers, below: wanted.limit) { number, shape in
      let length = shape.total > 1 ? Int(reader.next()) : nil
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

  /// Calls `found` with the shape of a word and the bytes of its places in each of its sections, in order.
  static func forEachRun(
    _ numbers: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>, below limit: Int,
    _ found: (_ number: Int, WordShape, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var reader = VariableIntegerReader(places)
    try forEachNumber(in: numbers, below: limit) { number, shape in
      let length = shape.total > 1 ? Int(reader.next()) : nil
      let start = reader.offset
      if let length { reader.skip(length) } else { WordPlace.skipOne(&reader) }
      if reader.isOver { throw DatabaseError.damagedIndex }
      try found(number, shape, UnsafeBufferPointer(rebasing: places[start..<reader.offset]))
    }
  }
}
