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

  /// Whether each line is `import … from '…'`: a component that the text uses (MDX).
  private static func importLines(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: "import ".utf8) else { return false }
    return text.split(separator: 0x0A).allSatisfy { line in
      let end = line.lastIndex { $0 != UInt8(ascii: ";") && $0 > 0x20 } ?? line.startIndex
      guard line.starts(with: "import ".utf8),
        line[end] == UInt8(ascii: "'") || line[end] == UInt8(ascii: "\"")
      else { return false }
      let words = line.split(separator: 0x20)
      return words.count > 3 && words[words.count - 2].elementsEqual("from".utf8)
        && words[words.count - 1].first == line[end]
    }
  }

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
      case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "$"), UInt8(ascii: "^"),
        UInt8(ascii: "%"):
        break
      case UInt8(ascii: "i"), UInt8(ascii: "c"):
        // Logseq's own lines, and what MDX imports.
        let text = document.source[range]
        if importLines(text) { return true }
        guard text.starts(with: "id:: ".utf8) || text.starts(with: "collapsed:: ".utf8) else { return false }
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
