import BriefingLayout

/// What the screen shows.
public func view(_ state: State) -> Frame {
  var frame = Frame(size: state.size)
  let least = State.minimumSize
  guard state.size.rows >= least.rows, state.size.columns >= least.columns else {
    let text = "Too small: \(least.columns)x\(least.rows) is needed."
    for (row, line) in text.wrapped(to: state.size.columns).enumerated() {
      frame.put(Cell.cells(line), row: row, column: 0)
    }
    return frame
  }
  var status = StatusLine(hints: [])
  let lowest = state.layers.lastIndex { $0.extent != .part } ?? 0
  for layer in state.layers[lowest...] { status = layer.context.mode.draw(state, in: &frame) }
  status.draw(state, in: &frame)
  frame.takesMouse = state.options.usesMouse
  return frame
}
