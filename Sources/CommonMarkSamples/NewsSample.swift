/// Markdown such as news briefings are written in, of any size.
public enum NewsSample {
  /// At least `byteCount` bytes (and at most a block more), the same for the same seed.
  public static func make(byteCount: Int, seed: UInt64 = 1) -> [UInt8] {
    var writer = NewsWriter(words: FewWords(), random: SeededGenerator(seed: seed))
    writer.text.reserveCapacity(byteCount + 4096)
    writer.addHeading(level: 1)
    while writer.text.utf8.count < byteCount {
      writer.addHeading(level: 2)
      for _ in 0..<Int.random(in: 3...8, using: &writer.random) { writer.addBlock() }
    }
    return Array(writer.text.utf8)
  }
}

/// Some hundred words of news, each as often as the others.
private struct FewWords: WordSource {
  private static let words = """
    the of to and in a for on that with by from at as is was said it has are were will an be its after over new
    more than government minister president talks defence missile energy company agreement parliament election
    report official country region border officials week year million billion percent market price growth oil gas
    pipeline policy security court police leader party vote deal summit trade export sanctions aircraft system
    Turkey Ankara İstanbul Washington Brussels Congress NATO Erdoğan Rubio Syria Baku Zürich São Paulo could would
    between under before during against since until about while where which their there these those first second
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  func word(using random: inout SeededGenerator) -> String { Self.words.randomElement(using: &random) ?? "" }
}
