import BriefingCore

/// Writes what is known of a briefing as front matter, in YAML.
struct FrontMatterWriter {
  /// The front matter of a briefing with its lines of hyphens.
  static func text(of briefing: ImportedBriefing) -> String {
    var lines = ["---"]
    func add(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(key): \(value)") }
    }
    add("title", quoted(briefing.title.isEmpty ? "Untitled" : briefing.title))
    add("date", briefing.date?.iso8601)
    add("updated", briefing.updated?.iso8601)
    add("source", briefing.source.map(quoted))
    switch briefing.authors.count {
    case 0: break
    // A semicolon divides names in one text.
    case 1 where !briefing.authors[0].contains(";"): add("author", quoted(briefing.authors[0]))
    default: add("author", list(briefing.authors))
    }
    add("summary", briefing.summary.map(quoted))
    if !briefing.tags.isEmpty { add("tags", list(briefing.tags)) }
    add("lang", briefing.language.flatMap(LanguageTag.tag).map(quoted))
    add("url", briefing.url.map(quoted))
    if briefing.identifiers.count == 1 {
      add("id", quoted(briefing.identifiers[0]))
    } else if !briefing.identifiers.isEmpty {
      add("ids", list(briefing.identifiers))
    }
    lines.append("---")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: ", "))]" }

  /// A text in double quotes (YAML 1.2.2, section 7.3.1). Controls are not in it: see ``VisibleText``.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in VisibleText.clean(text).onOneLine.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
