import CommonMark
import Testing

/// Markdown and the HTML that it makes.
struct Example: CustomTestStringConvertible, Sendable {
  var markdown: String
  var html: String
  var extensions: Extensions

  init(_ markdown: String, _ html: String, _ extensions: Extensions = []) {
    self.markdown = markdown
    self.html = html
    self.extensions = extensions
  }

  var testDescription: String { markdown.debugDescription }

  /// The HTML that the parser's tree makes of it, without its last line ending.
  func rendered(isUnsafe: Bool = true) throws -> String {
    try renderHTML(of: markdown, extensions, isUnsafe: isUnsafe)
  }
}

/// The HTML of a text, without its last line ending.
func renderHTML(of markdown: String, _ extensions: Extensions = [], isUnsafe: Bool = true) throws -> String {
  let html = HTMLRenderer(isUnsafe: isUnsafe).render(
    try Document(parsing: Array(markdown.utf8), extensions: extensions))
  return html.hasSuffix("\n") ? String(html.dropLast()) : html
}

extension Document {
  /// The identifier of the first block that satisfies a condition.
  func first(where condition: (BlockKind) -> Bool) -> BlockID? { blocks.first { condition($0.kind) }?.id }

  /// The source of a range.
  func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
}
