/// The JSON documents that scripts rely on: keys, order and meaning stay as they are.
extension JSONWriter {
  /// `[{"number","level","title","slug","line","words"}]`: a briefing's sections. Words are a section's own,
  /// without the sections below it.
  public static func outline(of briefing: Briefing) -> String {
    let words = briefing.wordCounts()
    var json = JSONWriter()
    json.array { json in
      for (index, section) in briefing.sections.enumerated() {
        json.object { $0.writeMembers(of: section, words: words[index + 1]) }
      }
    }
    return json.text
  }

  /// `[{"path","title","date","dateFrom","source","tags","sections","words","unread","unreadSections","changed",
  /// "starred"}]`: a library's briefings; after these keys one that cannot be read has `"problem"`, the reason.
  ///
  /// A date is a day, with the time where it is known, or a month (`2025-05`). Where it is from: see ``DateOrigin``.
  ///
  /// - Parameter state: What is remembered of a briefing.
  public static func list(
    of rows: some Sequence<CatalogueRow>,
    state: (CatalogueRow) -> RowState = { RowState(isUnread: true, unreadSections: $0.sections) }
  ) -> String {
    var json = JSONWriter()
    json.array { json in
      for row in rows { json.writeRow(row, state(row)) }
    }
    return json.text
  }

  /// One briefing of a library as ``list(of:state:)`` has it; `null` for none.
  public static func listed(_ row: CatalogueRow?, state: (CatalogueRow) -> RowState) -> String {
    var json = JSONWriter()
    if let row { json.writeRow(row, state(row)) } else { json.string(nil) }
    return json.text
  }

  private mutating func writeRow(_ row: CatalogueRow, _ state: RowState) {
    object { json in
      json.key("path")
      json.string(row.path)
      json.key("title")
      json.string(row.title)
      json.key("date")
      json.string(row.date?.iso8601)
      json.key("dateFrom")
      json.string(row.dateOrigin?.rawValue)
      json.key("source")
      json.string(row.source)
      json.key("tags")
      json.array { json in row.tags.forEach { json.string($0) } }
      json.key("sections")
      json.number(row.sections)
      json.key("words")
      json.number(row.words)
      json.key("unread")
      json.bool(state.isUnread)
      json.key("unreadSections")
      json.number(state.unreadSections)
      json.key("changed")
      json.bool(state.isChanged)
      json.key("starred")
      json.bool(state.isStarred)
      if let problem = row.problem {
        json.key("problem")
        json.string(problem)
      }
    }
  }
}
