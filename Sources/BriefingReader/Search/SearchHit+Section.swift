import BriefingLayout
import BriefingSearch

extension SearchHit {
  /// Whether it is the text before the first section.
  var isLead: Bool { number.isEmpty && section.isEmpty && slug.isEmpty }

  /// Number and title of the section; empty for the lead.
  var sectionName: String {
    number.isEmpty ? section : section.isEmpty ? number : "\(number) \(section)"
  }
}

extension Page {
  /// The section that a hit names, as an index into the briefing's sections: by its anchor, and where it has
  /// none by its line. Nil for the lead, and where there is no such section any more.
  func section(of hit: SearchHit) -> Int? {
    if hit.isLead { return nil }
    return briefing.sections.firstIndex { hit.slug.isEmpty ? $0.line == hit.line : $0.slug == hit.slug }
  }

  /// The units of a hit's section, its heading first; nil where there is no such section any more.
  func units(of hit: SearchHit) -> Range<Int>? {
    let sections = briefing.sections
    guard let index = section(of: hit) else {
      guard hit.isLead else { return nil }
      return 0..<(sections.first.map { unit(of: $0.heading) } ?? unitCount)
    }
    let end = index + 1 < sections.count ? unit(of: sections[index + 1].heading) : unitCount
    let start = unit(of: sections[index].heading)
    return start..<max(start, end)
  }
}
