import CommonMark

/// Blocks of which nothing is shown: comments, lone tags such as `<a name="x"></a>`, template tags. They are no units, so
/// no blank lines stand around them. Only where `Extensions.htmlElements` says that HTML is shown as what it is.
enum HiddenBlocks {
  /// Bytes of a paragraph that is looked at, at most: what shows nothing is short, and others need not be read twice.
  private static let longest = 4096
  /// `[toc]` in its forms.
  private static let longestBracket = 9

  /// Whether nothing is shown of a paragraph or HTML block; false for every other block, and where `isCancelled` answers
  /// true.
  static func isHidden(_ block: BlockID, _ document: Document, isCancelled: () -> Bool) -> Bool {
    let range = document[block].range
    switch document[block].kind {
    case .linkDefinition: return true
    case .htmlBlock:
      var builder = UnitTextBuilder(isBare: true)
      guard HTMLText.append(block, of: document, role: .text, to: &builder, isCancelled: isCancelled) else {
        return false
      }
      return builder.isBlank
    case .paragraph:
      guard range.count <= longest, let first = document.source[range].first else { return false }
      switch first {
      case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "$"): break
      case UInt8(ascii: "[") where range.count <= longestBracket: break
      default: return false
      }
      var builder = UnitTextBuilder(isBare: true)
      InlineFlattener.append(
        document.inlines(of: block), role: .text, FootnoteMarks([], in: document), to: &builder)
      return builder.isBlank
    default: return false
    }
  }
}
