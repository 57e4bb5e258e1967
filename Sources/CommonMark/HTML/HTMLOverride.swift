/// What a hook of ``HTMLRenderer`` makes of one block or inline.
public enum HTMLOverride: Sendable {
  /// The HTML that it has anyway, and these attributes in its start tag: names as they are, values escaped. What has no
  /// tag of its own (text, line endings, the paragraphs of tight lists, raw HTML) gets none.
  case attributes(KeyValuePairs<String, String>)
  /// This HTML instead, as it is, also where the renderer leaves out raw HTML; nothing that it holds is rendered.
  case replacement(String)
}

extension HTMLOverride? {
  /// The attributes to add; nil where there are none.
  var attributes: KeyValuePairs<String, String>? {
    if case .attributes(let attributes) = self { attributes } else { nil }
  }
}

extension HTMLOutput {
  /// Writes a start tag: what is in front of the attributes that a hook adds, they, and what is after.
  mutating func write(
    _ start: StaticString, _ attributes: KeyValuePairs<String, String>?, _ end: StaticString = ">"
  ) {
    write(start)
    write(attributes)
    write(end)
  }

  /// Writes attributes, each with a space in front.
  mutating func write(_ attributes: KeyValuePairs<String, String>?) {
    for (name, value) in attributes ?? [:] {
      write(text: " \(name)=\"")
      writeEscaped(Array(value.utf8))
      write("\"")
    }
  }
}
