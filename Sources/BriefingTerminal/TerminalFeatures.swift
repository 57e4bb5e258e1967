/// What a terminal understands beyond what ncurses uses by itself: only what its entry in the terminal database says. A sequence
/// that a terminal does not know may end up on the screen as text.
///
/// The names are those of ncurses' extended capabilities (user_caps(5)).
struct TerminalFeatures: Equatable, Sendable {
  /// What has pastes come in brackets (`BE`), and what ends that (`BD`); nil where pastes come as if typed.
  var bracketedPaste: Modes?
  /// Whether it takes text for the clipboard (`Ms`, OSC 52).
  var takesClipboard = false
  /// Whether it reads xterm's operating system commands, and so leaves out those that it does not know. The database has no
  /// name for hyperlinks (OSC 8); who writes them asks this.
  var readsCommands = false

  /// What switches a mode on and off.
  struct Modes: Equatable, Sendable {
    var on: [UInt8]
    var off: [UInt8]
  }

  /// Nothing but what the entry has without extensions.
  init() {}

  /// Looks features up.
  ///
  /// - Parameters:
  ///   - string: A string capability by its name, without padding; empty where the terminal has none.
  ///   - flag: Whether the terminal has a flag of that name.
  init(string: (String) -> [UInt8], flag: (String) -> Bool) {
    // A terminal that sends xterm's sequences (XT). Entries from before ncurses 6.4 lack BE and BD.
    let isXterm = flag("XT")
    let (on, off) = (string("BE"), string("BD"))
    if !on.isEmpty, !off.isEmpty {
      bracketedPaste = Modes(on: on, off: off)
    } else if isXterm {
      bracketedPaste = Modes(on: Array("\u{1B}[?2004h".utf8), off: Array("\u{1B}[?2004l".utf8))
    }
    takesClipboard = !string("Ms").isEmpty
    readsCommands = isXterm || takesClipboard
  }
}
