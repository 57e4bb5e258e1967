import BriefingCore
import CommonMark
import CommonMarkSamples

/// A briefing's bytes: parser, layout and exports.
enum PageTarget: FuzzTarget {
  static let name = "page"

  static func test(_ bytes: [UInt8]) {
    for dialect in Dialect.allCases {
      guard let briefing = try? Briefing(parsing: bytes, file: .init(name: "fuzz"), dialect: dialect) else {
        fail("parsing threw")
      }
      let violations = TreeInvariants.violations(of: briefing.document)
      expect(violations.isEmpty, violations.joined(separator: "\n"))
      for isUnsafe in [false, true] {
        let html = HTMLRenderer(isUnsafe: isUnsafe).render(briefing.document)
        // Raw HTML that passes need not be well-formed.
        if !isUnsafe { HTMLChecks.check(html) }
      }
      guard dialect == .briefing else { continue }
      PageChecks.check(briefing)
      JSONChecks.check(briefing)
      _ = HTMLPage().render(briefing)
      for section in briefing.sections.indices.prefix(3) {
        HTMLChecks.check(HTMLRenderer().render(briefing.document, briefing.blocks(ofSection: section)))
        _ = HTMLPage().render(briefing, section: section)
      }
    }
  }

  static var seeds: [[UInt8]] {
    let hostile = HostileSample.all.map { $0.bytes(200) }
    let news = (1...8).map { Array(NewsSample.make(byteCount: 500, seed: UInt64($0)).prefix(1500)) }
    return hostile + news + texts.map { Array($0.utf8) }
  }

  static let tokens = [
    "**", "__", "~~", "``", "```\n", "](", "![", "[a]: ", "[^a]", "[^a]: ", "\n\n", "\r\n", "    ", "\n- ",
    "\n1. ", "\n> ", "[x] ", "> [!NOTE]\n", "\n# ", "\n---\n", "\n===\n", "---\n", "|-|-|\n", "\n|a|b|\n",
    "\\|",
    "<!--", "-->", "<br>", "<div>\n", "</p>", "<script>", "<![CDATA[", "<?", "&amp;", "&#27;", "&#0;",
    "http://",
    "www.", "mailto:", "a@b.c", "  \n", "\\\n", "\u{1B}", "\u{9B}", "\u{202E}", "\u{200D}", "\u{301}",
    "\u{FE0F}",
    "日本", "👨‍👩‍👧", "\u{A0}", "\u{AD}", "\u{2028}", "\u{FEFF}", "title: ", "tags: [", "date: 2025-05-15\n",
  ]

  private static let texts = [
    "---\ntitle: A\ndate: 2025-05-15\ntags: [a, b]\nauthor:\n- c\nx: {y: [z]}\n---\n# A\n\n## B\n\ntext\n",
    "---\r\ntitle: [\r\nlang: en_GB\r\n...\r\n1. a\r\n\r\n   # b\r\n2. > ## c\r\n",
    "| a | b | c |\n|:--|--:|:-:|\n| 1 | `x\\|y` | *e* |\n| 日本 | [l](http://u) | ![](i.png) |\n",
    "a[^n] b[^m][^n]\n\n# s\n\n[^n]: c\n\n    d\n\n[^m]: > e[^n]\n    - f\n",
    "> [!WARNING]\n> a\n> - [x] b\n>   - [ ] c\n\n> > q\n> lazy\n",
    "a\u{301}\u{302} 👨‍👩‍👧 🇹🇷 ☎️ 1️⃣ \u{202E}x\u{2066} \u{1B}[2J &#27;[2J &#x9b; \u{AD}\u{200B}\u{7F} ไทย العربية עברית\n",
    "```swift\nlet a = \"\t日本\"\n\n\u{1B}\n~~~\n```\n\n    code\n\t\tx\n\n<div>\n<p>a<br>b &amp; c</p><!-- d -->\n</div>\n",
    "[a]: <b c> 'd\ne'\n[b]: /u \"t\"\n\n[a] [x][b] ![b] <http://x.y> www.x.y x@y.z ~~o~~ **a *b*** `c` \\* &amp;\\\nd  \ne\n",
    "Long-word/with/slashes-and—dashes…and a verylongwordwithoutanyplacetobreakitinthemiddleofit\u{A0}x\u{2060}y\n\n***\n\nA\n===\n",
  ]
}
