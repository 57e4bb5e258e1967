extension InlineParser {
  /// What shows nothing from a `{` on: a template tag, kramdown's attributes, and others right after a link or code.
  mutating func parseBrace(_ text: Span<UInt8>, at start: Int, _ map: SourceMap) -> Int {
    guard extensions.contains(.templateTags), start + 1 < text.count else { return start + 1 }
    if let end = templates.end(of: text, at: start) { return addTemplateTag(text, start..<end, map) }
    let isBehindElement =
      tokens.last.map { Int($0.end) == start && ($0.kind == .linkEnd || $0.kind == .code) } ?? false
    guard isBehindElement || text[start + 1] == UInt8(ascii: ":"),
      let end = AttributeList.end(text, from: start)
    else { return start + 1 }
    return addToken(.escape, start, end)
  }

  /// Hides a template tag but for the caption that it gives to a picture, which is then one as `![caption](file)` is.
  private mutating func addTemplateTag(_ text: Span<UInt8>, _ tag: Range<Int>, _ map: SourceMap) -> Int {
    guard let caption = TemplateCaption(text, tag) else {
      return addToken(.escape, tag.lowerBound, tag.upperBound)
    }
    if let file = caption.file, caption.isPlain {
      let payload = targets.count
      targets.append(LinkTarget(destination: Range(map.source(file)), title: Range(caption.text)))
      let end = addLink(.wikiPicture, tag.lowerBound, tag.upperBound)
      tokens[tokens.count - 1].payload = Int32(truncatingIfNeeded: payload)
      return end
    }
    // Several lines, or with escapes: as text.
    _ = addToken(.escape, tag.lowerBound, caption.text.lowerBound)
    for position in caption.text {
      switch text[position] {
      case UInt8(ascii: "\\"): _ = addToken(.escape, position, position + 1)
      case UInt8(ascii: "\n"):
        _ = addToken(.softBreak, text.trimEnd(of: textStart, to: position), position + 1)
      default: break
      }
    }
    return addToken(.escape, caption.text.upperBound, tag.upperBound)
  }

  /// Hides what outliners keep in a line of its own for themselves, `id:: 65d1c1f2-…` and `collapsed:: true` (Logseq).
  mutating func parseProperty(_ text: Span<UInt8>, at colon: Int) -> Int? {
    let start = textStart
    guard extensions.contains(.templateTags), text.hasExactPrefix(":: ", at: colon), start < colon,
      start == 0 || text[start - 1] == UInt8(ascii: "\n"),
      colon - start == 2 && text.hasExactPrefix("id", at: start)
        || colon - start == 9 && text.hasExactPrefix("collapsed", at: start)
    else { return nil }
    return addToken(.escape, start, text.endOfLine(from: colon))
  }

  /// Hides the name of a block that other notes link to, ` ^name` at the end of a line (Obsidian): small letters, digits and
  /// hyphens, four or more, so that no power of a figure is one. Below a table or list it is a paragraph by itself.
  mutating func parseBlockName(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard extensions.contains(.wikiLinks), start == 0 || text[start - 1].isSpaceOrTab else { return nil }
    var end = start + 1
    while end < text.count,
      text[end].isLetter && text[end] >= 0x61 || text[end].isDigit || text[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    guard end - start > 4, end == text.count || start > 0 && text[end] == UInt8(ascii: "\n") else {
      return nil
    }
    return addToken(.escape, text.trimEnd(of: textStart, to: start), end)
  }

  /// Hides the fence of a container, `:::` or more at the start of a line with a name and attributes after it; text
  /// after the name is the container's title, and stays.
  mutating func parseFence(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard extensions.contains(.templateTags), text.hasExactPrefix(":::", at: start),
      start == 0 || text[start - 1] == UInt8(ascii: "\n")
    else { return nil }
    var end = start
    while end < text.count, text[end] == UInt8(ascii: ":") { end += 1 }
    end = text.skipSpacesAndTabs(from: end, to: text.count)
    while end < text.count,
      text[end].isAlphanumeric || text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "_")
    {
      end += 1
    }
    let nameEnd = end
    end = text.skipSpacesAndTabs(from: end, to: text.count)
    if end < text.count, text[end] == UInt8(ascii: "{"), let attributes = AttributeList.end(text, from: end) {
      end = attributes
    } else if end < text.count, !text[end].isLineEnding, text[end] != UInt8(ascii: "["), end == nameEnd {
      // More than a name: `:::)` is no fence.
      return nil
    }
    // `:::tip[My title]`: the brackets are none of the title's.
    let lineEnd = text.endOfLine(from: end)
    let titleEnd = text.trimEnd(of: end, to: lineEnd)
    if end < titleEnd, text[end] == UInt8(ascii: "["), text[titleEnd - 1] == UInt8(ascii: "]"),
      titleEnd - end > 2,
      !(end + 1..<titleEnd - 1).contains(where: {
        text[$0] == UInt8(ascii: "]") || text[$0] == UInt8(ascii: "\\")
      })
    {
      hasFenceTitle = true
      fenceTitleEnd = titleEnd - 1
      return addToken(.escape, start, end + 1)
    }
    hasFenceTitle = end < text.count && !text[end].isLineEnding
    return addToken(.escape, start, end)
  }

  /// Whether a leaf is nothing but the place of a table of contents: `[toc]`, `[[toc]]`, `[[_TOC_]]`, `${toc}`.
  static func isTableOfContents(_ text: Span<UInt8>) -> Bool {
    let forms: [StaticString] = ["[toc]", "[[toc]]", "[[_toc_]]", "${toc}", "{{toc}}"]
    guard (5...9).contains(text.count) else { return false }
    return forms.contains { $0.utf8CodeUnitCount == text.count && text.hasPrefix($0, at: 0) }
  }
}
