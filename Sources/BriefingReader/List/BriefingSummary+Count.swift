import BriefingReading

extension BriefingSummary {
  /// How much is new, as the sections are counted everywhere: `2 of 7 new`; nil where that is all or nothing.
  public var count: String? {
    if unread > 0 {
      let isAll = unread == sections && lead != .read
      return isAll ? nil : "\(unread) of \(sections) new"
    }
    return isUnread ? "opening new" : nil
  }
}
