/// Finds the ends of raw HTML that has markers of its own.
struct HTMLCloser {
  private var markers = MarkerSearch()

  /// The end of the comment, instruction, declaration or CDATA section whose `<!` or `<?` is at `start`.
  mutating func end(of text: Span<UInt8>, at start: Int) -> Int? {
    if text.hasPrefix("<?", at: start) { return markers.end(of: "?>", 1, in: text, from: start + 2) }
    if text.hasPrefix("<!-->", at: start) { return start + 5 }
    if text.hasPrefix("<!--->", at: start) { return start + 6 }
    if text.hasPrefix("<!--", at: start) { return markers.end(of: "-->", 2, in: text, from: start + 4) }
    guard start + 2 < text.count else { return nil }
    if text[start + 2].isLetter { return markers.end(of: ">", 4, in: text, from: start + 3) }
    return HTMLScanner.isCDATA(text, at: start) ? markers.end(of: "]]>", 8, in: text, from: start + 9) : nil
  }
}
