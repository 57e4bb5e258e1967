import CommonMarkSamples
import Foundation

/// The inputs that fuzzing starts from.
enum Seeds {
  /// The folder that they are written to.
  private static let variable = "BRIEFING_FUZZ_SEEDS"

  /// Writes them into the folder that the environment names; nothing where it names none.
  static func write() {
    guard let path = ProcessInfo.processInfo.environment[variable] else { return }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(dictionary.utf8).write(to: URL(fileURLWithPath: path + ".dict"))
      for (name, bytes) in all { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    } catch {
      fail(
        "\(path): the seeds cannot be written: \(error); set \(variable) to a folder that can be written to")
    }
  }

  /// The words that inputs are made of, as libFuzzer reads them.
  private static var dictionary: String {
    tokens.map { token in
      "\""
        + token.utf8.map { byte in
          let digits = String(byte, radix: 16)
          return "\\x" + (digits.count < 2 ? "0" : "") + digits
        }.joined() + "\"\n"
    }.joined()
  }

  private static let tokens = [
    "**", "__", "~~", "``", "```\n", "](", "![", "[a]: ", "[^a]", "[^a]: ", "\n\n", "\r\n", "    ", "\n- ",
    "\n1. ", "\n> ", "[x] ", "> [!NOTE]\n", "\n# ", "\n---\n", "\n===\n", "---\n", "|-|-|\n", "\n|a|b|\n",
    "\\|",
    "<!--", "-->", "<br>", "<div>\n", "</p>", "<script>", "<![CDATA[", "<?", "&amp;", "&#27;", "&#0;",
    "http://",
    "www.", "mailto:", "a@b.c", "  \n", "\\\n", "\u{1B}", "\u{9B}", "\u{202E}", "\u{200D}", "\u{301}",
    "\u{FE0F}",
    "日本", "👨‍👩‍👧", "\u{A0}", "\u{AD}", "\u{2028}", "\u{FEFF}", "title: ", "tags: [", "date: 2025-05-15\n",
  ]

  private static var all: [(name: String, bytes: [UInt8])] {
    let hostile = HostileSample.all.enumerated().map { ("hostile-\($0)", $1.bytes(200)) }
    let news = (1...8).map {
      ("news-\($0)", Array(NewsSample.make(byteCount: 500, seed: UInt64($0)).prefix(1500)))
    }
    return hostile + news + texts.enumerated().map { ("text-\($0)", Array($1.utf8)) }
  }

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
