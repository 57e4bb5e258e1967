/// A text of any size: a piece repeated, with what makes it matter around it.
public struct RepeatedSample: Sendable {
  private let start: String
  /// What is repeated behind `start`, and which part of the whole that takes, as a divisor.
  private let opening: (piece: String, share: Int)?
  private let piece: @Sendable (Int) -> String
  private let end: String

  /// Makes one.
  ///
  /// - Parameter piece: Is told how many were before it.
  public init(
    start: String = "", opening: (piece: String, share: Int)? = nil, end: String = "",
    piece: @escaping @Sendable (Int) -> String
  ) {
    (self.start, self.opening, self.end, self.piece) = (start, opening, end, piece)
  }

  /// The text in about so many bytes.
  public func bytes(_ byteCount: Int) -> [UInt8] {
    var text = Array(start.utf8)
    if let opening {
      while text.count < byteCount / opening.share { text += Array(opening.piece.utf8) }
    }
    var number = 0
    while text.count < byteCount {
      text += Array(piece(number).utf8)
      number += 1
    }
    return text + Array(end.utf8)
  }
}
