import BriefingLayout
import BriefingReading

/// Order, filter, outline and the like are as they were in the run before.
extension State {
  /// How things are looked at now.
  var view: ViewSettings {
    var view = ViewSettings()
    view.order = (list?.order ?? .newest).name
    view.filter = list?.filter ?? ""
    view.showsOutline = options.showsOutline
    view.wraps = options.page.overflow == .wrap
    view.showsTargets = options.page.listsTargets
    view.dimsRepeats = options.dimsRepeats
    return view
  }

  /// Takes in how things were looked at in the run before, unless the reader has changed something by now.
  mutating func take(_ earlier: ViewSettings?, _ continuation: Continuation?) {
    guard keptView == nil else { return }
    let now = view
    keptView = earlier ?? now
    if let earlier, now == initialView {
      list?.restore(
        order: options.order ?? ListState.Order.allCases.first { $0.name == earlier.order } ?? .newest,
        filter: earlier.filter)
      options.showsOutline = earlier.showsOutline
      options.page.overflow = earlier.wraps ? .wrap : .pan
      options.page.listsTargets = earlier.showsTargets
      options.dimsRepeats = earlier.dimsRepeats
      fitPage()
    }
    // Who reads already is not offered to.
    if let continuation, case .list? = layers.first, layers.count == 1 { list?.offer(continuation) }
  }

  /// What a run starts with.
  private var initialView: ViewSettings {
    var view = ViewSettings()
    view.order = (list.flatMap { _ in options.order } ?? .newest).name
    return view
  }

  /// Keeps how things are looked at where that has changed; a filter once it is typed.
  mutating func keepView() -> [Effect] {
    guard options.remembers, let kept = keptView, context != .filter else { return [] }
    let now = view
    guard now != kept else { return [] }
    keptView = now
    return [.work(.rememberView(library: list?.path, now))]
  }
}
