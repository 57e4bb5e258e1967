/// What a template tag says of a picture for people to read: `{{< figure src="a.png" caption="Boats" >}}`, and Jekyll's
/// `{% include figure.html image_path="a.png" alt="Boats" %}`.
struct TemplateCaption {
  /// The caption, else the description, else the title: a range of the text, without its quotes and not empty.
  let text: Range<Int>
  /// Where the picture is; nil where the tag does not say.
  let file: Range<Int>?
  /// Whether the caption is on one line and has no escapes.
  let isPlain: Bool

  /// The attributes that give a text, the first one first, and those that name a file.
  private static let texts: [StaticString] = ["caption", "alt", "description", "title"]
  private static let files: [StaticString] = ["src", "image_path", "url", "file", "image", "path"]

  /// Looks through a tag; nil where it has no such text.
  ///
  /// Without a file only `caption` counts: other tags have titles of their own that may not be shown.
  init?(_ text: Span<UInt8>, _ tag: Range<Int>) {
    var best: (rank: Int, value: Range<Int>)?
    var file: Range<Int>?
    var position = tag.lowerBound + 2
    while position < tag.upperBound {
      // Attributes are few, and their quotes are where they are told.
      guard text[position] == UInt8(ascii: "="),
        let value = Self.value(text, from: position + 1, to: tag.upperBound)
      else {
        position += 1
        continue
      }
      let name = Self.name(text, endingAt: position, from: tag.lowerBound)
      if let rank = Self.texts.firstIndex(where: { Self.equals(text, name, $0) }), rank < best?.rank ?? .max,
        value.contains(where: { !text[$0].isWhitespace })
      {
        best = (rank, value)
      } else if file == nil, !value.isEmpty, Self.files.contains(where: { Self.equals(text, name, $0) }) {
        file = value
      }
      position = value.upperBound + 1
    }
    guard let best, file != nil || best.rank == 0 else { return nil }
    let isPlain = best.value.allSatisfy { text[$0] != UInt8(ascii: "\\") && !text[$0].isLineEnding }
    self.text = best.value
    self.file = file.flatMap { $0.contains { text[$0].isLineEnding } ? nil : $0 }
    self.isPlain = isPlain
  }

  /// The value in quotes after an equals sign.
  private static func value(_ text: Span<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
    guard start < end, [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")].contains(text[start]) else {
      return nil
    }
    var position = start + 1
    while position < end, text[position] != text[start] {
      position += text[position] == UInt8(ascii: "\\") && text[start] != UInt8(ascii: "`") ? 2 : 1
    }
    return position < end ? start + 1..<position : nil
  }

  private static func name(_ text: Span<UInt8>, endingAt end: Int, from limit: Int) -> Range<Int> {
    var start = end
    while start > limit, text[start - 1].isLetter || text[start - 1] == UInt8(ascii: "_") { start -= 1 }
    return start..<end
  }

  private static func equals(_ text: Span<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    range.count == name.utf8CodeUnitCount && text.hasPrefix(name, at: range.lowerBound)
  }
}
