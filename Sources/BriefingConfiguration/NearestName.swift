import BriefingSearch

/// Which of some names someone meant who wrote another.
enum NearestName {
  /// The name with the fewest slips, or whose last part is what was written; nil where none is near.
  static func of(_ written: String, among names: some Sequence<String>) -> String? {
    let names = Array(names)
    if let name = names.first(where: { $0.hasSuffix(".\(written)") }) { return name }
    var near = NearWords(written.lowercased())
    for name in names {
      if name == near.word { return name }
      Array(name.utf8).withUnsafeBufferPointer { near.consider($0) }
    }
    return near.nearest { _ in true }.first
  }

  /// The end of a message about a name that nobody knows: the nearest one, else all of them.
  static func advice(_ written: String, among names: some Sequence<String>) -> String {
    let names = Array(names)
    if let name = of(written, among: names) { return "did you mean “\(name)”?" }
    return "there are \(names.joined(separator: ", "))"
  }
}
