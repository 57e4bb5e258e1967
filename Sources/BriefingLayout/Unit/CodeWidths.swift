import BriefingText
import CommonMark
import Synchronization

/// Keeps the width of the code block that was asked for last: its slices are asked for one after another.
final class CodeWidths: Sendable {
  private let last = Mutex<(block: BlockID, width: Int)?>(nil)

  /// Columns of a code block's longest line, so that all of its slices pan as one.
  func width(of block: BlockID, in document: Document, _ codes: CodeCache) -> Int {
    if let kept = last.withLock({ $0?.block == block ? $0?.width : nil }) { return kept }
    let width = Graphemes.withEach(of: codes.slices(of: block, in: document).literal) {
      CodeBreaker.lines(of: $0, 0..<$0.count).width
    }
    last.withLock { $0 = (block, width) }
    return width
  }
}
