/// What the keys of front matter mean: one table for all its forms.
///
/// Case, spaces, `-` and `_` do not matter. Of several keys of one meaning the first of the table counts that has a value
/// which can be used; the others are details.
package enum MetadataKey: Int, CaseIterable {
  case date, updated, title, url, source, author, summary, tags, language, unread, read

  /// The keys of a meaning, the first one first.
  package var names: [String] {
    switch self {
    case .date:
      [
        "date", "published", "publishdate", "pubdate", "publisheddate", "publishedtime", "timestamp",
        "created", "datepublished", "publishedat", "postdate", "createdat", "datecreated",
        "pubdatetime", "posted", "postedat", "creationdate",
      ]
    case .updated:
      [
        "updated", "lastmod", "modified", "lastupdated", "dateupdated", "updatedat", "datemodified",
        "moddatetime", "modificationdate",
      ]
    // `subject` is what a mail calls it.
    case .title: ["title", "headline", "name", "subject"]
    // A site's own path is not an address: only absolute ones count.
    case .url:
      ["url", "link", "originalurl", "origlink", "sourceurl", "urlsource", "canonicalurl", "permalink"]
    case .source: ["source", "sitename", "site", "feed", "publisher", "hostname"]
    case .author: ["author", "author.name", "authors", "authors.name", "by", "byline", "editors"]
    case .summary: ["summary", "description", "excerpt", "subtitle", "abstract"]
    case .tags: ["tags", "categories", "category", "keywords", "topics"]
    case .language: ["lang", "language", "locale"]
    case .unread: ["unread"]
    case .read: ["seen", "read"]
    }
  }

  /// The meaning and the place among its names of each plain key.
  private static let table: [String: (key: MetadataKey, rank: Int)] = {
    var table: [String: (MetadataKey, Int)] = [:]
    for key in allCases {
      for (rank, name) in key.names.enumerated() { table[name] = (key, rank) }
    }
    return table
  }()

  /// The meaning of an entry, and its place among the keys of that meaning; nil where it has none.
  static func find(_ entry: FrontMatter.Entry) -> (key: MetadataKey, rank: Int)? {
    table[plain(entry.name ?? entry.key)]
  }

  /// The meaning of an entry; nil where it has none.
  init?(_ entry: FrontMatter.Entry) {
    guard let found = Self.find(entry) else { return nil }
    self = found.key
  }

  /// Whether a key is the first one of a meaning: in what is not valid YAML, words such as “by” or “name” may be of a text.
  static func isFirst(_ key: String) -> Bool { table[plain(key)]?.rank == 0 }

  /// A key as it is compared.
  static func plain(_ key: String) -> String {
    // Longer than any that is known.
    guard key.utf8.count <= 64 else { return "" }
    // As most are; characters are slow to find.
    if key.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) { return key }
    return key.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// Whether entries that no mark announces are meant as front matter: a title or a date, or two keys that are known.
  static func isPlausible(_ entries: [FrontMatter.Entry]) -> Bool {
    let found = entries.filter { $0.value != .empty }.compactMap { find($0) }
    return found.count > 1
      || found.contains { $0.key == .title && $0.rank < 2 || $0.key == .date && $0.rank < 6 }
  }

  /// Tables of front matter whose keys count as the page's own, after those that stand outside of any.
  static let ownTables: Set = [
    // `date:` with `created` and `updated` below it.
    "date", "taxonomies", "extra", "params", "metadata", "meta", "advisory", "frontmatter", "post", "article",
  ]
}
