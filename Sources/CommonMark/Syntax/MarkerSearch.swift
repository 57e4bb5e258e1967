/// Which closing markers the rest of a text has no more of, so that each is searched in vain once.
struct MarkerSearch {
  private var missing: UInt8 = 0

  /// The offset after the first `marker` at or after `start`; nil where there is none.
  ///
  /// - Parameter bit: The marker's own bit.
  mutating func end(of marker: StaticString, _ bit: UInt8, in text: Span<UInt8>, from start: Int) -> Int? {
    guard missing & bit == 0 else { return nil }
    if let position = HTMLScanner.find(marker, in: text, from: start) {
      return position + marker.utf8CodeUnitCount
    }
    missing |= bit
    return nil
  }
}
