/// An opening bracket that may become a link or an image.
struct Bracket {
  private let tokenIndex: Int32
  private let textOffset: Int32
  private let delimiterCount: Int32
  let isImage: Bool
  /// Whether another bracket opened after it: then its text is not a label.
  var hasInner = false

  init(token: Int, textStart: Int, isImage: Bool, delimiters: Int) {
    tokenIndex = Int32(truncatingIfNeeded: token)
    textOffset = Int32(truncatingIfNeeded: textStart)
    delimiterCount = Int32(truncatingIfNeeded: delimiters)
    self.isImage = isImage
  }

  var token: Int { Int(tokenIndex) }
  /// Where its text starts, after the bracket.
  var textStart: Int { Int(textOffset) }
  /// How many delimiters were on the stack in front of it.
  var delimiters: Int { Int(delimiterCount) }
}
