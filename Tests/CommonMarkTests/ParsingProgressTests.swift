import CommonMark
import CommonMarkSamples
import Testing

/// Parsing a long document tells how far it has come.
@Suite struct ParsingProgressTests {
  @Test func `how far it was parsed is told`() throws {
    let source = NewsSample.make(byteCount: 400_000)
    var told: [Int] = []
    _ = try Document(parsing: source, onProgress: { told.append($0) })
    #expect(told.count > 4)
    #expect(told == told.sorted())
    #expect(told.allSatisfy { $0 <= source.count })
    #expect(told.last ?? 0 > source.count * 3 / 4)
  }
}
