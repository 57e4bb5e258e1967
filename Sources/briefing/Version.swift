import CBuildCommit

/// The program's version.
enum Version {
  /// By semantic versioning; CHANGELOG.md says what is in it.
  static let text = "1.0.0"
  /// The commit that it was built from; nil where the build did not know.
  static var commit: String? {
    let commit = String(cString: briefing_build_commit())
    return commit.isEmpty ? nil : commit
  }

  /// What `--version` prints.
  static var line: String { "briefing \(text)\(commit.map { " (\($0))" } ?? "")" }
  /// The day from which its manual is, as manual pages have it.
  static let date = "November 27, 2026"
}
