/// What HTML output escapes, and which link targets are dangerous.
package enum HTMLEscaping {
  /// Bytes that a `href` keeps as they are; `&` and `'` become character references, all others `%XX`.
  static let urlSafe = ByteSet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~")

  /// Bytes that cannot stand in text; NUL becomes U+FFFD.
  static let special = ByteSet("<>&\"\0")

  /// A text as it stands in HTML, as an attribute's value too.
  package static func escaped(_ text: String) -> String {
    var output = HTMLOutput(capacity: 0)
    output.writeEscaped(Array(text.utf8))
    return output.finish()
  }

  /// Whether a browser would run or open what a target names: the schemes that cmark refuses.
  static func isDangerous(_ target: [UInt8]) -> Bool {
    let text = target.span
    if text.hasPrefix("javascript:", at: 0) || text.hasPrefix("vbscript:", at: 0)
      || text.hasPrefix("file:", at: 0)
    {
      return true
    }
    guard text.hasPrefix("data:", at: 0) else { return false }
    let images: [StaticString] = ["image/png", "image/gif", "image/jpeg", "image/webp"]
    return !images.contains { text.hasPrefix($0, at: 5) }
  }
}
