extension InlineParser {
  /// What shows nothing from a `{` on: a template tag, kramdown's attributes, and others right after a link or code.
  mutating func parseBrace(_ text: Span<UInt8>, at start: Int) -> Int {
    guard extensions.contains(.templateTags), start + 1 < text.count else { return start + 1 }
    if let end = templates.end(of: text, at: start) { return addToken(.escape, start, end) }
    let isBehindElement =
      tokens.last.map { Int($0.end) == start && ($0.kind == .linkEnd || $0.kind == .code) } ?? false
    guard isBehindElement || text[start + 1] == UInt8(ascii: ":"),
      let end = AttributeList.end(text, from: start)
    else { return start + 1 }
    return addToken(.escape, start, end)
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
