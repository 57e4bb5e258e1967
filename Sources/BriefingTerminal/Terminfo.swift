import CNcurses
import Glibc

/// What the terminal database says about the terminal, as far as ncurses does not use it by itself.
struct Terminfo {
  /// The terminal's name in the database.
  let name: String
  /// The bytes of the keys.
  let keySequences: KeySequences
  /// Whether it speaks ECMA-48, as all but museum pieces do; then it ignores modes that it does not know.
  let isANSI: Bool
  /// Whether what was on the screen comes back when the program leaves.
  let hasAlternateScreen: Bool
  /// Whether it has an italic face.
  let hasItalics: Bool
  /// Whether it takes texts for its clipboard (OSC 52): it says so, or a tmux stands before it, which says so of itself.
  let hasClipboard: Bool
  /// Whether it tells what is done with the mouse.
  let hasMouse: Bool
  /// What sets the terminal's palette to what it was when it was made; empty where it has none.
  let paletteReset: [UInt8]
  /// How the cursor is saved, brought back and moved to the right; nil where one of these is missing.
  let cursorMoves: UnfamiliarCharacters.Moves?
  /// What gives the terminal back without ncurses' help: attributes, cursor, keypad, paste mode, screen.
  let reset: [UInt8]

  /// Switches on that pastes come in brackets.
  static let bracketedPasteOn = "\u{1B}[?2004h"
  /// And off.
  static let bracketedPasteOff = "\u{1B}[?2004l"

  /// Switches on that presses and the wheel are told, and that places have numbers (SGR): no window is too wide for them.
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  /// And off.
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Looks up the terminal that TERM names.
  init(
    name: String? = getenv("TERM").map { String(cString: $0) }, output: Int32
  ) throws(TerminalError) {
    guard let name, !name.isEmpty else { throw .termIsNotSet }
    self.name = name
    var status: Int32 = 0
    guard setupterm(name, output, &status) == OK else {
      // 1 is a printing terminal.
      throw status == 1 ? .cursorCannotBePlaced(term: name) : .unknownTerm(name)
    }
    // newterm looks it up again, and owns that.
    defer { briefing_forget_terminal() }
    let address = Self.capability("cup")
    guard !address.isEmpty else { throw .cursorCannotBePlaced(term: name) }
    isANSI = address.starts(with: "\u{1B}[".utf8)
    hasAlternateScreen = !Self.capability("rmcup").isEmpty
    hasItalics = !Self.capability("sitm").isEmpty
    keySequences = KeySequences(
      terminal: KeySequences.capabilities.map { (Self.capability($0.name), $0.key) })
    hasClipboard = !Self.capability("Ms").isEmpty || getenv("TMUX") != nil
    hasMouse = isANSI && !Self.capability("kmous").isEmpty
    paletteReset = Self.capability("oc")
    let moves = UnfamiliarCharacters.Moves(
      save: Self.capability("sc"), restore: Self.capability("rc"),
      right: [1, 2].map { Self.capability("cuf", $0) })
    let isComplete = ([moves.save, moves.restore] + moves.right).allSatisfy { !$0.isEmpty }
    cursorMoves = isComplete ? moves : nil
    reset =
      ["sgr0", "op", "cnorm", "rmkx"].flatMap { Self.capability($0) }
      + (hasMouse ? Array(Self.mouseOff.utf8) : [])
      + (isANSI ? Array(Self.bracketedPasteOff.utf8) : [])
      + Self.capability("rmcup")
  }

  /// The bytes of a capability without padding; none where the terminal has none.
  ///
  /// - Parameter number: What its parameter is, where it has one.
  private static func capability(_ name: String, _ number: Int32? = nil) -> [UInt8] {
    let found = number.map { briefing_capability_with(name, $0) } ?? briefing_capability(name)
    guard let string = found else { return [] }
    var bytes = Array(String(cString: string).utf8)
    // Padding ($<5>) is for putp, and terminals have not needed it for decades.
    while let start = bytes.firstRange(of: "$<".utf8)?.lowerBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      bytes.removeSubrange(start...end)
    }
    return bytes
  }
}
