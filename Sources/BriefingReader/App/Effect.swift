/// Something that `update` asks for. Effects are values: tests read them, nothing here performs one.
public enum Effect: Sendable {
  /// Something that the terminal does, at once.
  case terminal(TerminalRequest)
  /// Something that takes time, or reads and writes files; its answers are ``Event``s.
  case work(Work)
  /// End what is under way for an owner that is gone; there is no answer.
  case giveUp(Work.Owner)
}

/// What can be asked of the terminal.
public enum TerminalRequest: Hashable, Sendable {
  /// Leave with this exit status; the terminal is restored first.
  case quit(status: Int32)
  /// Stop as `^Z` does; the answer is ``Event/resume``.
  case suspend
  /// Send ``Event/tick`` in so many milliseconds, in place of the one that was asked for before.
  case wake(milliseconds: Int)
  /// Send a text to the terminal's clipboard; the answer is ``Event/clipboard(_:isSent:)``.
  case copy(Clip)
  /// Draw every cell again, whatever the terminal is believed to show.
  case redraw
}
