import BriefingReading

extension BriefingSummary {
  /// How much is new, as the sections are counted everywhere: `2 of 7 new`; nil where that is all or nothing.
  public var count: String? {
    if unread > 0 {
      let isAll = unread >= min(sections, SectionReunion.limit - 1)
      return isAll && lead != .read ? nil : Self.count(unread, of: sections)
    }
    return isUnread ? "opening new" : nil
  }

  /// So many sections of all. Those behind ``SectionReunion/limit`` have no state: where there may be some, it is at least so
  /// many, `12+ of 20,000 new`, and where nobody has counted them, they are, too.
  static func count(_ unread: Int, of sections: Int) -> String {
    let known = SectionReunion.limit - 1
    return
      "\(unread.grouped)\(sections >= known ? "+" : "") of \(sections.grouped)\(sections == known ? "+" : "") new"
  }
}
