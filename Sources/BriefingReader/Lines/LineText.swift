import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingSearch

/// Rows of lists in words: what signs, columns and colours say on the screen is said.
struct LineText {
  private let state: State

  init(_ state: State) { self.state = state }

  // MARK: The list

  /// What the list holds, and what narrows it.
  var listTitle: String {
    guard let list = state.list else { return "There is no list: a file was opened, not a folder." }
    if let problem = list.problem { return gated(problem) }
    let count = list.shown.count.counted("briefing")
    let filter = list.filter.isEmpty ? "" : " with “\(gated(list.filter))”"
    return "\(gated(list.path)): \(count)\(filter), \(list.order.rawValue)"
  }

  /// A briefing of the list by its place in it.
  func briefing(_ index: Int) -> String {
    guard let list = state.list else { return "" }
    let row = list.rows[list.shown[index]]
    var parts = [gated(row.title)]
    if let mark = list.rows.mark(at: list.shown[index]) { parts.append(gated(mark)) }
    if let problem = row.problem { parts.append((row.isReadable ? "" : "cannot be read: ") + gated(problem)) }
    if let date = row.date {
      parts.append((row.dateOrigin?.isGuess == true ? "about " : "") + date.formatted)
    }
    if let source = row.source { parts.append(gated(source)) }
    if state.options.remembers {
      let status = ListView.Status(row, list)
      parts += [status.sign?.word, status.count, star(status.star)].compactMap(\.self)
    }
    if row.isReadable {
      parts.append(row.sections.counted("section"))
      parts.append(ReadingTime.text(words: row.words, speed: state.options.readingSpeed))
    }
    return "\(index + 1). " + parts.joined(separator: ", ")
  }

  private func star(_ star: BriefingSummary.Star) -> String? {
    switch star {
    case .none: nil
    case .sections: "a section with a star"
    case .briefing: "star"
    }
  }

  // MARK: A briefing

  /// What a briefing is, before its text.
  func briefingTitle(_ reading: ReadingState) -> String {
    let metadata = reading.briefing.metadata
    let facts = [
      metadata.title, metadata.dateText, metadata.source,
      reading.readingTime(speed: state.options.readingSpeed),
      reading.sections.count.counted("section"),
    ]
    return "[" + facts.compactMap(\.self).map(gated).joined(separator: ", ") + "]"
  }

  /// What the outline is of, and how much of it is new.
  var outlineTitle: String {
    guard let reading = state.reading else { return "" }
    let new = state.newCount(in: reading).map { ", \($0)" } ?? ""
    return "\(gated(reading.briefing.metadata.title)): \(reading.sections.count.counted("section"))\(new)"
  }

  /// A section of the outline.
  func section(_ index: Int) -> String {
    guard let reading = state.reading else { return "" }
    let section = reading.sections[index]
    var parts = [gated(section.label)]
    if let sign = state.sign(ofSection: index, in: reading) { parts.append(sign.word) }
    if reading.memory?.isStarred(section: index) == true { parts.append("star") }
    if reading.currentSection == index { parts.append("you are here") }
    return parts.joined(separator: ", ")
  }

  // MARK: What was found

  /// How much a search has found.
  func title(of search: SearchState) -> String {
    let results = search.results
    let remarks = (results?.remarks ?? []).map { gated($0) + ". " }.joined()
    guard let results, !search.visit.hits.isEmpty else {
      return
        "\(remarks)\(results?.note.map { gated($0) + ". " } ?? "")Nothing found for “\(gated(search.visit.text))”."
    }
    let total = results.total
    let found = "\(total.sections.counted("section")) in \(total.briefings.counted("briefing"))"
    return "\(remarks)\(total.sections == 0 ? "No section has all words" : found); a number opens one:"
  }

  /// A hit: where it stands, and its excerpt on a line of its own.
  func hit(_ hit: SearchHit, number: Int) -> [String] {
    var parts = [gated(hit.title)]
    let section = [hit.number, hit.section].filter { !$0.isEmpty }.joined(separator: " ")
    if !section.isEmpty { parts.append(gated(section)) }
    if let date = hit.date {
      parts.append((hit.dateOrigin?.isGuess == true ? "about " : "") + date.formatted)
    }
    if let missing = hit.missingText { parts.append(gated(missing)) }
    let excerpt = hit.excerpt.map { plain($0.cells()) } ?? ""
    return ["\(number). " + parts.joined(separator: ", ")] + (excerpt.isEmpty ? [] : ["   " + excerpt])
  }

  /// The line in which a match starts; nil where an earlier match starts in it, too.
  func matchedLine(_ match: Int) -> String? {
    guard let reading = state.reading, let search = reading.search else { return nil }
    let lines = MatchedLines(page: reading.page, search: search)
    guard lines.first(ofLineWith: match) == match else { return nil }
    return plain(lines.line(of: match).line.cells)
  }

  /// A link: its text and where it leads.
  func link(_ item: LinksState.Labelled, number: Int) -> String {
    let link = item.link.link
    let target = link.kind == .footnote ? "footnote [\(gated(link.destination))]" : gated(link.destination)
    return "\(number). \(text(of: item.link)), to \(target)"
  }

  private func text(of link: VisibleLink) -> String {
    guard let reading = state.reading else { return "" }
    let view = ReadingView(state, reading)
    let row = link.position.row - view.geometry.rows.lowerBound
    guard view.visible.indices.contains(row) else { return "" }
    let text = reading.page.text(of: view.visible[row].place.unit).string.utf8
    let range = link.link.range.clamped(to: 0..<text.count)
    let bytes = text.dropFirst(range.lowerBound).prefix(range.count)
    return gated(String(decoding: bytes, as: UTF8.self))
  }

  /// A bookmark, or what was opened before.
  func place(_ row: KnownPlaces.Row, number: Int) -> String {
    let label = row.label.isEmpty ? "" : "bookmark \(gated(row.label)), "
    return "\(number). \(label)\(gated(row.title)), \(gated(row.date))"
  }
}

extension ReadingSign {
  /// What it says, in a word.
  var word: String {
    switch self {
    case .unread: "unread"
    case .changed: "changed"
    case .repeated: "read elsewhere"
    }
  }
}
