import BriefingCore

/// What front matter puts before the text: a unit for each part, which no block of the document stands for.
package enum TitleBlock: Hashable, Sendable {
  /// The title, where the text has no heading of its own.
  case title
  case summary
  /// Everything else, to be opened and closed.
  case details

  /// Columns by which a detail that goes on in the next line is set in there.
  package static let hang = 2

  /// The parts that a briefing has; none without front matter.
  package static func parts(of briefing: Briefing, _ details: FrontMatterDetails) -> [TitleBlock] {
    guard briefing.hasFrontMatter else { return [] }
    let metadata = briefing.metadata
    var parts: [TitleBlock] = []
    if metadata.isTitleGiven, briefing.heading == nil, briefing.sections.first?.title != metadata.title {
      parts.append(.title)
    }
    if metadata.summary != nil { parts.append(.summary) }
    if details != .none { parts.append(.details) }
    return parts
  }

  /// What a part shows.
  package func text(of briefing: Briefing, _ details: FrontMatterDetails) -> UnitText {
    var builder = UnitTextBuilder()
    switch self {
    case .title: builder.append(briefing.metadata.title, Style(.title))
    case .summary: builder.append(briefing.metadata.summary ?? "", Style(.text, .emphasis))
    case .details: TitleBlock.append(briefing, details, to: &builder)
    }
    return builder.finish()
  }

  private static func append(
    _ briefing: Briefing, _ details: FrontMatterDetails, to builder: inout UnitTextBuilder
  ) {
    let metadata = briefing.metadata
    builder.append(verbatim: details == .open ? "▾ Details" : "▸ Details", Style(.caption))
    guard details == .open else {
      let count = metadata.warnings.count
      if count > 0 {
        builder.append(verbatim: count == 1 ? " · 1 warning" : " · \(count) warnings", Style(.warning))
      }
      return
    }
    func add(_ key: String, _ value: String, isLink: Bool = false) {
      builder.append(verbatim: "\n", Style())
      builder.append(key, Style(.caption))
      builder.append(verbatim: ": ", Style(.caption))
      let start = builder.count
      builder.append(value, Style(isLink ? .link : .text))
      if isLink { builder.link(from: start, to: value, .link) }
    }
    if let date = metadata.dateText { add("Date", date) }
    if let updated = metadata.updated { add("Updated", updated.formatted) }
    if let source = metadata.source { add("Source", source) }
    if !metadata.authors.isEmpty {
      add(metadata.authors.count == 1 ? "Author" : "Authors", metadata.authors.joined(separator: ", "))
    }
    if !metadata.tags.isEmpty { add("Tags", metadata.tags.joined(separator: ", ")) }
    if let language = metadata.language { add("Language", language) }
    if let url = metadata.url { add("URL", url, isLink: true) }
    for detail in metadata.details { add(detail.key, detail.value) }
    for warning in metadata.warnings {
      builder.append(verbatim: "\nLine \(warning.line): ", Style(.warning))
      builder.append(warning.message, Style())
    }
  }
}
