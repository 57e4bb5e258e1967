import BriefingLayout

/// What the screen shows.
public func view(_ state: State) -> Frame {
  var frame = Frame(size: state.size)
  let least = State.minimumSize
  guard state.size.rows >= least.rows, state.size.columns >= least.columns else {
    let text = Cell.cells("Window too small: \(least.columns)x\(least.rows) is needed.")
    var rest = text[...]
    for row in 0..<state.size.rows {
      frame.put(rest.prefix(state.size.columns), row: row, column: 0)
      rest = rest.dropFirst(state.size.columns)
    }
    return frame
  }
  let mode = state.context.mode
  mode.draw(state, in: &frame)
  mode.status(state).draw(state, in: &frame)
  return frame
}
