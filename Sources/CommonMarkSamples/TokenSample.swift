/// Some tokens of Markdown, drawn by a seed and repeated: finds slow inputs that nobody thought of.
public struct TokenSample: Sendable {
  /// Whatever means something to some part of the parser.
  public static let tokens = [
    "a", "b c", "é", "—", " ", "    ", "\t", "\n", "\r\n", "\r", "\n\n", "*", "**", "_", "__", "`", "``",
    "```\n", "~~~\n", "[", "]",
    "](", ")", "[a]", "[a]: /b\n", "[a]: <c> 'd'\n", "![", "<", ">", "<b>", "<div>\n", "<!-- ", "-->", "\\",
    "&amp;", "&", "# ",
    "---\n", "===\n", "- ", "+ ", "1. ", "2) ", "> ", ">", "'", "\"", ":", "http://x.y", "www.x.y", "x@y.z",
    "<http://x>", "|",
    "a|b\n", "-|-\n", "\\|", "~", "~~", "- [x] ", "[^n]", "[^n]: ", "> [!NOTE]\n", "  \n", "\\\n", "\0",
  ]

  private let opening: String
  private let closing: String

  /// Draws one to six tokens that are repeated and, one time in three, others that follow as often.
  public init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func draw() -> String {
      (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.tokens.randomElement(using: &random) ?? "" }
        .joined()
    }
    opening = draw()
    closing = random.oneIn(3) ? draw() : ""
  }

  /// What is repeated.
  public var name: String {
    opening.debugDescription + (closing.isEmpty ? "" : "…" + closing.debugDescription)
  }

  /// About `byteCount` bytes of it.
  public func bytes(_ byteCount: Int) -> [UInt8] {
    // An even number, or a fence that is closed at one size could be open, with all that follows in it, at another.
    let count = byteCount / (opening.utf8.count + closing.utf8.count) & ~1
    return Array((String(repeating: opening, count: count) + String(repeating: closing, count: count)).utf8)
  }
}
