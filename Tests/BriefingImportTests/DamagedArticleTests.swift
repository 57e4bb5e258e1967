import BriefingCore
import CommonMarkSamples
import Testing

@testable import BriefingImport

/// Articles that are cut, and have anything written into them.
@Suite struct DamagedArticleTests {
  private static let pieces = [
    "<table>", "</div>", "<!--", "<![CDATA[", "&#27;]0;x&#7;", "\u{1B}[2J", "\0", "\u{202E}",
    "<meta name=author content=\"", "lang='a: [b'",
    "<title>../../x", "<html lang=\"en: [x\">", "<li>", "<pre>", "<item>", "<guid>: [", "\n---\n", "\"",
    "\\u0000", "<h1>.", "&x;", "\u{2028}",
    "<link rel=canonical href='https://example.org/\"]: x'>",
    "<meta property=article:tag content='a, \"b\\'>", "<input type=checkbox>",
  ]

  private static func damaged(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...80, using: &random)))
      case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
      default: bytes.insert(contentsOf: Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8), at: at)
      }
      if bytes.isEmpty { bytes = [0x20] }
    }
    return bytes
  }

  @Test func `damaged articles are refused, or become briefings without a control character`() throws {
    var random = SeededGenerator(seed: 16)
    var count = 0
    for seed in 0..<40 as Range<UInt64> {
      let sample = ArticleSample(seed: seed)
      for text in [
        sample.page, sample.feed, sample.text, "Subject: A\nFrom: a@example.org\n\n\(sample.text)",
      ] {
        var importer = Importer()
        importer.format = ImportFormat.allCases.randomElement(using: &random)
        guard let result = try? importer.briefings(from: Self.damaged(text, &random)) else { continue }
        for imported in result.briefings {
          count += 1
          let file = imported.fileText
          let isClean = !(imported.fileName + file).unicodeScalars.contains(where: \.isDeceptive)
          #expect(isClean, "\(file.debugDescription)")
          #expect(!imported.fileName.isEmpty && !imported.fileName.hasPrefix("."))
          #expect(!imported.fileName.contains("/"))
          let briefing = try Briefing(parsing: Array(file.utf8), file: Briefing.FileFacts(name: "x"))
          #expect(briefing.metadata.warnings.isEmpty, "\(file)")
        }
      }
    }
    #expect(count > 40)
  }
}
