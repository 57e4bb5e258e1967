/// A set of numbers below a limit, a bit each: of a segment's sections, or of its briefings.
struct NumberSet: Hashable, Sendable {
  /// How many numbers could be in it.
  let limit: Int
  private var bits: [UInt64]

  /// An empty set.
  init(limit: Int) {
    self.limit = limit
    bits = Array(repeating: 0, count: (limit + 63) / 64)
  }

  /// The set of all numbers.
  init(allBelow limit: Int) {
    self.limit = limit
    bits = Array(repeating: .max, count: (limit + 63) / 64)
    if limit % 64 != 0 { bits[bits.count - 1] = 1 << UInt64(limit % 64) - 1 }
  }

  /// The set that ``words`` gave; nil where they are of another limit.
  init?(limit: Int, words: [UInt64]) {
    guard words.count == (limit + 63) / 64 else { return nil }
    self.limit = limit
    bits = words
    if limit % 64 != 0 { bits[bits.count - 1] &= 1 << UInt64(limit % 64) - 1 }
  }

  /// The bits, the lowest number first.
  var words: [UInt64] { bits }

  /// How many numbers are in it.
  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The numbers, in order.
  var numbers: [Int] {
    var numbers: [Int] = []
    forEach { numbers.append($0) }
    return numbers
  }

  var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

  @inline(__always)
  func contains(_ number: Int) -> Bool { bits[number >> 6] & (1 << UInt64(number & 63)) != 0 }

  @inline(__always)
  mutating func insert(_ number: Int) { bits[number >> 6] |= 1 << UInt64(number & 63) }

  @inline(__always)
  mutating func remove(_ number: Int) { bits[number >> 6] &= ~(1 << UInt64(number & 63)) }

  mutating func insert(_ numbers: Range<Int>) { for number in numbers { insert(number) } }

  mutating func formUnion(_ other: NumberSet) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  mutating func formIntersection(_ other: NumberSet) {
    for index in bits.indices { bits[index] &= other.bits[index] }
  }

  mutating func subtract(_ other: NumberSet) {
    for index in bits.indices { bits[index] &= ~other.bits[index] }
  }

  /// How many numbers it has in common with another one.
  func intersectionCount(_ other: NumberSet) -> Int {
    var count = 0
    for index in bits.indices { count &+= (bits[index] & other.bits[index]).nonzeroBitCount }
    return count
  }

  /// The least number that is at or after `start`; nil where there is none.
  func first(from start: Int) -> Int? {
    guard start < limit else { return nil }
    var index = start >> 6
    var word = bits[index] & (.max << UInt64(start & 63))
    while word == 0 {
      index += 1
      guard index < bits.count else { return nil }
      word = bits[index]
    }
    return index << 6 + word.trailingZeroBitCount
  }

  /// How many numbers of a range are in it.
  func count(in range: Range<Int>) -> Int {
    var count = 0
    var next = first(from: range.lowerBound)
    while let number = next, number < range.upperBound {
      count += 1
      next = first(from: number + 1)
    }
    return count
  }

  /// Calls `body` with each number, in order.
  func forEach(_ body: (Int) throws -> Void) rethrows {
    for (index, word) in bits.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        try body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
