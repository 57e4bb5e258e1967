/// What `is:` asks for in a list or search.
public enum StateFilter: String, CaseIterable, Hashable, Sendable {
  /// Something in it is unread.
  case unread
  /// Nothing in it is unread.
  case read
  /// It or a section of it has a star.
  case starred
  /// It is other than it was read: sections have another text, are new, or were removed.
  case changed

  /// What a text asks for by words such as `is:unread`, in any case; one that is not complete asks for nothing.
  public static func all(in text: String) -> [StateFilter] {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return [] }
    return text.split(separator: " ").compactMap { word in
      let word = word.lowercased()
      return word.hasPrefix("is:") ? StateFilter(rawValue: String(word.dropFirst(3))) : nil
    }
  }

  /// Whether a briefing is asked for. One of which nothing is remembered is unread, unless its front matter says otherwise.
  ///
  /// - Parameters:
  ///   - summary: What is remembered of it.
  ///   - isReadAtFirst: What its front matter says, see ``ReadingSeed``.
  public func matches(_ summary: BriefingSummary?, isReadAtFirst: Bool? = nil) -> Bool {
    switch self {
    case .unread: summary?.isUnread ?? (isReadAtFirst != true)
    case .read: !Self.unread.matches(summary, isReadAtFirst: isReadAtFirst)
    case .starred: summary?.isStarred ?? false
    case .changed: summary?.isChanged ?? false
    }
  }
}
