import CommonMark
import CommonMarkSamples
import Testing

/// What holds for every document, on documents made of random tokens.
@Suite struct RangePropertyTests {
  /// Every seed makes 200 documents of up to 60 tokens; in one of four, some bytes are not UTF-8.
  @Test(arguments: 1...10)
  func treesAreSound(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for round in 0..<200 {
      let count = Int.random(in: 1...60, using: &random)
      var bytes = (0..<count).flatMap { _ in
        Array((TokenSample.tokens.randomElement(using: &random) ?? "").utf8)
      }
      if round % 4 == 0 { bytes.insert(0xC3, at: bytes.count / 2) }
      try checkDocument(bytes)
    }
  }

  /// Tokens over and over, as the parser's time is measured on them.
  @Test(arguments: 1...50)
  func repeatedTokensAreSound(seed: Int) throws {
    try checkDocument(TokenSample(seed: UInt64(seed)).bytes(2000))
  }

  /// Hostile samples, small, with all that holds for any document.
  @Test(arguments: HostileSample.all)
  func hostileTreesAreSound(sample: HostileSample) throws {
    try checkDocument(sample.bytes(3000))
  }

  @Test func newsIsSound() throws {
    try checkDocument(NewsSample.make(byteCount: 50_000))
  }

  private func checkDocument(_ bytes: [UInt8]) throws {
    let document = try Document(parsing: bytes)
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    let violations = TreeInvariants.violations(of: document)
    try #require(violations.isEmpty, "\(violations) in \(text)")
    // Nothing traps.
    _ = HTMLRenderer().render(document)
    _ = HTMLRenderer(isUnsafe: true).render(document)
  }
}

extension HostileSample: CustomTestStringConvertible {
  /// Its name, in the list of cases.
  public var testDescription: String { name }
}
