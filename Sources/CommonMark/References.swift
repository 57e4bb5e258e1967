import Synchronization

/// What inlines refer to by label. One reference for all, as every table of inlines keeps it.
final class References: Sendable {
  let definitions: LinkDefinitions
  /// The rows of the footnote definitions.
  let footnotes: LabelTable
  /// The targets that were asked for: a short reference can have a long one, and as the same strings for all of
  /// them it takes its memory once.
  private let targets = Mutex<[Int: Target]>([:])

  /// Where a definition leads, unescaped.
  struct Target {
    var destination: String
    var title: String?
  }

  init(definitions: LinkDefinitions, footnotes: LabelTable) {
    self.definitions = definitions
    self.footnotes = footnotes
  }

  /// The target of a definition.
  func target(ofDefinition index: Int, in source: [UInt8]) -> Target {
    targets.withLock { targets in
      if let known = targets[index] { return known }
      let definition = definitions[index]
      let target = Target(
        destination: unescaped(source, definition.destination),
        title: definition.title.map { unescaped(definitions.titles, $0) })
      targets[index] = target
      return target
    }
  }

  private func unescaped(_ text: [UInt8], _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    Unescaping.append(text.span.extracting(range), to: &bytes)
    return String(repairing: bytes)
  }
}
