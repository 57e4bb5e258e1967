import BriefingLayout
import CNcurses
import Glibc

/// What the terminal database says about the terminal, as far as ncurses does not use it by itself.
struct Terminfo {
  /// The name of the entry in the database.
  let name: String
  /// What TERM names, where the database has no entry for it and that of another terminal is used; else nil.
  let unknownName: String?
  /// The bytes of the keys.
  let keySequences: KeySequences
  /// How many colours it shows.
  let colorDepth: ColorDepth
  /// What it understands besides.
  let features: TerminalFeatures
  /// Whether what was on the screen comes back when the program leaves.
  let hasAlternateScreen: Bool
  /// Whether it has an italic face.
  let hasItalics: Bool
  /// Whether it takes texts for its clipboard (OSC 52): it says so, or a tmux stands before it, which says so of itself.
  let hasClipboard: Bool
  /// What has it tell what is done with the mouse, and no more; nil where it does not.
  let mouse: TerminalFeatures.Modes?
  /// What sets the terminal's palette to what it was when it was made; empty where it has none.
  let paletteReset: [UInt8]
  /// How the cursor is saved, brought back and moved to the right; nil where one of these is missing.
  let cursorMoves: UnfamiliarCharacters.Moves?
  /// What gives the terminal back without ncurses' help: attributes, cursor, keypad, paste mode, screen; where what was on
  /// the screen does not come back, an empty last row for the shell's prompt.
  let reset: [UInt8]

  /// What takes the place of a terminal without an entry, the first that has one: nearly every terminal of today reads what
  /// xterm does, as far as its entry is used without extensions.
  private static let substitutes = ["xterm-256color", "xterm", "vt100"]

  /// Looks up the terminal that TERM names.
  ///
  /// - Parameters:
  ///   - name: Its name in the database.
  ///   - colorTerm: What the terminal says of its colours by COLORTERM; nil where that is not asked. Where it has those of
  ///     red, green and blue, the entry that the database has for it with them is taken.
  ///   - isInTmux: Whether a tmux stands before it, which has a clipboard whatever it calls itself.
  ///   - output: The terminal's descriptor.
  init(
    name: String? = getenv("TERM").map { String(cString: $0) }, colorTerm: String? = nil,
    isInTmux: Bool = false, output: Int32
  ) throws(TerminalError) {
    guard let name, !name.isEmpty else { throw .termIsNotSet }
    var found = name
    var isSubstitute = false
    do throws(TerminalError) {
      if let direct = Self.directName(of: name, colorTerm), (try? Self.setUp(direct, output)) != nil {
        found = direct
      } else {
        try Self.setUp(name, output)
      }
    } catch {
      guard case .unknownTerm = error,
        let substitute = Self.substitutes.first(where: { (try? Self.setUp($0, output)) != nil })
      else { throw error }
      found = substitute
      isSubstitute = true
    }
    self.name = found
    unknownName = isSubstitute ? name : nil
    // newterm looks it up again, and owns that.
    defer { briefing_forget_terminal() }
    let address = Self.capability("cup")
    guard !address.isEmpty else { throw .cursorCannotBePlaced(term: name) }
    features =
      unknownName == nil
      ? TerminalFeatures(string: { Self.capability($0) }, flag: { briefing_has_flag($0) })
      : TerminalFeatures()
    hasAlternateScreen = !Self.capability("rmcup").isEmpty
    colorDepth = ColorDepth(colors: Int(tigetnum("colors")))
    hasItalics = unknownName == nil && !Self.capability("sitm").isEmpty
    keySequences = KeySequences(
      terminal: KeySequences.capabilities.map { (Self.capability($0.name), $0.key) })
    hasClipboard = features.takesClipboard || isInTmux
    mouse = unknownName == nil ? Self.mouseModes : nil
    paletteReset = Self.capability("oc")
    let moves = UnfamiliarCharacters.Moves(
      save: Self.capability("sc"), restore: Self.capability("rc"),
      right: [1, 2].map { Self.capability("cuf", $0) })
    let isComplete = ([moves.save, moves.restore] + moves.right).allSatisfy { !$0.isEmpty }
    cursorMoves = isComplete ? moves : nil
    let leaving =
      hasAlternateScreen
      ? Self.capability("rmcup")
      // Terminals take a row below the last for the last.
      : Self.capability("cup", 998, 0) + Self.capability("el")
    reset  // Output may end within a link or a text for the clipboard.
    =
      (features.readsCommands ? Array("\u{1B}\\\(Hyperlink.closing)".utf8) : [])
      + ["sgr0", "op", "cnorm", "rmkx"].flatMap { Self.capability($0) }
      + (mouse?.off ?? [])
      + (features.bracketedPaste?.off ?? []) + leaving
  }

  /// What has the terminal tell presses and the wheel, and no more; nil where its entry has no mouse (`kmous`).
  ///
  /// Where the entry does not say how (`XM`), xterm's modes are taken, as ncurses itself does; the second has places written as
  /// numbers, so that no window is too wide for them.
  private static var mouseModes: TerminalFeatures.Modes? {
    guard !capability("kmous").isEmpty else { return nil }
    let (on, off) = (capability("XM", 1), capability("XM", 0))
    guard on.isEmpty || off.isEmpty else { return TerminalFeatures.Modes(on: on, off: off) }
    return TerminalFeatures.Modes(
      on: Array("\u{1B}[?1000h\u{1B}[?1006h".utf8), off: Array("\u{1B}[?1006l\u{1B}[?1000l".utf8))
  }

  /// Looks up a terminal and makes it the current one.
  private static func setUp(_ name: String, _ output: Int32) throws(TerminalError) {
    var status: Int32 = 0
    guard setupterm(name, output, &status) == OK else {
      // 1 is a printing terminal.
      throw status == 1 ? .cursorCannotBePlaced(term: name) : .unknownTerm(name)
    }
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
  /// - Parameters:
  ///   - first: Its first parameter, where it has one.
  ///   - second: Its second.
  private static func capability(_ name: String, _ first: Int32? = nil, _ second: Int32 = 0) -> [UInt8] {
    let found = first.map { briefing_capability_with(name, $0, second) } ?? briefing_capability(name)
    guard let string = found else { return [] }
    var bytes = Array(String(cString: string).utf8)
    // Padding ($<5>) is for putp, and terminals have not needed it for decades.
    while let start = bytes.indices.first(where: { bytes[$0...].starts(with: "$<".utf8) }),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      bytes.removeSubrange(start...end)
    }
    return bytes
  }
}
