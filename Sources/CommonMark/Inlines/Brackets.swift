extension InlineParser {
  /// Reads `[` or `![`.
  mutating func openBracket(_ text: Span<UInt8>, at start: Int, isImage: Bool) -> Int {
    if !brackets.isEmpty { brackets[brackets.count - 1].hasInner = true }
    let end = addToken(.bracket, start, isImage ? start + 2 : start + 1)
    brackets.makeRoom(done: end, of: text.count)
    brackets.append(
      Bracket(token: tokens.count - 1, textStart: end, isImage: isImage, delimiters: delimiters.count))
    return end
  }

  /// Reads `]`: makes a link, an image or a footnote reference of what is after the last opening bracket.
  mutating func closeBracket(
    _ text: Span<UInt8>, at position: Int, _ map: SourceMap, _ isCancelled: () -> Bool
  ) -> Int {
    guard let opener = brackets.popLast() else { return position + 1 }
    // Links contain no other links (section 6.3).
    let isActive = opener.isImage || opener.textStart > inactiveBefore
    guard isActive else { return position + 1 }
    if let link = inlineTarget(text, at: position + 1, map) ?? definition(text, at: position, opener) {
      return closeLink(opener, link, at: position, isCancelled)
    }
    return footnoteReference(text, at: position, opener) ?? position + 1
  }

  private typealias Target = (form: LinkTarget.Form, payload: Int32, end: Int)

  private mutating func closeLink(
    _ opener: Bracket, _ target: Target, at position: Int, _ isCancelled: () -> Bool
  ) -> Int {
    let end = addToken(.linkEnd, position, target.end)
    tokens[opener.token].kind = opener.isImage ? .imageStart : .linkStart
    tokens[opener.token].detail = target.form.rawValue
    tokens[opener.token].payload = target.payload
    // Where it is cancelled the next question ends all.
    _ = processDelimiters(from: opener.delimiters, isCancelled)
    if !opener.isImage { inactiveBefore = position }
    return end
  }

  /// `(destination "title")`.
  private mutating func inlineTarget(_ text: Span<UInt8>, at start: Int, _ map: SourceMap) -> Target? {
    guard start < text.count, text[start] == UInt8(ascii: "(") else { return nil }
    let destinationStart = LinkScanner.skipWhitespace(text, from: start + 1)
    guard
      let destination = LinkScanner.destination(
        text, from: destinationStart, hasTags: extensions.contains(.templateTags))
    else { return nil }
    var position = LinkScanner.skipWhitespace(text, from: destination.end)
    var title: Range<Int>?
    if position > destination.end, let match = LinkScanner.title(text, from: position) {
      title = match.content
      position = LinkScanner.skipWhitespace(text, from: match.end)
    }
    guard position < text.count, text[position] == UInt8(ascii: ")") else { return nil }
    let payload = Int32(truncatingIfNeeded: targets.count)
    targets.append(
      LinkTarget(
        destination: Range(map.source(destination.content)),
        title: title.map { Range(map.source($0)) } ?? 0..<0))
    return (.inline, payload, position + 1)
  }

  /// `[label]`, `[]` or nothing: full, collapsed and shortcut references.
  private mutating func definition(_ text: Span<UInt8>, at position: Int, _ opener: Bracket) -> Target? {
    guard !references.definitions.labels.isEmpty else { return nil }
    var content = opener.textStart..<position
    var end = position + 1
    if let full = LinkScanner.label(text, from: end) {
      content = full.content
      end = full.end
    } else {
      // A bracket inside makes it no label, and so does too great a length.
      guard !opener.hasInner, content.count <= LinkScanner.maximumLabelBytes else { return nil }
      if end + 1 < text.count, text[end] == UInt8(ascii: "["), text[end + 1] == UInt8(ascii: "]") { end += 2 }
    }
    LabelNormalizer.normalize(text.extracting(content), into: &label)
    guard let index = references.definitions.labels.value(of: label) else { return nil }
    return (.definition, Int32(truncatingIfNeeded: index), end)
  }

  /// `[^label]` where the label is defined. It takes the place of all tokens after the bracket.
  private mutating func footnoteReference(_ text: Span<UInt8>, at position: Int, _ opener: Bracket) -> Int? {
    guard !references.footnotes.isEmpty, !opener.hasInner, text[opener.textStart] == UInt8(ascii: "^"),
      let content = FootnoteMarker.referenceLabel(in: text, from: opener.textStart + 1, to: position + 1)
    else { return nil }
    LabelNormalizer.normalize(text.extracting(content), into: &label)
    guard references.footnotes.value(of: label) != nil else { return nil }
    tokens.removeLast(tokens.count - opener.token)
    delimiters.removeLast(delimiters.count - opener.delimiters)
    let start = opener.textStart - 1
    return addToken(.footnoteReference, start, position + 1)
  }
}

extension Range where Bound == Int32 {
  /// A range of the source as tables keep it.
  init(_ range: Range<Int>) {
    self = Int32(truncatingIfNeeded: range.lowerBound)..<Int32(truncatingIfNeeded: range.upperBound)
  }
}

extension Range where Bound == Int {
  init(_ range: Range<Int32>) {
    self = Int(range.lowerBound)..<Int(range.upperBound)
  }
}
