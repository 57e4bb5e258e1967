import BriefingLayout

/// What a command has written, in a window over the text.
struct OutputState: Sendable {
  /// Which command it is of.
  let serial: Int
  /// The command as it was typed.
  let command: String
  /// What came back; nil as long as the command runs.
  var output: PipedOutput?
  /// The page at the width of the window, with the first line shown; nil where nothing was written.
  var note: NoteState?
}
