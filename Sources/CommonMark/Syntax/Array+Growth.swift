extension Array {
  /// Removes all and keeps the room; of most leaves most tables are empty, and then it costs nothing.
  @inline(__always)
  mutating func clear() {
    if !isEmpty { removeLast(count) }
  }

  /// Where the array is full, makes room for the rest of the work as if it went on like the `done` of `total`
  /// bytes so far, and half as much again.
  ///
  /// Doubling would copy a large table several times, each time into pages that are new to the process. Room
  /// that is never used costs no memory; still, beyond 16 million elements it is at most four times what is
  /// there.
  @inline(__always)
  mutating func makeRoom(done: Int, of total: Int) {
    if count == capacity, count >= 4096 { growToRest(done: done, of: total) }
  }

  @inline(never)
  private mutating func growToRest(done: Int, of total: Int) {
    let expected = Double(count) * Double(total) / Double(Swift.max(done, 1))
    let limit = Swift.max(4 * count, 1 << 24)
    reserveCapacity(Swift.max(2 * count, Int(Swift.min(expected * 1.5, Double(limit)))))
  }
}
