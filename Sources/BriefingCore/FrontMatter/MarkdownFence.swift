/// A fence of Markdown around a whole file: how models answer that were asked for a file.
///
/// It is one only where nothing but white space follows its closing line, and where every fence within it has a language
/// and its own end; without a closing line, where no fence follows at all. Else it is a code block as any other.
struct MarkdownFence {
  /// What stands in it.
  let content: Range<Int>

  init?(_ bytes: [UInt8], from start: Int) {
    let first = SourceLine(bytes, at: start, limit: bytes.count)
    guard let open = CodeFence(bytes[first.content]), ["markdown", "md"].contains(open.info),
      var at = first.next
    else {
      return nil
    }
    let bodyStart = at
    var inner: CodeFence?
    var closing: Int?
    while true {
      let line = SourceLine(bytes, at: at, limit: bytes.count)
      if closing != nil {
        guard line.isBlank(in: bytes) else { return nil }
      } else if let fence = CodeFence(bytes[line.content]) {
        if let block = inner {
          if fence.closes(block) { inner = nil }
        } else if fence.closes(open) {
          closing = at
        } else if fence.mark == open.mark || !fence.info.isEmpty {
          inner = fence
        }
      }
      guard let next = line.next else { break }
      at = next
    }
    guard inner == nil else { return nil }
    content = bodyStart..<(closing ?? bytes.count)
  }
}
