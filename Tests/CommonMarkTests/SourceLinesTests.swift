import Testing

@testable import CommonMark

@Suite struct SourceLinesTests {
  @Test func everyLineEndingCountsOnce() {
    var lines = SourceLines(Array("a\nb\r\nc\rd\n\n\r\re".utf8))
    #expect([0, 2, 5, 7, 9, 10, 12].map { lines.line(at: $0) } == [1, 2, 3, 4, 5, 6, 8])
    #expect(lines.line(at: 1000) == 8)
  }

  /// Long enough for vectors, with every boundary a place to cut at.
  @Test func longTextsCountAsShortOnes() {
    let unit = Array("x\r\ny\n\rz\n".utf8)
    let bytes = Array((0..<3000).map { _ in unit }.joined())
    var lines = SourceLines(bytes)
    for (index, start) in stride(from: 0, to: bytes.count, by: unit.count).enumerated() where index % 7 == 0 {
      #expect(lines.line(at: start) == 1 + 4 * index)
    }
    for cut in 0..<200 {
      var whole = SourceLines(bytes)
      var parts = SourceLines(bytes)
      _ = parts.line(at: cut)
      #expect(parts.line(at: 20_000) == whole.line(at: 20_000))
    }
  }
}
