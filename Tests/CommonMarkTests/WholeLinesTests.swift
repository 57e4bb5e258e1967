import CommonMarkSamples
import Testing

@testable import CommonMark

/// A leaf of several lines is read where it stands if nothing but line feeds stands between them.
@Suite struct WholeLinesTests {
  /// What the inline phase makes of a leaf, and whether its content was copied.
  private func read(_ document: Document, _ row: BlockRow, copiesLines: Bool) -> (
    rows: [String], isCopy: Bool
  ) {
    var parser = InlineParser(
      extensions: document.extensions, references: document.references, maximumOpenMarks: .max)
    var content = LeafContent()
    var rows: [InlineRow] = []
    content.load(row, document.lines, document.source.span, copiesLines: copiesLines)
    let isComplete = content.withBytes(of: document.source.span) {
      parser.parse($0, $1, into: &rows, isCancelled: { false })
    }
    #expect(isComplete)
    return (rows.map { "\($0)" } + parser.targets.map { "\($0)" }, !content.map.isContiguous)
  }

  @Test(arguments: [
    ("one\ntwo *three\nfour* five", false), ("one  \ntwo\\\nthree", false), ("one\n  two", true),
    ("> one\n> two", true), ("one\r\ntwo", true), ("- one\n  two", true), ("one", false),
  ])
  func `it is copied only where something else stands between`(markdown: String, isCopy: Bool) throws {
    let document = try Document(markdown)
    let row = try #require(document.rows.first { $0.tag.hasInlines })
    #expect(read(document, row, copiesLines: false).isCopy == isCopy)
  }

  @Test(arguments: 0..<20) func `where it is read changes nothing`(seed: UInt64) throws {
    for index in 0..<25 {
      let document = try Document(parsing: TokenSample(seed: 1000 * seed + UInt64(index)).bytes(700))
      for row in document.rows where row.tag.hasInlines {
        #expect(
          read(document, row, copiesLines: false).rows == read(document, row, copiesLines: true).rows)
      }
    }
  }
}
