import Synchronization

/// What inlines refer to by label. One reference for all, as every table of inlines keeps it.
final class References: Sendable {
  let definitions: LinkDefinitions
  /// The rows of the footnote definitions.
  let footnotes: LabelTable
  /// The targets that were asked for, if any were: a short reference can have a long one, and as the same strings for all
  /// of them it takes its memory once.
  private let targets = AtomicLazyReference<TargetTable>()

  /// Where a definition leads, unescaped.
  final class Target: Sendable {
    let destination: String
    let title: String?

    init(destination: String, title: String?) {
      self.destination = destination
      self.title = title
    }
  }

  init(definitions: LinkDefinitions, footnotes: LabelTable) {
    self.definitions = definitions
    self.footnotes = footnotes
  }

  /// The target of a definition.
  func target(ofDefinition index: Int, in source: [UInt8]) -> Target {
    let targets = targets.load() ?? targets.storeIfNil(TargetTable(count: definitions.count))
    return targets[index] {
      let definition = definitions[index]
      return Target(
        destination: unescaped(source, definition.destination),
        title: definition.title.map { unescaped(definitions.texts, $0) })
    }
  }

  private func unescaped(_ text: [UInt8], _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    Unescaping.append(text.span.extracting(range), to: &bytes)
    return String(repairing: bytes)
  }
}

/// A place for each definition's target, filled when it is asked for.
///
/// Without a lock: a paragraph may have as many references as a file has room for, and a thread that reads them all
/// must not make those wait that show something.
private final class TargetTable: Sendable {
  private typealias Slot = AtomicLazyReference<References.Target>

  /// Written once, before anybody else sees it; what it points to is atomic.
  private nonisolated(unsafe) let slots: UnsafeMutableBufferPointer<Slot>

  init(count: Int) {
    slots = .allocate(capacity: count)
    for index in 0..<count { slots.initializeElement(at: index, to: Slot()) }
  }

  deinit {
    slots.deinitialize().deallocate()
  }

  /// The target with a number, made by `make` where it is not there; two threads may both make one, and have the
  /// same.
  subscript(index: Int, make: () -> References.Target) -> References.Target {
    precondition(slots.indices.contains(index))
    return slots[index].load() ?? slots[index].storeIfNil(make())
  }
}
