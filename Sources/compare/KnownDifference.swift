/// A difference from another program that is as it should be: which documents show it, and why.
///
/// The pattern stands for the whole of a document that is as small as it can be; so it hides nothing else.
struct KnownDifference {
  /// How the version lines start of the programs that have it.
  let programs: [String]
  /// What is right, and by which section.
  let reason: String
  private let matches: (String) -> Bool

  init(_ programs: [String], _ reason: String, _ pattern: String) {
    self.programs = programs
    self.reason = reason
    do {
      let expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
      matches = { (try? expression.wholeMatch(in: $0)) != nil }
    } catch {
      preconditionFailure("\(pattern): \(error)")
    }
  }

  /// Whether the document is an example of it.
  func explains(_ document: String) -> Bool { matches(document) }

  /// Those of the program with a version line.
  static func all(of version: String?) -> [KnownDifference] {
    guard let version else { return [] }
    return (versions + faults + faultsOfGFM).filter { $0.programs.contains { version.hasPrefix($0) } }
  }
}
