/// A block of front matter that was read.
struct FrontMatterBlock {
  var entries: [FrontMatter.Entry]
  var warnings: [Metadata.Warning] = []
  /// Behind it.
  var end: Int
  /// Whether another block may follow that belongs to it.
  var mayRepeat = false
}
