import BriefingCore

/// Writes what is known of a briefing as front matter, in YAML.
///
/// A block of front matter is text where it is too large (``FrontMatterFacts/reach``). So what is longer than anybody's title is cut and
/// ends in `…`; ids and addresses, which say nothing when they are cut, are left out.
struct FrontMatterWriter {
  /// Bytes of a text at most, of a name or tag, and of an id or address, as they are written between quotation marks.
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
    add("url", briefing.url.flatMap(address))
    add(briefing.identifiers, "id", "ids")
    add(briefing.fingerprints, "fingerprint", "fingerprints")
    func add(_ values: [String], _ key: String, _ keyOfMany: String) {
      if values.count == 1 { add(key, address(values[0])) }
      if values.count > 1 { add(keyOfMany, list(values.map { quoted($0) })) }
    }
    lines.append("---")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether a title is written whole.
  static func isWhole(title: String) -> Bool { quoted(title) == quoted(title, longest.text) }

  /// An id or address; nil where it is too long.
  private static func address(_ text: String) -> String? {
    let quoted = quoted(text)
    return quoted.utf8.count <= longest.address + marks ? quoted : nil
  }

  private static func names(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    var texts = names.prefix(mostNames).map { quoted($0, longest.name) }
    if names.count > mostNames { texts.append(quoted("…")) }
    return list(texts)
  }

  private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

  /// Bytes of the quotation marks around a text.
  private static let marks = 2

  /// A text on one line, without controls, in quotation marks. Where it takes more bytes between them than the limit, it is cut.
  static func quoted(_ text: String, _ limit: Int = .max) -> String {
    let text = VisibleText.clean(text).onOneLine
    let whole = FrontMatterText.quoted(text)
    guard whole.utf8.count - marks > limit else { return whole }
    var count = 0
    let scalars = text.unicodeScalars
    let end = scalars.firstIndex { scalar in
      count += FrontMatterText.quoted(String(scalar)).utf8.count - marks
      return count > limit
    }
    return FrontMatterText.quoted(String(scalars[..<(end ?? scalars.endIndex)]) + "…")
  }
}
