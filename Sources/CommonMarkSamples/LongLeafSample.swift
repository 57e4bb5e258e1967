/// Documents of any size that are one leaf, or little more: what a screen must not wait for.
public struct LongLeafSample: Sendable {
  /// What it is made of, in a few words.
  public let name: String
  private let make: @Sendable (Int) -> String

  /// About `byteCount` bytes of it.
  public func bytes(_ byteCount: Int) -> [UInt8] { Array(make(byteCount).utf8) }

  private init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.make = make
  }

  /// Columns of the wide table.
  private static let wide = 5000

  /// All shapes.
  public static let all = [
    LongLeafSample("paragraph of words") { lines("", $0) },
    LongLeafSample("paragraph of words, one line") { words($0) },
    LongLeafSample("paragraph of links") { count in
      repeated(count) { "[missile \($0)](https://example.org/news/\($0)) " }
    },
    LongLeafSample("quote") { lines("> ", $0) },
    LongLeafSample("heading") { "# " + words($0) },
    LongLeafSample("table, narrow") { count in
      "| Missile | Number | Remark |\n|---|--:|---|\n"
        + repeated(count) { "| AIM-\($0) | \($0 % 977) | for the jets |\n" }
    },
    LongLeafSample("table, wide with short rows") { count in
      String(repeating: "|a", count: wide) + "|\n" + String(repeating: "|-", count: wide) + "|\n"
        + String(repeating: "|a|b|\n", count: max(1, (count - 4 * wide) / 6))
    },
    LongLeafSample("HTML block") { "<div>\n" + lines("<p>", $0) + "</div>\n" },
    // Not NULs, which are shown alike: a file of them is not text, and is refused.
    LongLeafSample("replacement characters") { String(repeating: "\u{FFFD}", count: $0 / 3) },
    LongLeafSample("code, one line") { "```\n" + words($0) + "\n```\n" },
    LongLeafSample("code, short lines") { "```\n" + lines("", $0) + "```\n" },
    LongLeafSample("paragraph of stars") { String(repeating: "*a* ", count: $0 / 4) },
    LongLeafSample("paragraph of open stars") { String(repeating: "*a ", count: $0 / 3) },
    LongLeafSample("paragraph of brackets") { String(repeating: "[", count: $0) },
    LongLeafSample("one word") { String(repeating: "w", count: $0) },
    LongLeafSample("one character") { "e" + String(repeating: "\u{301}", count: $0 / 2) },
  ]

  /// Short leaves, but as many headings as a briefing may have.
  public static let manySections = LongLeafSample("sections") { count in
    repeated(count) { $0 < 250_000 ? "## A section \($0)\n" : "\n\(sentence)\n" }
  }

  /// Leaves that are just not long, of marks that show next to nothing: a screen has many of them.
  public static let marks = [
    LongLeafSample("leaves of links without text") { leaves(of: "[](x)", $0) },
    LongLeafSample("leaves of emphasis without end") { leaves(of: "<b>*</b>", $0) },
    LongLeafSample("leaves of references") { leaves(of: "&#8203;", $0) },
    LongLeafSample("blocks of tags") { leaves(of: "<p></p>", $0) },
    LongLeafSample("tables of marks") { count in
      repeated(count) { "| \($0) | b |\n|---|---|\n| \(String(repeating: "[](x)", count: 12_000)) | |\n\n" }
    },
    LongLeafSample("nested lists of leaves") { count in
      repeated(count) { "- \($0)\n  - \(sentence)\n    1. \(sentence)\n       > \(sentence)\n" }
    },
  ]

  /// Paragraphs of 60 kB of one piece, and a word.
  private static func leaves(of piece: String, _ count: Int) -> String {
    let leaf = String(repeating: piece, count: 60_000 / piece.utf8.count)
    return repeated(count) { "\(leaf)\($0)\n\n" }
  }

  /// Short leaves in containers that are nested so deep that a screen of them has as many as a briefing may have.
  public static let nested = [
    LongLeafSample("quotes, 90,000 deep") { nested(">", 90_000, $0) },
    LongLeafSample("lists, 45,000 deep") { nested("+ ", 45_000, $0) },
    LongLeafSample("paragraphs in 1,000 quotes") { count in
      let quotes = String(repeating: ">", count: 1000)
      return repeated(count) { "\(quotes) \($0) \(sentence)\n\(quotes)\n" }
    },
  ]

  /// Forty leaves at most, each at the end of a nest of its own.
  private static func nested(_ marker: String, _ depth: Int, _ count: Int) -> String {
    let nest = String(repeating: marker, count: depth)
    return repeated(min(count, 40 * nest.utf8.count)) { "\(nest)\($0) \(sentence)\n\n" }
  }

  private static let sentence =
    "The agreement covers missiles, radars and spare parts for the jets of Ankara. "

  private static func words(_ count: Int) -> String { repeated(count) { "\($0) \(sentence)" } }

  private static func lines(_ prefix: String, _ count: Int) -> String {
    repeated(count) { "\(prefix)\($0) \(sentence.dropLast())\n" }
  }

  private static func repeated(_ count: Int, _ piece: (Int) -> String) -> String {
    var text = ""
    text.reserveCapacity(count + 128)
    var index = 0
    while text.utf8.count < count {
      text += piece(index)
      index += 1
    }
    return text
  }
}
