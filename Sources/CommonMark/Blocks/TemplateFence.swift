/// Code between two tags of a template, each on a line of its own: `{% highlight ruby %}` … `{% endhighlight %}` (Jekyll),
/// `{% codeblock %}` … `{% endcodeblock %}` (Hexo, Octopress), and `{{< highlight go >}}` … `{{< /highlight >}}` (Hugo).
enum TemplateFence: UInt8 {
  case highlight, codeBlock, shortcode

  /// Reads a line that opens such a block, from its `{` on; nil where it opens none.
  ///
  /// - Returns: The kind, and what stands behind its name: the language and options.
  static func opening(_ source: Span<UInt8>, _ line: Range<Int>) -> (fence: TemplateFence, info: Range<Int>)?
  {
    guard let tag = Tag(source, line), let name = tag.name(in: source) else { return nil }
    let fence: TemplateFence? =
      if tag.isShortcode {
        names("highlight", source, name) ? .shortcode : nil
      } else {
        names("highlight", source, name) ? .highlight : names("codeblock", source, name) ? .codeBlock : nil
      }
    guard let fence else { return nil }
    var start = source.skipSpacesAndTabs(from: name.upperBound, to: tag.content.upperBound)
    if source.hasPrefix("lang:", at: start) { start += 5 }
    return (fence, start..<source.trimEnd(of: start, to: tag.content.upperBound))
  }

  /// Where the tag starts that ends the block at the end of a line; nil where the line has none.
  func closing(_ source: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let end = source.trimEnd(of: line.lowerBound, to: line.upperBound)
    guard end > line.lowerBound, source[end - 1] == UInt8(ascii: "}") else { return nil }
    var start = end - 1
    while start > line.lowerBound, source[start] != UInt8(ascii: "{") { start -= 1 }
    if self == .shortcode, start > line.lowerBound { start -= 1 }
    guard let tag = Tag(source, start..<end), var name = tag.name(in: source) else { return nil }
    if self == .shortcode {
      guard tag.isShortcode, source[name.lowerBound] == UInt8(ascii: "/") else { return nil }
      let first = source.skipSpacesAndTabs(from: name.lowerBound + 1, to: tag.content.upperBound)
      name = first..<source.trimEnd(of: first, to: tag.content.upperBound)
    } else if tag.isShortcode {
      return nil
    }
    return Self.names(
      self == .highlight ? "endhighlight" : self == .codeBlock ? "endcodeblock" : "highlight", source, name)
      ? start : nil
  }

  /// A word of the closing tag: where it stands nowhere in the rest of a text, no block opens.
  var closingWord: StaticString {
    switch self {
    case .highlight: "endhighlight"
    case .codeBlock: "endcodeblock"
    case .shortcode: "highlight"
    }
  }

  private static func names(_ word: StaticString, _ source: Span<UInt8>, _ name: Range<Int>) -> Bool {
    name.count == word.utf8CodeUnitCount && source.hasExactPrefix(word, at: name.lowerBound)
  }

  /// A tag that is all of a line.
  private struct Tag {
    /// What stands between its marks.
    let content: Range<Int>
    /// Whether it is one of Hugo's.
    let isShortcode: Bool

    init?(_ source: Span<UInt8>, _ line: Range<Int>) {
      let end = source.trimEnd(of: line.lowerBound, to: line.upperBound)
      var (first, last) = (line.lowerBound, end)
      if source.hasExactPrefix("{%", at: first), last - first >= 4, source[last - 2] == UInt8(ascii: "%"),
        source[last - 1] == UInt8(ascii: "}")
      {
        (first, last) = (first + 2, last - 2)
        // A hyphen takes the white space beside the tag away.
        if source[first] == UInt8(ascii: "-") { first += 1 }
        if last > first, source[last - 1] == UInt8(ascii: "-") { last -= 1 }
        isShortcode = false
      } else if source.hasExactPrefix("{{<", at: first), last - first >= 6,
        source.hasExactPrefix(">}}", at: last - 3)
      {
        (first, last) = (first + 3, last - 3)
        isShortcode = true
      } else if source.hasExactPrefix("{{%", at: first), last - first >= 6,
        source.hasExactPrefix("%}}", at: last - 3)
      {
        (first, last) = (first + 3, last - 3)
        isShortcode = true
      } else {
        return nil
      }
      guard first <= last, !(first..<last).contains(where: { source[$0] == UInt8(ascii: "}") }) else {
        return nil
      }
      content = first..<last
    }

    /// Its first word.
    func name(in source: Span<UInt8>) -> Range<Int>? {
      let start = source.skipSpacesAndTabs(from: content.lowerBound, to: content.upperBound)
      var end = start
      while end < content.upperBound, !source[end].isSpaceOrTab { end += 1 }
      return start < end ? start..<end : nil
    }
  }
}

extension BlockParser {
  /// Opens a block of code between tags of a template (``TemplateFence``), where one that ends it may follow; returns false
  /// where there is none.
  mutating func openTemplateFence(in source: Span<UInt8>) -> Bool {
    let start = cursor.nonspace
    guard extensions.contains(.templateTags), !cursor.isIndented,
      let (kind, _) = TemplateFence.opening(source, start..<cursor.lineEnd),
      templateEnds[Int(kind.rawValue)].isAhead(
        of: cursor.lineEnd, find: { HTMLScanner.find(kind.closingWord, in: source, from: $0) })
    else { return false }
    fence = Fence(marker: UInt8(ascii: "{"), indent: cursor.indent, template: kind)
    openLiteral(.fencedCode, .fencedCode, start: start, in: source)
    rows[leafRow].end = Int32(truncatingIfNeeded: source.trimEnd(of: start, to: cursor.lineEnd))
    return true
  }
}
