import Testing

@testable import BriefingCore

/// Rows by the hashes of their paths.
@Suite struct RowPlacesTests {
  private func hash(_ parts: [ArraySlice<UInt8>]) -> UInt64 {
    var hash = ByteHash()
    for part in parts { part.withUnsafeBytes { hash.add($0) } }
    return hash.value
  }

  @Test func `a path has one hash, however it is cut`() {
    let path = Array("library/2025/05/15-briefing-on-missiles.md".utf8)
    for length in 0...path.count {
      let whole = hash([path[..<length]])
      for first in 0...length {
        #expect(hash([path[..<first], path[first..<length]]) == whole)
        #expect(hash([path[..<(first / 2)], path[(first / 2)..<first], path[first..<length]]) == whole)
      }
    }
  }

  @Test func `paths that differ have other hashes`() {
    var paths: Set<String> = ["", "\0", "\0\0", "a", "a\0", "aaaaaaaa", "aaaaaaaa\0", "aaaaaaaaa"]
    for number in 0..<20_000 {
      paths.formUnion(["2025/\(number).md", "\(number)/a/long/folder/of/briefings.md"])
    }
    let hashes = Set(paths.map { hash([Array($0.utf8)[...]]) })
    #expect(hashes.count == paths.count)
    // The low half is what rows are found by.
    #expect(Set(hashes.map { UInt32(truncatingIfNeeded: $0) }).count > paths.count - 20)
  }

  /// Hashes of which many are the same or neighbours, and a table that is full and emptied again.
  @Test(arguments: [1, 7, 64, 1 << 40])
  func `rows are found as in a dictionary`(hashes: UInt64) {
    var generator = SystemRandomNumberGenerator()
    var places = RowPlaces()
    // Of each row its hash; the rows are numbered anew, as those of a table are.
    var known: [Int: UInt64] = [:]
    for step in 0..<3000 {
      let isGrowing = step % 1000 < 600
      if known.isEmpty || Int.random(in: 0..<10, using: &generator) < (isGrowing ? 8 : 2) {
        let hash = UInt64.random(in: 0..<hashes, using: &generator)
        places.insert(known.count, hash)
        known[known.count] = hash
      } else {
        let (row, last) = (Int.random(in: 0..<known.count, using: &generator), known.count - 1)
        places.remove(row, known[row] ?? 0)
        if row != last {
          places.renumber(last, known[last] ?? 0, to: row)
          known[row] = known[last]
        }
        known[last] = nil
      }
      guard step % 50 == 0 else { continue }
      #expect(places.count == known.count)
      for (row, hash) in known { #expect(places.row(hash) { $0 == row } == row) }
      for hash in 0..<min(hashes, 64) {
        var met: Set<Int> = []
        #expect(places.row(hash) { met.insert($0).inserted && false } == nil)
        #expect(met == Set(known.filter { $0.value == hash }.keys))
      }
    }
  }
}
