/// The labels on the links of the screen while one is being chosen.
struct LinksState: Hashable, Sendable {
  /// A link and the letters that follow it.
  struct Labelled: Hashable, Sendable {
    var label: String
    var link: VisibleLink
  }

  private let labelled: [Labelled]
  /// What was typed of a label.
  var typed = "" {
    didSet { selection = 0 }
  }
  /// The 0-based place, among those that are left, of the link whose target is shown.
  var selection = 0

  /// The middle row first: these are under the fingers.
  private static let letters = "asdfghjklqwertyuiopzxcvbnm".map(String.init)

  /// Labels of one length for the links, as short as serves all of them.
  init(_ links: [VisibleLink]) {
    var labels = LinksState.letters
    while labels.count < links.count {
      labels = labels.flatMap { label in LinksState.letters.map { label + $0 } }
    }
    labelled = zip(labels, links).map(Labelled.init)
  }

  /// The links that what was typed leaves.
  var remaining: [Labelled] { labelled.filter { $0.label.hasPrefix(typed) } }

  /// The one whose target is shown.
  var selected: Labelled? {
    let remaining = remaining
    return remaining.indices.contains(selection) ? remaining[selection] : nil
  }

  mutating func select(_ step: Int) {
    selection = max(0, min(selection + step, remaining.count - 1))
  }
}
