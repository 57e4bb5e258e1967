import BriefingLayout
import CNcurses
import Glibc

/// What the terminal database says about the terminal, as far as ncurses does not use it by itself.
struct Terminfo {
  /// The terminal's name in the database.
  let name: String
  /// The bytes of the keys.
  let keySequences: KeySequences
  /// How many colours it shows.
  let colorDepth: ColorDepth
  /// Whether it speaks ECMA-48, as all but museum pieces do; then it ignores modes that it does not know.
  let isANSI: Bool
  /// Whether what was on the screen comes back when the program leaves.
  let hasAlternateScreen: Bool
  /// Whether it has an italic face.
  let hasItalics: Bool
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

  /// Looks up the terminal that TERM names.
  ///
  /// - Parameter colorTerm: What the terminal says of its colours by COLORTERM; nil where that is not asked. Where it has
  ///   those of red, green and blue, the entry that the database has for it with them is taken.
  init(
    name: String? = getenv("TERM").map { String(cString: $0) }, colorTerm: String? = nil, output: Int32
  ) throws(TerminalError) {
    guard let term = name, !term.isEmpty else { throw .termIsNotSet }
    var status: Int32 = 0
    let direct = Self.directName(of: term, colorTerm)
    let found = [direct, term].compactMap(\.self).first { setupterm($0, output, &status) == OK }
    let name = found ?? term
    self.name = name
    guard found != nil else {
      // 1 is a printing terminal.
      throw status == 1 ? .cursorCannotBePlaced(term: name) : .unknownTerm(name)
    }
    // newterm looks it up again, and owns that.
    defer { briefing_forget_terminal() }
    let address = Self.capability("cup")
    guard !address.isEmpty else { throw .cursorCannotBePlaced(term: name) }
    isANSI = address.starts(with: "\u{1B}[".utf8)
    hasAlternateScreen = !Self.capability("rmcup").isEmpty
    colorDepth = ColorDepth(colors: Int(tigetnum("colors")))
    hasItalics = !Self.capability("sitm").isEmpty
    keySequences = KeySequences(
      terminal: KeySequences.capabilities.map { (Self.capability($0.name), $0.key) })
    paletteReset = Self.capability("oc")
    let moves = UnfamiliarCharacters.Moves(
      save: Self.capability("sc"), restore: Self.capability("rc"),
      right: [1, 2].map { Self.capability("cuf", $0) })
    let isComplete = ([moves.save, moves.restore] + moves.right).allSatisfy { !$0.isEmpty }
    cursorMoves = isComplete ? moves : nil
    reset =
      ["sgr0", "op", "cnorm", "rmkx"].flatMap { Self.capability($0) }
      + (isANSI ? Array(Self.bracketedPasteOff.utf8) : [])
      + Self.capability("rmcup")
  }

  /// What the database calls a terminal with the colours of red, green and blue: `xterm-direct` for `xterm-256color`. Nil where
  /// nothing says that it has them.
  private static func directName(of term: String, _ colorTerm: String?) -> String? {
    guard colorTerm == "truecolor" || colorTerm == "24bit", !term.hasSuffix("-direct") else { return nil }
    if term == "xterm-kitty" { return "kitty-direct" }
    let end = "-256color"
    return (term.hasSuffix(end) ? String(term.dropLast(end.count)) : term) + "-direct"
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
