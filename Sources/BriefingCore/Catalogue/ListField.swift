/// A part of a row that the filter of the list looks at, in the order in which what was found is shown.
package enum ListField: CaseIterable, Sendable {
  case title, source, tags, author, summary, date, path

  /// What it is called where it is shown beside a row; nil where the row shows it by itself.
  package var label: String? {
    switch self {
    case .title, .source: nil
    case .tags: "tags"
    case .author: "by"
    case .summary: "summary"
    case .date: "date"
    case .path: "path"
    }
  }

  /// The text of a row.
  ///
  /// - Parameter root: The library's folder, which is not part of what is looked at.
  package func text(of row: CatalogueRow, root: String) -> String {
    switch self {
    case .title: row.title
    case .source: row.source ?? ""
    case .tags: row.tags.joined(separator: ", ")
    case .author: row.authors.joined(separator: ", ")
    case .summary: row.summary ?? ""
    // A guess is not a date that anyone looks for.
    case .date: row.dateOrigin?.isGuess == true ? "" : row.date?.iso8601 ?? ""
    case .path:
      String(
        Substring(
          row.path.utf8.starts(with: root.utf8)
            ? row.path.utf8.dropFirst(root.utf8.count) : row.path.utf8[...]))
    }
  }
}
