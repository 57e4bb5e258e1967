import CommonMark

/// The elements of raw HTML that are open, and what they make of the text in them: links, emphasis, pictures, lists and
/// preformatted text. Of all others the text is shown, and nothing is ever left out but tags.
struct HTMLElements {
  private var emphasis = 0
  private var strong = 0
  private var strikethrough = 0
  private var marks = 0
  private var code = 0
  private var preformatted = 0
  private var links: [OpenLink] = []
  /// The number of the next item of each open list; nil where its items have bullets.
  private var lists: [Int?] = []
  /// The target of the last video or sound, which may be named twice.
  private var lastMedium: String?

  private struct OpenLink {
    var start: Int
    var destination: String
    /// How many of Markdown's links are around it.
    var depth: Int
  }

  /// Whether none of them changes a style.
  var isEmpty: Bool { links.isEmpty && emphasis + strong + strikethrough + marks + code == 0 }

  /// A style as it is within the open elements.
  func style(over style: Style) -> Style {
    var style = style
    if !links.isEmpty { style.role = .link } else if code > 0 { style.role = .code }
    if emphasis > 0 { style.traits.insert(.emphasis) }
    if strong > 0 { style.traits.insert(.strong) }
    if strikethrough > 0 { style.traits.insert(.strikethrough) }
    if marks > 0 { style.traits.insert(.mark) }
    return style
  }

  /// Adds text of an HTML block: as running text, or within `<pre>` with its spaces and lines.
  mutating func append(_ text: String, _ style: Style, to builder: inout UnitTextBuilder) {
    guard preformatted > 0 else { return builder.append(text, self.style(over: style)) }
    // The line ending after the tag is none of the text's.
    let isFirst = builder.endsLine && text.utf8.first == 0x0A
    builder.append(
      verbatim: Self.keepingSpaces(isFirst ? text.dropFirst() : text[...]), Style(.code, style.traits))
  }

  /// Takes in a tag.
  ///
  /// - Parameters:
  ///   - isBlock: Whether it stands in an HTML block, where pictures and media have lines of their own.
  ///   - depth: How many of Markdown's links and images are open.
  mutating func take(
    _ tag: HTMLTag, _ style: Style, isBlock: Bool, depth: Int = 0, to builder: inout UnitTextBuilder
  ) {
    let change = tag.isEnd ? -1 : 1
    switch tag.name {
    case "br": builder.appendNewline(style)
    case "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "summary":
      strong = max(0, strong + change)
    case "i", "em", "cite", "dfn", "var": emphasis = max(0, emphasis + change)
    case "s", "del", "strike": strikethrough = max(0, strikethrough + change)
    case "mark": marks = max(0, marks + change)
    case "code", "kbd", "samp", "tt": code = max(0, code + change)
    case "pre": preformatted = max(0, preformatted + change)
    case "q": builder.append(verbatim: tag.isEnd ? "”" : "“", style)
    case "a": tag.isEnd ? closeLink(depth: depth, to: &builder) : openLink(tag, depth: depth, builder.count)
    case "img" where !tag.isEnd: appendPicture(tag, style, to: &builder)
    case "iframe", "video", "audio", "source", "embed", "object":
      if !tag.isEnd { appendMedium(tag, style, isBlock: isBlock, to: &builder) }
    case "sup", "sub":
      // What is more than text stays apart from a figure before it all the same.
      if !tag.isEnd, builder.bytes.last?.isASCIIAlphanumeric == true {
        builder.append(verbatim: tag.name == "sup" ? "^" : "_", style)
      }
    case "ul", "ol", "menu":
      if tag.isEnd { _ = lists.popLast() } else { lists.append(tag.name == "ol" ? 1 : nil) }
    case "li" where isBlock && !tag.isEnd: appendMarker(style, to: &builder)
    default:
      if HTMLText.dividesText(tag.name) { builder.appendSpace(style) }
    }
    if tag.name == "th" || tag.name == "td" { builder.appendSpace(style) }
  }

  /// Forgets the links that were opened within one of Markdown's, which ends: links do not overlap.
  ///
  /// - Parameter depth: How many of Markdown's are open now.
  mutating func leaveLink(depth: Int) {
    while let last = links.last, last.depth > depth { links.removeLast() }
  }

  private mutating func openLink(_ tag: HTMLTag, depth: Int, _ start: Int) {
    guard let destination = tag.attribute("href"), !destination.isEmpty else { return }
    links.append(OpenLink(start: start, destination: destination, depth: depth))
  }

  private mutating func closeLink(depth: Int, to builder: inout UnitTextBuilder) {
    guard let last = links.last, last.depth == depth else { return }
    links.removeLast()
    builder.link(from: last.start, to: last.destination, .link)
  }

  /// A picture as Markdown's is shown; one of a single pixel counts who reads, and shows nothing.
  private func appendPicture(_ tag: HTMLTag, _ style: Style, to builder: inout UnitTextBuilder) {
    let isPixel = ["width", "height"].allSatisfy {
      ["0", "1", "0px", "1px"].contains(tag.attribute($0) ?? "")
    }
    guard !isPixel else { return }
    appendMarked(tag.attribute("alt") ?? "", tag.attribute("src") ?? "", style, to: &builder)
  }

  /// A page, video or sound that is shown within this one: its title or its target.
  private mutating func appendMedium(
    _ tag: HTMLTag, _ style: Style, isBlock: Bool, to builder: inout UnitTextBuilder
  ) {
    guard let target = tag.attribute(tag.name == "object" ? "data" : "src"), !target.isEmpty,
      target != lastMedium
    else {
      return
    }
    lastMedium = target
    if isBlock, !builder.endsLine { builder.appendNewline(style) } else { builder.appendSpace(style) }
    appendMarked(tag.attribute("title") ?? target, target, style, to: &builder)
    if isBlock { builder.appendNewline(style) } else { builder.appendSpace(style) }
  }

  private func appendMarked(
    _ name: String, _ target: String, _ style: Style, to builder: inout UnitTextBuilder
  ) {
    let start = builder.count
    let style = Style(.caption, style.traits)
    builder.append(verbatim: InlineFlattener.imageMark, style)
    let content = builder.count
    builder.append(name, style)
    if builder.count == content { builder.append(InlineFlattener.fileName(target), style) }
    builder.link(from: start, to: target, .image)
  }

  private mutating func appendMarker(_ style: Style, to builder: inout UnitTextBuilder) {
    let indent = String(repeating: "\u{A0}\u{A0}", count: min(8, max(0, lists.count - 1)))
    var marker = "•"
    if let number = lists.last ?? nil {
      marker = "\(number)."
      lists[lists.count - 1] = number + 1
    }
    builder.append(verbatim: indent + marker + "\u{A0}", Style(.marker, style.traits))
  }

  /// Runs of spaces, and tabs, as no-break spaces, which running text keeps.
  private static func keepingSpaces(_ text: Substring) -> String {
    var kept = ""
    var isBehindSpace = true
    for character in text.replacingTabs {
      switch character {
      case " " where isBehindSpace: kept += "\u{A0}"
      case " ": kept += " "
      default: kept.append(character)
      }
      isBehindSpace = character == " " || character.isNewline
    }
    return kept
  }
}

extension UInt8 {
  fileprivate var isASCIIAlphanumeric: Bool { 0x30...0x39 ~= self || 0x61...0x7A ~= self | 0x20 }
}

extension Substring {
  fileprivate var replacingTabs: String {
    contains("\t")
      ? split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ") : String(self)
  }
}
