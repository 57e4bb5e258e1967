import CommonMark

/// Blocks of which nothing is shown: comments, lone tags such as `<a name="x"></a>`, template tags. They are not units, so
/// no blank lines stand around them. Only where `Extensions.htmlElements` says that HTML is shown as what it is.
enum HiddenBlocks {
  /// Bytes of a paragraph, and of an HTML block, that is looked at: what shows nothing is short, and others need not be read
  /// twice.
  private static let longest = 4096
  private static let longestHTML = 64 << 10
  /// `[toc]` in its forms.
  private static let longestBracket = 9

  /// Whether nothing is shown of a paragraph, HTML block or link definition; false for every other block.
  static func isHidden(_ block: BlockID, _ document: Document) -> Bool {
    let range = document[block].range
    switch document[block].kind {
    case .linkDefinition: return true
    case .htmlBlock:
      guard range.count <= longestHTML else { return false }
      var builder = UnitTextBuilder(isBare: true)
      HTMLText.append(block, of: document, role: .text, to: &builder)
      return builder.isBlank
    case .paragraph:
      guard range.count <= longest, let first = document.source[range].first else { return false }
      switch first {
      case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "$"): break
      case UInt8(ascii: "[") where range.count <= longestBracket: break
      default: return false
      }
      var builder = UnitTextBuilder(isBare: true)
      var leaves = LeafReader(document)
      // Short, see above: nobody waits for it.
      _ = InlineFlattener.append(
        block, &leaves, role: .text, FootnoteMarks([], in: document), to: &builder, isCancelled: { false })
      return builder.isBlank
    default: return false
    }
  }
}
