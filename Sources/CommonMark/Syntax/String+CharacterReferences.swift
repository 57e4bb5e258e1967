extension String {
  /// The text with HTML's character references (`&amp;`, `&#8364;`) replaced by what they stand for, as between
  /// the tags of raw HTML, which Markdown passes on as it is (section 2.5).
  public func replacingCharacterReferences() -> String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    let source = Array(utf8)
    let text = source.span
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "&"), let reference = CharacterReference(text, at: position) {
        reference.append(to: &bytes)
        position += reference.length
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
