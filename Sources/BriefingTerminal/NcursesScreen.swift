import BriefingLayout
import BriefingReader
import CNcurses
import Glibc

/// The terminal, by way of ncurses. One thread owns it.
final class NcursesScreen: TerminalScreen {
  private let device: TerminalDevice
  private let terminfo: Terminfo
  private let files: [UnsafeMutablePointer<FILE>]
  private let handle: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  /// The modes while the program has the terminal.
  private var modes: termios
  private var palette: Palette
  /// What the terminal shows; nil where that is not known.
  private var shown: Frame?
  private var isCursorVisible = true
  private var hasTerminal = true
  private var isClosed = false

  /// Takes the terminal. Standard error is kept until it is given back.
  init(device: TerminalDevice, terminfo: Terminfo) throws(TerminalError) {
    self.device = device
    self.terminfo = terminfo
    Self.useUTF8()
    CrashGuard.prepare(terminal: device.output, modes: device.modes, reset: terminfo.reset)
    guard let output = fdopen(dup(device.output), "w"), let input = fdopen(dup(device.input), "r") else {
      throw .noKeyboard
    }
    files = [output, input]
    CrashGuard.arm()
    // Never initscr: it ends the process where TERM is unknown.
    guard let handle = newterm(terminfo.name, output, input), let window = briefing_stdscr() else {
      CrashGuard.disarm()
      throw .unknownTerm(terminfo.name)
    }
    self.handle = handle
    self.window = window
    palette = Palette(hasItalics: terminfo.hasItalics)
    noecho()
    cbreak()
    nonl()
    // Signals stay on: ^C and ^Z work even while a frame is being made. Flow control goes, so that ^S and ^Q
    // are keys, and so do ^V and ^O.
    modes = device.modes
    modes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR)
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    tcsetattr(device.output, TCSADRAIN, &modes)
    def_prog_mode()
    keypad(window, true)
    idlok(window, true)
    StandardError.divert()
    setBracketedPaste(true)
  }

  deinit { close() }

  /// Gives the terminal back for good.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    leave()
    for file in files { fclose(file) }
    delscreen(handle)
  }

  var size: Size {
    // Asked of the terminal each time: ncurses prefers LINES and COLUMNS, which do not follow the window.
    if let size = device.windowSize { return Size(rows: size.rows, columns: size.columns) }
    return Size(rows: Int(briefing_lines()), columns: Int(briefing_columns()))
  }

  func show(_ frame: Frame, theme: Theme) {
    if palette.use(theme) { shown = nil }
    if frame.size != shown?.size {
      if is_term_resized(Int32(frame.size.rows), Int32(frame.size.columns)) {
        resizeterm(Int32(frame.size.rows), Int32(frame.size.columns))
      }
      shown = nil
    }
    for row in 0..<frame.size.rows where shown.map({ $0.row(row) != frame.row(row) }) ?? true {
      draw(frame.row(row), row: row)
    }
    if shown == nil { clearok(window, true) }
    shown = frame
    wmove(window, Int32(frame.cursor.row), Int32(frame.cursor.column))
    if frame.isCursorVisible != isCursorVisible {
      curs_set(frame.isCursorVisible ? 1 : 0)
      isCursorVisible = frame.isCursorVisible
    }
    wnoutrefresh(window)
    doupdate()
  }

  func invalidate() { shown = nil }

  func suspend() {
    leave()
    Signals.stopProcess()
  }

  func lend() { leave() }

  func resume() -> Bool {
    // In the background this stops the process (SIGTTOU), before a byte is written, until the shell brings
    // it to the foreground; a signal to end interrupts it.
    while tcsetattr(device.output, TCSADRAIN, &modes) != 0 {
      if errno == EINTR { return false }
      // The terminal is gone; the next read will tell.
      return true
    }
    CrashGuard.arm()
    StandardError.divert()
    hasTerminal = true
    reset_prog_mode()
    // endwin has forgotten that the keypad was on.
    keypad(window, true)
    setBracketedPaste(true)
    return true
  }

  private func leave() {
    guard hasTerminal else { return }
    hasTerminal = false
    if TerminalDevice.isInForeground(of: device.output) {
      setBracketedPaste(false)
      if !terminfo.hasAlternateScreen { clearLastRow() }
      endwin()
    }
    CrashGuard.disarm()
    StandardError.restore()
  }

  /// Where the screen stays, the shell's prompt gets a row of its own.
  private func clearLastRow() {
    wmove(window, Int32(size.rows - 1), 0)
    wclrtoeol(window)
    wnoutrefresh(window)
    doupdate()
    shown = nil
  }

  /// Not through ncurses' `putp`, which writes to standard output whatever terminal it has.
  private func setBracketedPaste(_ isOn: Bool) {
    guard terminfo.isANSI else { return }
    let sequence = isOn ? Terminfo.bracketedPasteOn : Terminfo.bracketedPasteOff
    _ = write(device.output, sequence, sequence.utf8.count)
  }

  private func draw(_ cells: ArraySlice<Cell>, row: Int) {
    var characters: [cchar_t] = []
    characters.reserveCapacity(cells.count + 1)
    for cell in cells where !cell.isContinuation {
      let look = palette.look(of: cell.style)
      Glyph.append(
        cell, attributes: look.attributes, pair: look.pair, isStruck: look.isStruck, to: &characters)
    }
    mvwadd_wchnstr(window, Int32(row), 0, characters, Int32(characters.count))
  }

  /// ncurses draws what the locale can express; a locale without UTF-8 would turn every quotation mark into
  /// a question mark on terminals that show it well.
  private static func useUTF8() {
    setlocale(LC_ALL, "")
    if nl_langinfo(Int32(CODESET)).map({ String(cString: $0) }) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
