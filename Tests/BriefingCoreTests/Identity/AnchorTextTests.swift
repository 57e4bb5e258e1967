import Testing

@testable import BriefingCore

/// The stored form of anchors.
@Suite struct AnchorTextTests {
  private func anchors() throws -> [Anchor] {
    let words = (0..<500).map { "wörd\($0)" }.joined(separator: " ")
    let markdown = "Lead.\n\n## A/b; “c” | d\n\n\(words)\n\n### !?\n\n## Short\n"
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    let regions: [Anchor.Region] =
      [nil, 0, 1, 2].map { .section(briefing.identity(ofSection: $0), isShared: $0 == 1) } + [
        .footnote(label: "a b|;\u{202E}é"), .frontMatter(.title), .frontMatter(.summary),
        .frontMatter(.details),
      ]
    return regions.map {
      Anchor(
        region: $0, textFingerprint: .max, neighbours: [0, 7],
        quote: .init(before: "before; |%", after: "“after”\n\u{1B}"), offset: 3, skip: 1, byteOffset: 1 << 40,
        depth: Anchor.wholeDepth)
    }
  }

  @Test func `every anchor is read as it was written`() throws {
    for anchor in try anchors() {
      let text = anchor.text
      #expect(Anchor(text: text) == anchor, "\(text)")
      #expect(text.utf8.count < 2048)
      #expect(text.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") })
    }
  }

  @Test(arguments: [
    "", "a1", "a2;f;title;;;;0;0,0;0,0,0,0;|", "a1;f;other;;;;0;0,0;0,0,0,0;|",
    "a1;f;title;x;;;0;0,0;0,0,0,0;|",
    "a1;f;title;;;;0;0;0,0,0,0;|", "a1;f;title;;;;0;0,0,;0,0,0,0;|", "a1;f;title;;;;0;0,0;0,0,0,-1;|",
    "a1;f;title;;;;0;0,0;0,0,0,65537;|", "a1;f;title;;;;0;0,0;99999999999999999999,0,0,0;|",
    "a1;f;title;;;;xyz;0,0;0,0,0,0;|", "a1;f;title;;;;-1;0,0;0,0,0,0;|", "a1;f;title;;;;0;0,0;0,0,0,0;%ff|",
    "a1;f;title;;;;0;0,0;0,0,0,0;%2|", "a1;f;title;;;;0;0,0;0,0,0,0;a b|", "a1;s;a;0;0:;0:;0;0,0;0,0,0,0;|",
    "a1;s;/a;2;0:;0:;0;0,0;0,0,0,0;|", "a1;s;/a;0;1:;0:;0;0,0;0,0,0,0;|",
    "a1;s;/a;0;1:0000000;0:;0;0,0;0,0,0,0;|",
    "a1;s;/a;0;1:0000000100000002;0:;0;0,0;0,0,0,0;|", "a1;s;/a;0;2:0000000200000001;0:;0;0,0;0,0,0,0;|",
    "a1;s;/a/a/a/a/a/a/a;0;0:;0:;0;0,0;0,0,0,0;|", "a1;f;title;;;;0;0,0;0,0,0,0;|;",
  ]) func `what is damaged or of another version is no anchor`(text: String) {
    #expect(Anchor(text: text) == nil)
  }

  @Test func `no change of one byte and no cut makes it fail`() throws {
    for anchor in try anchors() {
      let bytes = Array(anchor.text.utf8)
      for index in stride(from: 0, to: bytes.count, by: 7) {
        #expect(index == 0 || Anchor(text: String(decoding: bytes[..<index], as: UTF8.self)) != anchor)
        for byte: UInt8 in [0, 0x2D, 0x30, 0x3B, 0x7C, 0x25, 0xFF] {
          var changed = bytes
          changed[index] = byte
          // It is another anchor or none; it must not trap.
          _ = Anchor(text: String(decoding: changed, as: UTF8.self))?.text
        }
      }
    }
    #expect(Anchor(text: String(repeating: "a", count: Anchor.longestText + 1)) == nil)
  }
}
