/// What stands before the text of a briefing and says what it is, entry by entry, in whatever form it was written.
struct FrontMatter {
  /// Keys and values, in order.
  var entries: [Entry]
  /// What could not be read, and how it was read instead.
  var warnings: [Metadata.Warning]
  /// The offset at which the Markdown starts: after the closing line.
  var end: Int
  /// The offset at which the Markdown ends where something is wrapped around the file; nil where it goes to the end.
  var bodyEnd: Int?

  /// One key with its value.
  struct Entry: Equatable {
    /// As it is shown: with its table before it, where it stands in one.
    var key: String
    var value: Value
    /// 1-based line of the key in the file.
    var line: Int
    /// What it means where that is not the key: that of a table whose keys count as the page's own.
    var name: String?
    /// Which of the blocks it stands in, from 0: models write front matter twice.
    var block = 0
  }

  /// What a key is given, as far as the program tells values apart.
  enum Value: Equatable {
    /// Nothing, `~` or `null`.
    case empty
    /// A scalar, whatever its type: `1984` may be a title.
    case text(String)
    /// A sequence of scalars.
    case list([String])
    /// A mapping, or a sequence that holds more than scalars, as text; and the names in it: of a mapping its `name`, of a
    /// sequence those of its mappings and its scalars. None where an item has none.
    case nested(String, names: [String] = [])

    /// As one text, for details.
    var text: String {
      switch self {
      case .empty: ""
      case .text(let text), .nested(let text, _): text
      case .list(let items): items.joined(separator: ", ")
      }
    }
  }
}
