/// The next place of something in a text, looked for once for all that ask in front of it.
struct NextPlace {
  /// Where it is; `Int.max` where there is none any more, -1 as long as nobody has asked.
  private var place = -1

  /// Whether it stands after an offset.
  ///
  /// - Parameter find: Finds the first place from an offset on.
  mutating func isAhead(of offset: Int, find: (Int) -> Int?) -> Bool {
    if place <= offset { place = find(offset) ?? .max }
    return place != .max
  }
}
