/// The program's version.
enum Version {
  /// By semantic versioning; CHANGELOG.md says what is in it.
  static let text = "0.2.0"
}
