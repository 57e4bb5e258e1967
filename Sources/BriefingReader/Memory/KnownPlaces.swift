/// Places to go to in briefings, as a window lists them: bookmarks, or what was opened before.
public struct KnownPlaces: Hashable, Sendable {
  /// What is listed.
  public enum Kind: Hashable, Sendable {
    /// By letter.
    case bookmarks
    /// What was opened, newest first.
    case history
  }

  /// One of them.
  public struct Row: Hashable, Sendable {
    /// The letter of a bookmark; empty in the history.
    public var label: String
    /// What stands there, or the title of the briefing.
    public var title: String
    /// When it was set or opened, as people write it.
    public var date: String
    /// What opens the briefing.
    public var path: String
    /// The `Anchor` of the place in its stored form; nil for where the briefing was left.
    public var anchor: String?

    /// Makes a row.
    public init(label: String, title: String, date: String, path: String, anchor: String?) {
      self.label = label
      self.title = title
      self.date = date
      self.path = path
      self.anchor = anchor
    }
  }

  /// What is listed.
  public var kind: Kind
  /// In order.
  public var rows: [Row]

  /// Makes a list.
  public init(kind: Kind, rows: [Row]) {
    self.kind = kind
    self.rows = rows
  }
}

/// The window that lists them.
struct KnownPlacesState: Sendable {
  let kind: KnownPlaces.Kind
  /// nil until they were looked up.
  var rows: [KnownPlaces.Row]?
  var selection = 0

  /// The selected row.
  var selected: KnownPlaces.Row? { rows.flatMap { $0.indices.contains(selection) ? $0[selection] : nil } }
}
