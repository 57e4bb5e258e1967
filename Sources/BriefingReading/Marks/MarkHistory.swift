/// What a person did to marks, to be undone step by step, the last first.
public struct MarkHistory: Hashable, Sendable {
  private var steps: [MarkUndo] = []

  /// Steps that are kept; the oldest go first.
  public static let limit = 100

  /// Makes one without steps.
  public init() {}

  /// Whether there is nothing to undo.
  public var isEmpty: Bool { steps.isEmpty }
  /// What the next undo would take back.
  public var next: String? { steps.last?.label }

  /// Notes a step.
  public mutating func add(_ step: MarkUndo) {
    guard !step.parts.isEmpty else { return }
    steps.append(step)
    if steps.count > Self.limit { steps.removeFirst() }
  }

  /// Takes the last step, to be put back.
  public mutating func undo() -> MarkUndo? { steps.popLast() }
}
