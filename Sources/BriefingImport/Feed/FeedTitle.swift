import CommonMark

/// What titles of feeds read as: their markup taken off, their character references replaced, each once.
///
/// A `<` that starts no tag is a sign of the title, and so is a tag that is not closed before the next one: `AT&T <3`, `a <b`.
enum FeedTitle {
  /// A title that its feed says to be HTML (RFC 4287, section 3.1.1.2): all its tags are markup.
  static func text(ofHTML title: String) -> String {
    let source = Array(title.utf8)
    return text(source, tags(in: source))
  }

  /// A title of RSS, of which nothing says whether it is text or HTML. Its tags are markup where they set letters, and start and
  /// end stand there: `<b>rises</b>`. A title about a tag, “How <em> is drawn”, keeps it.
  static func text(ofRSS title: String) -> String {
    let source = Array(title.utf8)
    let tags = tags(in: source)
    var isMarkup = [Bool](repeating: false, count: tags.count)
    var open: [String: [Int]] = [:]
    for (index, tag) in tags.enumerated() {
      if void.contains(tag.name) {
        isMarkup[index] = true
      } else if tag.isEnd {
        guard let start = open[tag.name]?.popLast() else { continue }
        isMarkup[start] = true
        isMarkup[index] = true
      } else if formatting.contains(tag.name) {
        open[tag.name, default: []].append(index)
      }
    }
    return text(source, zip(tags, isMarkup).filter(\.1).map(\.0))
  }

  /// Whether a text has a tag, comment or declaration.
  static func hasTag(_ source: [UInt8]) -> Bool { !tags(in: source, most: 1).isEmpty }

  /// A tag from its `<` to behind its `>`.
  private struct Tag {
    var range: Range<Int>
    /// In lower case; empty for a comment or declaration.
    var name: String
    var isEnd: Bool
  }

  private static let void: Set = ["br", "hr", "img", "wbr"]
  private static let formatting: Set = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "div", "em", "font", "h1",
    "h2", "h3", "h4", "i", "ins", "kbd", "mark", "p", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "tt", "u", "var",
  ]
  /// Tags that stand between words.
  private static let dividing: Set = ["br", "hr", "img", "p", "div", "h1", "h2", "h3", "h4", "li", "td"]

  private static func tags(in source: [UInt8], most: Int = .max) -> [Tag] {
    var tags: [Tag] = []
    var at = 0
    while tags.count < most, let start = source[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = start + 1
      let isEnd = at < source.count && source[at] == UInt8(ascii: "/")
      let nameStart = isEnd ? at + 1 : at
      guard nameStart < source.count,
        source[nameStart].isLetter || !isEnd && source[nameStart] == UInt8(ascii: "!"),
        let end = source[at...].firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }),
        source[end] == UInt8(ascii: ">")
      else { continue }
      let name = source[nameStart..<end].prefix { $0.isAlphanumeric }.map { $0 | 0x20 }
      tags.append(Tag(range: start..<end + 1, name: String(decoding: name, as: UTF8.self), isEnd: isEnd))
      at = end + 1
    }
    return tags
  }

  private static func text(_ source: [UInt8], _ tags: [Tag]) -> String {
    var text = ""
    var at = 0
    for tag in tags {
      text += MarkupText.decoded(source[at..<tag.range.lowerBound])
      if dividing.contains(tag.name) { text += " " }
      at = tag.range.upperBound
    }
    text += MarkupText.decoded(source[at...])
    return VisibleText.clean(text).onOneLine
  }
}
