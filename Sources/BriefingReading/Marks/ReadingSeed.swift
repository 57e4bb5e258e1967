import BriefingCore

/// What the front matter says of being read, by a program that has kept count before: it counts until anything else is
/// known.
public enum ReadingSeed {
  /// Whether a key of the front matter says that the briefing is read; nil where it says nothing of the kind.
  ///
  /// - Parameters:
  ///   - key: `read` or `seen`, or `unread` for the opposite, in any case.
  ///   - value: `true`, `yes`, `on` or `1`, or their opposites, in any case.
  public static func isRead(key: String, value: String) -> Bool? {
    let isTrue: Bool
    switch value.lowercased() {
    case "true", "yes", "on", "1": isTrue = true
    case "false", "no", "off", "0": isTrue = false
    default: return nil
    }
    switch key.lowercased() {
    case "read", "seen": return isTrue
    case "unread": return !isTrue
    default: return nil
    }
  }

  /// Whether the front matter says that the briefing is read. Of several keys the first counts.
  public static func isRead(_ metadata: Metadata) -> Bool? {
    metadata.isRead ?? metadata.details.lazy.compactMap { isRead(key: $0.key, value: $0.value) }.first
  }
}
