extension String {
  /// The text with HTML's character references (`&amp;`, `&#8364;`) replaced by what they stand for, as between
  /// the tags of raw HTML, which Markdown passes on as it is (section 2.5).
  package func replacingCharacterReferences() -> String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    let source = Array(utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    Unescaping.appendReferences(source.span, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
