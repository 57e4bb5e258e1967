import Testing

@testable import CommonMark

@Suite struct LineIndexTests {
  /// Wherever the steps of the index fall, among all kinds of line endings.
  @Test func agreesWithCountingFromTheStart() {
    let unit = Array("a\nbc\r\n\r\rdef\n\n\r\n".utf8)
    let bytes = (0..<400).flatMap { _ in unit } + Array("end".utf8)
    let index = LineIndex(bytes)
    var lines = SourceLines(bytes)
    for offset in 0...bytes.count {
      #expect(index.line(at: offset) == lines.line(at: offset))
    }
  }

  @Test func rangesEndOnTheLineOfTheirLastByte() {
    let index = LineIndex(Array("ab\ncd\n".utf8))
    #expect(index.lines(of: 0..<2) == 1...1)
    #expect(index.lines(of: 1..<4) == 1...2)
    #expect(index.lines(of: 3..<3) == 2...2)
    #expect(LineIndex([]).lines(of: 0..<0) == 1...1)
  }
}
