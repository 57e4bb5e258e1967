import BriefingCore

/// A part of a row that the filter of the list looks at, in the order in which what was found is shown.
enum ListField: CaseIterable {
  case title, source, tags, author, summary, date, path

  /// What it is called where it is shown beside a row; nil where the row shows it by itself.
  var label: String? {
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
  /// - Parameter root: The library's folder, which is no part of what is looked at.
  func text(of row: CatalogueRow, root: String) -> String {
    switch self {
    case .title: row.title
    case .source: row.source ?? ""
    case .tags: row.tags.joined(separator: ", ")
    case .author: row.authors.joined(separator: ", ")
    case .summary: row.summary ?? ""
    // A guess is no date that anyone looks for.
    case .date: row.dateOrigin?.isGuess == true ? "" : row.date?.iso8601 ?? ""
    case .path: row.path.hasPrefix(root) ? String(row.path.dropFirst(root.count)) : row.path
    }
  }
}
