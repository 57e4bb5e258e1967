/// Why a text is not read as YAML.
struct YAMLProblem: Error, Equatable {
  /// In libyaml's words where it found the problem.
  var text: String
  /// 1-based line in the text.
  var line: Int
  /// Whether the text is valid but for a key that a mapping has twice.
  var isDuplicateKey = false
}
