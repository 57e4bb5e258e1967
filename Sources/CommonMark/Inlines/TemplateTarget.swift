/// Targets of links that site generators make of a tag: `[x]({% post_url 2022-08-02-rain %})`, `[x]({{< relref "rain.md" >}})`,
/// `![x]({{ "/a.png" | relative_url }})`, `[x]({{ site.baseurl }}/archive/)`.
enum TemplateTarget {
  /// Bytes of a tag at most.
  private static let longest = 512

  /// The offset after the tag whose `{` is at `start`, on one line; nil where there is none.
  static func endOfTag(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start + 3 < text.count, text[start + 1] == UInt8(ascii: "{") || text[start + 1] == UInt8(ascii: "%")
    else { return nil }
    let first = text[start + 1] == UInt8(ascii: "{") ? UInt8(ascii: "}") : text[start + 1]
    var position = start + 2
    let limit = min(text.count, start + longest)
    while position + 1 < limit, !text[position].isLineEnding {
      if text[position] == first, text[position + 1] == UInt8(ascii: "}") { return position + 2 }
      position += 1
    }
    return nil
  }

  /// Puts what the tags of a target name in their place: what stands in quotes, else the file of `post_url` and `link`; of all
  /// others, such as the address of the site, nothing.
  ///
  /// - Parameter start: Where the target starts, which is the rest of `bytes`.
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(UInt8(ascii: "{")) else { return }
    let target = Array(bytes[start...])
    bytes.removeLast(target.count)
    var position = 0
    while position < target.count {
      if target[position] == UInt8(ascii: "{"), let end = endOfTag(target.span, from: position) {
        bytes += name(in: target[position + 2..<end - 2])
        position = end
      } else {
        bytes.append(target[position])
        position += 1
      }
    }
  }

  private static func name(in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if let quote = tag.first(where: {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "`")
    }) {
      let parts = tag.split(separator: quote, maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count == 3 ? parts[1] : []
    }
    let words = tag.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, words[0].elementsEqual("post_url".utf8) || words[0].elementsEqual("link".utf8)
    else {
      return []
    }
    return words[1]
  }
}
