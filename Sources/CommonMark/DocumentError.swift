/// Why a source could not be parsed.
public enum DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It has more than ``Document/maximumSize`` bytes.
  case tooLarge(byteCount: Int)
  /// It has more blocks than whoever parsed it allows.
  case tooManyBlocks(limit: Int)

  /// What is wrong, in a sentence.
  public var description: String {
    switch self {
    case .tooLarge(let byteCount):
      "the document has \(byteCount) bytes; at most \(Document.maximumSize) can be parsed"
    case .tooManyBlocks(let limit): "the document has more than \(limit) blocks"
    }
  }
}
