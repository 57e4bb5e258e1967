extension InlineParser {
  /// Reads `[[target]]`, `[[target|text]]` or, after a `!`, an embedded file; nil where there is none at `start`.
  ///
  /// A target is on one line, has no brackets, and starts with no space, dash or `^`. What `[x]` alone would make a link of
  /// stays what it is, and so do numbers (`[[1]]`) and `[[x]](y)`: there the brackets are text.
  mutating func parseWikiLink(_ text: Span<UInt8>, at start: Int, isEmbedded: Bool, _ map: SourceMap) -> Int?
  {
    let open = isEmbedded ? start + 1 : start
    guard extensions.contains(.wikiLinks), text.hasExactPrefix("[[", at: open) else { return nil }
    let first = open + 2
    var end = first
    var bar: Int?
    var hasLetter = false
    while end < text.count, end - first < LinkScanner.maximumLabelBytes, !text[end].isLineEnding {
      let byte = text[end]
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") { break }
      if byte == UInt8(ascii: "|"), bar == nil { bar = end }
      if byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: "-") { hasLetter = true }
      end += 1
    }
    guard end > first, hasLetter, text.hasExactPrefix("]]", at: end), !text[first].isSpaceOrTab,
      text[first] != UInt8(ascii: "-"), text[first] != UInt8(ascii: "^"), bar != first
    else { return nil }
    let next = end + 2 < text.count ? text[end + 2] : 0
    guard next != UInt8(ascii: "("), next != UInt8(ascii: "["), !isLabel(text, first..<end) else {
      return nil
    }

    let target = first..<text.trimEnd(of: first, to: bar ?? end)
    var shown = target
    if let bar {
      let start = text.skipSpacesAndTabs(from: bar + 1, to: end)
      // The size of a picture is not text.
      let isSize = (start..<end).allSatisfy { text[$0].isDigit || text[$0] == UInt8(ascii: "x") }
      if start < end, !(isEmbedded && isSize) { shown = start..<text.trimEnd(of: start, to: end) }
    }
    let isPicture = isEmbedded && Self.isPicture(text, target)
    let payload = targets.count
    targets.append(LinkTarget(destination: Range(map.source(target)), title: Range(shown)))
    let close = addLink(isPicture ? .wikiPicture : .wiki, start, end + 2)
    tokens[tokens.count - 1].payload = Int32(truncatingIfNeeded: payload)
    return close
  }

  /// Whether a link definition has such a label.
  mutating func isLabel(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !references.definitions.labels.isEmpty else { return false }
    LabelNormalizer.normalize(text.extracting(range), into: &label)
    return references.definitions.labels.value(of: label) != nil
  }

  private static func isPicture(_ text: Span<UInt8>, _ target: Range<Int>) -> Bool {
    let endings: [StaticString] = [
      ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif", ".pdf", ".mp4", ".webm", ".mp3",
    ]
    return endings.contains { text.hasPrefix($0, at: target.upperBound - $0.utf8CodeUnitCount) }
  }
}
