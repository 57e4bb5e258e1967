/// The program's version.
enum Version {
  /// By semantic versioning; CHANGELOG.md says what is in it.
  static let text = "0.2.0"
  /// What `--version` prints.
  static var line: String { "briefing \(text)" }
  /// The day from which its manual is, as manual pages have it.
  static let date = "November 27, 2026"
}
