/// A place where two words are written as one, with a sign between: `F-35`, `U.S.`, `didn’t`, `3,000`.
public struct WordJoint: Hashable, Sendable {
  /// The sign: a hyphen, an apostrophe, a full stop or a comma, in ASCII.
  public var sign: UInt8
  /// Where the second word starts among the bytes that were written of the text, after a space.
  public var offset: Int
  /// Which word the second one is, counted from 0.
  public var word: Int

  /// Whether a byte is such a sign. Asked of every byte between words, so it is no table that has to be made first.
  @inline(__always)
  static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "'")
  }

  /// Whether two folded words that a sign joins are one in another spelling: not `10-20`, nor `3.5`, nor the end of a
  /// sentence.
  static func joins(_ sign: UInt8, _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard let end = left.last, let start = right.first else { return false }
    switch sign {
    case UInt8(ascii: "-"): return !(isDigit(end) && isDigit(start))
    case UInt8(ascii: "'"):
      return !isDigit(end) && !isDigit(start) && !(right.count == 1 && start == UInt8(ascii: "s"))
    case UInt8(ascii: "."): return left.count == 1 && right.count == 1 && !isDigit(end) && !isDigit(start)
    case UInt8(ascii: ","): return right.count == 3 && left.count <= 3 && (left + right).allSatisfy(isDigit)
    default: return false
    }
  }
}
