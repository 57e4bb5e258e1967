/// Finds the ends of template tags.
struct TemplateCloser {
  private var markers = MarkerSearch()

  /// The end of the tag whose `{` is at `start`: `{% … %}` of Liquid and Jinja, `{{< … >}}` and `{{% … %}}` of Hugo.
  ///
  /// `{{ value }}` is none: what it stands for would be read.
  /// `{/* … */}` of MDX is a comment.
  mutating func end(of text: Span<UInt8>, at start: Int) -> Int? {
    if text.hasExactPrefix("{/*", at: start) { return markers.end(of: "*/}", 8, in: text, from: start + 3) }
    if text.hasExactPrefix("{%", at: start) { return markers.end(of: "%}", 1, in: text, from: start + 2) }
    if text.hasExactPrefix("{{<", at: start) { return markers.end(of: ">}}", 2, in: text, from: start + 3) }
    if text.hasExactPrefix("{{%", at: start) { return markers.end(of: "%}}", 4, in: text, from: start + 3) }
    return nil
  }
}
