/// A fence of Markdown around a whole file: how models answer that were asked for a file.
///
/// It is one only where nothing but white space follows its closing line, and where every fence within it has a language
/// and its own end; without a closing line, where no fence follows at all. Else it is a code block as any other.
///
/// A model may say something before it, `Here is the briefing:`, and then after it too. That is no part of the page where it
/// is shorter than what stands in the fence, and that starts as a page does.
struct MarkdownFence {
  /// What stands in it.
  let content: Range<Int>

  init?(_ bytes: [UInt8], from start: Int) {
    guard let (open, bodyStart, announced) = Self.opening(of: bytes, from: start) else { return nil }
    var at = bodyStart
    var inner: CodeFence?
    var closing: Int?
    while true {
      let line = SourceLine(bytes, at: at, limit: bytes.count)
      if closing != nil {
        guard line.isBlank(in: bytes) || announced != nil && Self.isRemark(bytes[line.content]) else {
          return nil
        }
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
    if announced != nil {
      guard content.count > bytes.count - content.count, Self.startsPage(bytes, content) else { return nil }
    }
  }

  /// Whether a file starts with what is a fence around all of it if its rest allows that.
  static func mayStart(_ bytes: [UInt8], from start: Int) -> Bool { opening(of: bytes, from: start) != nil }

  /// The opening line's fence, where the line after it starts, and where the opening line starts if text announces it.
  private static func opening(
    of bytes: [UInt8], from start: Int
  ) -> (fence: CodeFence, next: Int, announced: Int?)? {
    let announced = announced(in: bytes, from: start)
    let line = SourceLine(bytes, at: announced ?? start, limit: bytes.count)
    guard let fence = CodeFence(bytes[line.content]), ["markdown", "md"].contains(fence.info),
      let next = line.next
    else { return nil }
    return (fence, next, announced)
  }

  /// Bytes of what a model says before the fence at most.
  private static let longestRemark = 500

  /// Where the line of a fence starts that a few lines of text announce, the last of which ends with a colon; nil where the
  /// file starts with anything else.
  private static func announced(in bytes: [UInt8], from start: Int) -> Int? {
    let limit = min(bytes.count, start + longestRemark)
    var at = start
    var endsWithColon = false
    while at < limit {
      let line = SourceLine(bytes, at: at, limit: bytes.count)
      if at > start, CodeFence(bytes[line.content]) != nil { return endsWithColon ? at : nil }
      if !line.isBlank(in: bytes) {
        guard isRemark(bytes[line.content]) else { return nil }
        let text = String(decoding: bytes[line.content].suffix(16), as: UTF8.self).trimmingSpaces
        endsWithColon = text.hasSuffix(":") || text.hasSuffix("：") || text.hasSuffix(":**")
      }
      guard let next = line.next else { return nil }
      at = next
    }
    return nil
  }

  /// Whether a line may be what a model says: short, and neither heading, quote, table, item nor fence.
  private static func isRemark(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longestRemark else { return false }
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    return !"#>|-+`~<[{%=".utf8.contains(first)
  }

  /// Whether front matter or a heading comes first.
  private static func startsPage(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    var at = content.lowerBound
    while at < content.upperBound {
      let line = SourceLine(bytes, at: at, limit: content.upperBound)
      if !line.isBlank(in: bytes) {
        let text = bytes[line.content]
        return text.first == UInt8(ascii: "#") || text.starts(with: "---".utf8)
          || text.starts(with: "+++".utf8)
      }
      guard let next = line.next else { return false }
      at = next
    }
    return false
  }
}
