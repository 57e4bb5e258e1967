import BriefingCore
import CommonMarkSamples
import Testing

@testable import BriefingImport

/// Pages that are made to cost more than they are worth.
@Suite struct HostilePageTests {
  private static let byteCount = 8_000
  /// Bytes that are written for one of a page, and for a page of nothing.
  private static let most = (times: 64, bytes: 4_096)

  private static func check(_ page: HostilePage) throws {
    let source = page.html(byteCount)
    var importer = Importer()
    importer.format = .html
    guard let imported = try? importer.briefings(from: source).briefings.first else { return }
    let file = imported.fileText
    #expect(file.utf8.count <= source.count * most.times + most.bytes, "\(page.name)")
    let deceptive = file.unicodeScalars.first { $0.isDeceptive }
    #expect(deceptive == nil, "\(page.name)")
    let briefing = try Briefing(parsing: Array(file.utf8), file: Briefing.FileFacts(name: "x"))
    #expect(briefing.metadata.warnings.isEmpty, "\(page.name)")
  }

  @Test func `what is written of a page is a few times its size, whatever it repeats`() throws {
    for page in HostilePage.all { try Self.check(page) }
  }

  @Test func `what is written of pages of random pieces is a few times their size`() throws {
    for seed in 0..<60 as Range<UInt64> { try Self.check(HostilePage(seed: seed)) }
  }

  /// Whatever stands too deep to be written as it nests is written all the same.
  @Test func `text in too many containers stays text`() throws {
    for container in ["<ul><li>", "<ol start=999999999><li>", "<blockquote>", "<blockquote><ul><li>"] {
      let html =
        "<p>Start</p>" + String(repeating: container, count: 60) + "Deep <p>text</p><pre>a\n  b</pre>"
      let imported = try PageReader.briefing(Array(html.utf8))
      #expect(try ReadBack(imported).leaves == ["Start", "Deep", "text", "a\n  b\n"], "\(container)")
      let longest = imported.fileText.split(separator: "\n").map(\.utf8.count).max() ?? 0
      #expect(longest < 80, "\(container)")
    }
  }
}
