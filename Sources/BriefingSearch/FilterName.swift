/// The names of filters, and what people write in their place.
enum FilterName {
  /// The filter by what is remembered.
  static let state = "is"

  /// All of them.
  static let all: Set<String> = Set(
    SearchQuery.TextField.allCases.map(\.rawValue) + SearchQuery.MetadataField.allCases.map(\.rawValue)
      + QueryDays.Field.allCases.map(\.rawValue) + [state])

  /// A filter by its name or by the plural of it, in small letters; nil where there is no such filter.
  static func named(_ name: String) -> String? {
    if all.contains(name) { return name }
    return name.hasSuffix("s") && all.contains(String(name.dropLast())) ? String(name.dropLast()) : nil
  }

  /// The filter that was meant by a name that is none; nil where nobody can tell.
  ///
  /// - Parameter value: What stands after the colon: `from:` means a day or a sender.
  static func meant(by name: String, value: some StringProtocol) -> String? {
    if name == "from" { return value.first?.isNumber == true ? "after" : "source" }
    if let filter = synonyms[name] ?? (name.hasSuffix("s") ? synonyms[String(name.dropLast())] : nil) {
      return filter
    }
    // So short a name is near to too many words.
    guard name.utf8.count > 2 else { return nil }
    let letters = name.unicodeScalars.map(\.value)
    let near = all.filter { $0.utf8.count > 2 }.sorted().compactMap { filter in
      NearWords.distance(letters, filter.unicodeScalars.map(\.value), atMost: letters.count < 5 ? 1 : 2)
        .map { (filter: filter, distance: $0) }
    }
    return near.min { $0.distance < $1.distance }?.filter
  }

  /// Names that other programs, and other keys of front matter, have for the same.
  private static let synonyms: [String: String] = {
    let names = [
      "title": "headline subject name titel titre titulo",
      "section": "heading header chapter headings",
      "tag": "topic category categorie keyword label hashtag",
      "source": "publisher publication site feed outlet newspaper host website",
      "author": "by writer byline creator reporter autor auteur",
      "path": "file filename folder dir directory in",
      "lang": "language locale",
      "after": "since start newerthan",
      "before": "until till older olderthan end",
      "date": "day on when published month year datum fecha",
      "newer": "last recent within",
      "is": "has state status",
    ]
    var synonyms: [String: String] = [:]
    for (filter, words) in names {
      for word in words.split(separator: " ") { synonyms[String(word)] = filter }
    }
    return synonyms
  }()
}
