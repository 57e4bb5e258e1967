/// What the front matter of a file says, read without its text: for those who look for one file among many.
package struct FrontMatterFacts {
  /// Bytes of a file's start that all of its front matter is in; a larger block is text.
  package static let reach = FrontMatter.limit + 1024

  /// What it says, completed from nothing else; the title is empty where it gives none.
  package let metadata: Metadata
  private let entries: [FrontMatter.Entry]

  /// Reads the start of a file; nil where it has no front matter.
  package init?(_ start: [UInt8]) {
    guard let frontMatter = FrontMatter(start) else { return nil }
    var metadata = Metadata(title: "")
    metadata.apply(frontMatter)
    self.metadata = metadata
    entries = frontMatter.entries
  }

  /// The texts that a key gives, each by itself: a text may have a comma in it. Empty where the key gives none.
  package func texts(of key: String) -> [String] {
    guard let entry = entries.first(where: { $0.key == key }) else { return [] }
    return switch entry.value {
    case .empty, .nested: []
    case .text(let text): [text]
    case .list(let texts): texts
    }
  }
}
