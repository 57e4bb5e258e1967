/// How a person looks at a library: what the program shows as it was in the run before.
public struct ViewSettings: Hashable, Sendable {
  /// How the list is ordered, by a name; one that is not known is the standard one.
  public var order = ""
  /// What narrows the list; empty where nothing does.
  public var filter = ""
  /// Whether the outline stands beside the text.
  public var showsOutline = true
  /// Whether wide code and tables are wrapped rather than panned.
  public var wraps = false
  /// Whether it is shown where links lead.
  public var showsTargets = false
  /// Whether what was read in other briefings is dimmed.
  public var dimsRepeats = true

  /// The standard ones.
  public init() {}

  /// Bytes of a filter that are kept; a longer one is not.
  static let longestFilter = 1000

  private static let switches: [(name: String, path: WritableKeyPath<ViewSettings, Bool> & Sendable)] = [
    ("outline", \.showsOutline), ("wrap", \.wraps), ("targets", \.showsTargets), ("repeats", \.dimsRepeats),
  ]

  /// The stored form: a line for each, its name, a space and its value.
  public var text: String {
    let filter =
      filter.utf8.count <= Self.longestFilter
      ? filter.split(whereSeparator: \.isNewline).joined(separator: " ") : ""
    let lines =
      ["order \(order)", "filter \(filter)"]
      + Self.switches.map { "\($0.name) \(self[keyPath: $0.path] ? "on" : "off")" }
    return lines.joined(separator: "\n")
  }

  /// Reads the stored form. What it does not say, or what nobody knows, is as in the standard ones.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let value = String(parts[1])
      switch parts[0] {
      case "order": order = value
      case "filter" where value.utf8.count <= Self.longestFilter: filter = value
      case let name:
        guard let path = Self.switches.first(where: { $0.name == name })?.path, ["on", "off"].contains(value)
        else {
          continue
        }
        self[keyPath: path] = value == "on"
      }
    }
  }
}
