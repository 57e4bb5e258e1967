import BriefingLayout

extension ReadingState {
  /// What has changed since it was read; nil where that is nothing, or not known yet.
  var changes: ReadingChanges? {
    get { if case .known(let changes) = comparison { changes } else { nil } }
    set { if let newValue { comparison = .known(newValue) } }
  }

  /// Whether the marks of changes are shown, or are to be shown.
  var showsChanges: Bool {
    switch comparison {
    case .none: false
    case .underWay(_, let showsMarks): showsMarks
    case .known(let changes): changes.isShown
    }
  }

  /// The page of the text as it is: anchors, and whatever outlives the page that is shown, are of this one.
  var plainPage: Page {
    guard let changes, changes.isShown else { return page }
    return changes.plain
  }

  /// A place of ``page`` on ``plainPage``.
  func plain(_ place: Place) -> Place {
    guard let changes, changes.isShown else { return place }
    return changes.text.marked.plain(place)
  }

  /// The unit of ``plainPage`` that a unit of ``page`` shows; nil for one that is not there.
  func plainUnit(of unit: Int) -> Int? {
    guard let changes, changes.isShown else { return unit }
    return changes.text.marked.plainUnit(of: unit)
  }

  /// A place of ``plainPage`` on ``page``.
  func shown(_ place: Place) -> Place {
    guard let changes, changes.isShown else { return place }
    return changes.text.marked.shown(place)
  }
}
