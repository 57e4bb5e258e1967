/// The section picker: the sections, or those that fit what was typed, best first.
public struct PickerState: Sendable {
  /// A section that fits.
  public struct Choice: Sendable {
    var section: Int
    /// See ``FuzzyMatch/score``.
    var score: Int
  }

  /// The sections that fit a text, best first.
  public struct Choices: Sendable {
    /// What was typed; not empty.
    public var text: String
    var all: [Choice]
  }

  /// What is typed.
  var prompt = LineEditor()
  /// How many sections there are.
  let sectionCount: Int
  /// What fits; nil where nothing was typed, so all of them do.
  private(set) var fitting: Choices?
  /// Index among the choices.
  private(set) var selection: Int
  /// What was typed whose choices are not there yet.
  private(set) var awaited: String?
  /// Whether the best of what is awaited is to be jumped to.
  var isAccepted = false

  init(sectionCount: Int, current: Int?) {
    self.sectionCount = sectionCount
    selection = current ?? 0
  }

  /// How many choices there are.
  var count: Int { fitting?.all.count ?? sectionCount }

  /// A choice; nil where there is none.
  subscript(index: Int) -> Choice? {
    guard 0..<count ~= index else { return nil }
    return fitting?.all[index] ?? Choice(section: index, score: 0)
  }

  /// Waits for the choices of what is typed; those of nothing are there at once.
  mutating func narrow() {
    isAccepted = false
    awaited = prompt.isEmpty ? nil : prompt.text
    guard prompt.isEmpty else { return }
    fitting = nil
    selection = 0
  }

  /// Takes the choices in of what was typed; false where something else was typed meanwhile.
  mutating func take(_ choices: Choices) -> Bool {
    guard awaited == choices.text else { return false }
    awaited = nil
    fitting = choices
    selection = 0
    return true
  }

  mutating func select(_ index: Int) { selection = count == 0 ? 0 : min(max(0, index), count - 1) }
}
