/// The opening fence of the code block that is open.
struct Fence {
  var marker: UInt8 = 0
  var length = 0
  /// Columns in front of it: as many are taken from each line.
  var indent = 0
  /// The tags around it; nil for a fence of Markdown.
  var template: TemplateFence?
}
