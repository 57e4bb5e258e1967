import Synchronization

/// The units that were laid out lately, for whichever thread asks.
///
/// Two generations: when the young one is full it becomes the old one, and what is asked for again comes back
/// into the young one. So what is in use stays, and keeping it costs nothing at each look.
final class LayoutCache: Sendable {
  private let state = Mutex(State())

  private struct State {
    var young: [Int: UnitLayout] = [:]
    var old: [Int: UnitLayout] = [:]
    /// Bytes of text in the young generation.
    var bytes = 0
  }

  /// Units that a generation holds at most; one more screen is at most some hundred.
  private static let unitLimit = 512
  /// Bytes of text that a generation holds at most, beside the unit that exceeds it.
  private static let byteLimit = 4 << 20

  /// The layout of a unit, made by `make` when it is not there.
  func layout(of unit: Int, make: () -> UnitLayout) -> UnitLayout {
    if let kept = kept(unit) { return kept }
    // Not under the lock: a long unit takes a while, and another thread may make it meanwhile, which does no harm.
    let layout = make()
    state.withLock { LayoutCache.keep(layout, unit, in: &$0) }
    return layout
  }

  /// The layout of a unit where it is there.
  func kept(_ unit: Int) -> UnitLayout? {
    state.withLock { state in
      if let layout = state.young[unit] { return layout }
      guard let layout = state.old.removeValue(forKey: unit) else { return nil }
      LayoutCache.keep(layout, unit, in: &state)
      return layout
    }
  }

  private static func keep(_ layout: UnitLayout, _ unit: Int, in state: inout State) {
    if state.young.count >= unitLimit || state.bytes >= byteLimit {
      state.old = state.young
      state.young = [:]
      state.bytes = 0
    }
    if state.young.updateValue(layout, forKey: unit) == nil { state.bytes += layout.text.string.utf8.count }
  }
}
