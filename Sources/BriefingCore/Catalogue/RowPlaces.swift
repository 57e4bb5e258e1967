/// The rows of a table by a hash of what each is found by: eight bytes a place, so that most of it stays in the
/// processor's cache.
struct RowPlaces: Sendable {
  private struct Place {
    /// The low half of the hash. It says where the row should stand: here, or somewhere before.
    var hash: UInt32 = 0
    /// -1 where the place is free.
    var row: Int32 = -1
  }

  /// A power of two of them, at most three quarters of them taken; none where there is no row.
  private var places: [Place] = []
  /// How many rows there are.
  private(set) var count = 0

  private var mask: Int { places.count - 1 }

  /// The row of a hash for which `isWanted` is true: several may have one hash.
  func row(_ hash: UInt64, where isWanted: (Int) -> Bool) -> Int? {
    guard !places.isEmpty else { return nil }
    let low = UInt32(truncatingIfNeeded: hash)
    var at = Int(low) & mask
    while places[at].row >= 0 {
      if places[at].hash == low, isWanted(Int(places[at].row)) { return Int(places[at].row) }
      at = (at + 1) & mask
    }
    return nil
  }

  /// Adds a row that is not there.
  mutating func insert(_ row: Int, _ hash: UInt64) {
    reserve(count + 1)
    count += 1
    put(Place(hash: UInt32(truncatingIfNeeded: hash), row: Int32(row)))
  }

  /// Gives a row another number.
  mutating func renumber(_ row: Int, _ hash: UInt64, to number: Int) {
    if let at = place(of: row, hash) { places[at].row = Int32(number) }
  }

  /// Takes a row out.
  mutating func remove(_ row: Int, _ hash: UInt64) {
    guard var hole = place(of: row, hash) else { return }
    count -= 1
    // Who looks for a row stops at a free place: those behind the hole move up, as far as they may stand there.
    var at = (hole + 1) & mask
    while places[at].row >= 0 {
      let home = Int(places[at].hash) & mask
      if (at - home) & mask >= (at - hole) & mask {
        places[hole] = places[at]
        hole = at
      }
      at = (at + 1) & mask
    }
    places[hole] = Place()
  }

  /// Makes room for so many rows in all.
  mutating func reserve(_ rows: Int) {
    guard rows * 4 > places.count * 3 else { return }
    var size = max(16, places.count)
    while rows * 4 > size * 3 { size *= 2 }
    let old = places
    places = [Place](repeating: Place(), count: size)
    for place in old where place.row >= 0 { put(place) }
  }

  private mutating func put(_ place: Place) {
    var at = Int(place.hash) & mask
    while places[at].row >= 0 { at = (at + 1) & mask }
    places[at] = place
  }

  private func place(of row: Int, _ hash: UInt64) -> Int? {
    guard !places.isEmpty else { return nil }
    var at = Int(UInt32(truncatingIfNeeded: hash)) & mask
    while places[at].row >= 0 {
      if places[at].row == Int32(row) { return at }
      at = (at + 1) & mask
    }
    return nil
  }
}
