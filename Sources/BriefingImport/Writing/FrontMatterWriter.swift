import BriefingCore

/// Writes what is known of a briefing as front matter, in YAML.
///
/// A block of front matter is text where it is too large (``FrontMatterFacts/reach``). So what is longer than anybody's title is cut and
/// ends in `…`; ids and addresses, which say nothing when they are cut, are left out.
struct FrontMatterWriter {
  /// Bytes of a text at most, of a name or tag, and of an id or address.
  private static let longest = (text: 4000, name: 400, address: 8000)
  /// Names and tags at most.
  private static let mostNames = 30

  /// The front matter of a briefing with its lines of hyphens.
  static func text(of briefing: ImportedBriefing) -> String {
    var lines = ["---"]
    func add(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(key): \(value)") }
    }
    add("title", quoted(briefing.title.isEmpty ? "Untitled" : briefing.title, longest.text))
    add("date", briefing.date?.iso8601)
    add("updated", briefing.updated?.iso8601)
    add("source", briefing.source.map { quoted($0, longest.name) })
    // A semicolon divides names in one text.
    if briefing.authors.count == 1, !briefing.authors[0].contains(";") {
      add("author", quoted(briefing.authors[0], longest.name))
    } else {
      add("author", names(briefing.authors))
    }
    add("summary", briefing.summary.map { quoted($0, longest.text) })
    add("tags", names(briefing.tags))
    add("lang", briefing.language.flatMap(LanguageTag.tag).map { quoted($0) })
    add("url", briefing.url.flatMap { $0.utf8.count <= longest.address ? quoted($0) : nil })
    add(briefing.identifiers, "id", "ids")
    add(briefing.fingerprints, "fingerprint", "fingerprints")
    func add(_ values: [String], _ key: String, _ keyOfMany: String) {
      if values.count == 1, values[0].utf8.count <= longest.address { add(key, quoted(values[0])) }
      if values.count > 1 { add(keyOfMany, list(values.map { quoted($0) })) }
    }
    lines.append("---")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func names(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    var texts = names.prefix(mostNames).map { quoted($0, longest.name) }
    if names.count > mostNames { texts.append(quoted("…")) }
    return list(texts)
  }

  private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

  /// A text on one line, without controls, of so many bytes at most.
  static func quoted(_ text: String, _ limit: Int = .max) -> String {
    var text = VisibleText.clean(text).onOneLine
    if text.utf8.count > limit {
      var scalars = text.unicodeScalars[...]
      var count = 0
      let end = scalars.firstIndex { scalar in
        count += UTF8.width(scalar)
        return count > limit
      }
      scalars = scalars[..<(end ?? scalars.endIndex)]
      text = String(scalars) + "…"
    }
    return FrontMatterText.quoted(text)
  }
}
