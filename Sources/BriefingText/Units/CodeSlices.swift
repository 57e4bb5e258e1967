import CommonMark
import Synchronization

/// A code block's text cut into slices.
package struct CodeSlices: Sendable {
  /// The whole text.
  package let literal: String
  /// UTF-8 offsets at which slices of ``UnitTable/sliceLines`` lines start.
  private let starts: [Int]

  /// Cuts a literal, in one pass.
  init(_ literal: String) {
    var literal = literal
    var starts = [0]
    var lines = 0
    literal.withUTF8 { utf8 in
      for (offset, byte) in utf8.enumerated() where byte == 0x0A {
        lines += 1
        if lines % UnitTable.sliceLines == 0 { starts.append(offset + 1) }
      }
    }
    self.literal = literal
    self.starts = starts
  }

  /// The text of a slice without the line ending after its last line; the last slice has all that is left.
  package subscript(unit: UnitTable.Unit) -> Substring {
    let index = Int(unit.slice)
    let utf8 = literal.utf8
    let start = index < starts.count ? starts[index] : utf8.count
    var end = unit.isLastSlice || index + 1 >= starts.count ? utf8.count : starts[index + 1]
    if start < end, utf8[utf8.index(utf8.startIndex, offsetBy: end - 1)] == 0x0A { end -= 1 }
    return literal[utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: end)]
  }
}

/// Keeps the slices of the code block that was asked for last: its neighbours are asked for next.
package final class CodeCache: Sendable {
  private let last = Mutex<(block: BlockID, slices: CodeSlices)?>(nil)

  /// Keeps none yet.
  package init() {}

  /// The slices of a code block.
  package func slices(of block: BlockID, in document: Document) -> CodeSlices {
    if let kept = last.withLock({ $0?.block == block ? $0?.slices : nil }) { return kept }
    let slices = CodeSlices(document.shownCode(of: block))
    last.withLock { $0 = (block, slices) }
    return slices
  }
}
