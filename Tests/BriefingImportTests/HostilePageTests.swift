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
    let read = try ReadBack(imported)
    #expect(read.briefing.metadata.warnings.isEmpty, "\(page.name)")
    #expect(signs(read.leaves.joined()) == signs(text(imported.blocks)), "\(page.name)")
  }

  /// The text of blocks, in order.
  private static func text(_ blocks: [ImportBlock]) -> String {
    blocks.map { block in
      switch block {
      case .heading(_, let runs), .paragraph(let runs): runs.plainText
      case .code(let text, _): text
      case .table(let rows): rows.joined().map(\.plainText).joined()
      case .open, .close, .rule: ""
      }
    }.joined()
  }

  private static func signs(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  @Test func `what is written of a page is a few times its size, whatever it repeats`() throws {
    for page in HostilePage.all { try Self.check(page) }
  }

  @Test func `what is written of pages of random pieces is a few times their size`() throws {
    for seed in 0..<60 as Range<UInt64> { try Self.check(HostilePage(seed: seed)) }
  }

  /// Letters alone are compared: signs have their own tests, and notes move to the end.
  @Test func `no letter of a page is lost, or comes twice`() throws {
    for seed in 0..<400 as Range<UInt64> {
      let page = HostilePage(seed: seed)
      // What a formula says in words is shown in place of it.
      if page.name.contains("<math") { continue }
      let tree = try MarkupReader.tree(of: page.html(600), .html)
      let body = PageBody(tree)
      let shown = tree.nodes.indices.filter { tree.nodes[$0].isText && $0 > 0 && !body.isClutter[$0] }
      let texts =
        shown.map { tree.text($0) } + tree.elements(.img).filter { !body.isClutter[$0] }.map { _ in "b" }
      let blocks = try PageReader.blocks(ofPart: tree.source, base: nil)
      var briefing = ImportedBriefing()
      briefing.blocks = blocks
      let read = try ReadBack(briefing).leaves.map { String($0) }
      #expect(Self.letters(texts) == Self.letters(read), "\(page.name)")
    }
  }

  /// How often each letter stands in some texts.
  private static func letters(_ texts: [String]) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for text in texts {
      for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
        counts[scalar, default: 0] += 1
      }
    }
    return counts
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
