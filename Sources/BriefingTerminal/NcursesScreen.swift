import BriefingLayout
import BriefingReader
import BriefingText
import CNcurses
import CTerminalGuard
import Glibc

/// The terminal, by way of ncurses. One thread owns it.
///
/// ncurses only composes what is to be written. It has neither the terminal's descriptor, to which it would write
/// without end, nor its modes, its size or its signals: those are set and asked for here.
final class NcursesScreen: TerminalScreen {
  /// How long the terminal gets to take what gives it back, in milliseconds.
  private static let patience: Int32 = 300

  private let device: TerminalDevice
  private let terminfo: Terminfo
  private let isASCII: Bool
  private let announcedSize: Size?
  private let curses: CursesPipe
  private let unfamiliar: UnfamiliarCharacters
  private let keyboard: UnsafeMutablePointer<FILE>
  private let handle: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  /// The modes before, and after.
  private let shellModes: termios
  /// The modes while the program has the terminal.
  private let modes: termios
  private var output: TerminalOutput
  private var palette: Palette
  /// What the terminal shows; nil where that is not known.
  private var shown: Frame?
  /// The links of its rows.
  private var shownLinks: [[Frame.HyperlinkSpan]] = []
  /// Whether the terminal was taken and nothing shown since.
  private var isFirstFrame = true
  private var isCursorVisible = true
  /// Whether the terminal tells what is done with the mouse.
  private var isMouseOn = false
  private var hasTerminal = true
  private var isClosed = false

  /// Takes the terminal. Standard error is kept until it is given back.
  ///
  /// - Parameters:
  ///   - isASCII: Whether the terminal is said to show ASCII alone.
  ///   - announcedSize: Its size, where the terminal does not know it.
  init(
    device: TerminalDevice, terminfo: Terminfo, isASCII: Bool = false, announcedSize: Size? = nil
  ) throws(TerminalError) {
    self.device = device
    self.terminfo = terminfo
    self.isASCII = isASCII
    self.announcedSize = announcedSize
    Self.useUTF8()
    Glyph.shareWidths()
    unfamiliar = UnfamiliarCharacters(terminfo.cursorMoves)
    guard let shellModes = device.modes else { throw .modesCannotBeSet(errno) }
    self.shellModes = shellModes
    modes = Self.modes(from: shellModes)
    output = TerminalOutput(device.output)
    curses = try CursesPipe()
    // Keys are not read through ncurses; it only wants a descriptor.
    guard let keyboard = fopen("/dev/null", "r") else {
      let error = errno
      curses.close()
      throw .systemLimit(error)
    }
    self.keyboard = keyboard
    // Never initscr: it ends the process where TERM is unknown.
    guard let handle = newterm(terminfo.name, curses.file, keyboard), let window = briefing_stdscr() else {
      fclose(keyboard)
      curses.close()
      throw .unknownTerm(terminfo.name)
    }
    self.handle = handle
    self.window = window
    palette = Palette(hasItalics: terminfo.hasItalics)
    typeahead(-1)
    nonl()
    idlok(window, true)
    // What ncurses has written so far is for a terminal of its own choice of size. The first frame starts again.
    endwin()
    _ = curses.take()
    CrashGuard.prepare(terminal: device.output, modes: shellModes, reset: terminfo.reset)
    hasTerminal = false
    while setModes() != 0 {
      let error = errno
      guard error == EINTR else {
        close()
        throw .modesCannotBeSet(error)
      }
      // Told to end before it had the terminal: nothing is shown.
      if Signals.endSignal != nil { return }
    }
    begin()
  }

  deinit { close() }

  /// Gives the terminal back for good.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    leave()
    delscreen(handle)
    fclose(keyboard)
    curses.close()
  }

  var size: Size {
    device.windowSize ?? announcedSize ?? Size(rows: Int(briefing_lines()), columns: Int(briefing_columns()))
  }

  var delivery: TerminalDelivery { output.delivery }

  func deliver() { output.deliver() }

  func show(_ frame: Frame, theme: Theme) {
    guard hasTerminal else { return }
    if palette.use(theme) { shown = nil }
    var isComposed = true
    if frame.size != shown?.size {
      let (rows, columns) = (Int32(frame.size.rows), Int32(frame.size.columns))
      if is_term_resized(rows, columns) { isComposed = resizeterm(rows, columns) == OK }
      shown = nil
    }
    var bytes: [UInt8] = []
    var linked: [(row: Int, spans: [Frame.HyperlinkSpan])] = []
    var hasLinks = false
    let links = (0..<frame.size.rows).map(frame.hyperlinks(row:))
    for row in 0..<frame.size.rows {
      let spans = links[row]
      let before = shown == nil ? [] : shownLinks[row]
      hasLinks = hasLinks || !spans.isEmpty || !before.isEmpty
      guard shown.map({ $0.row(row) != frame.row(row) || spans != before }) ?? true else { continue }
      if spans.isEmpty {
        draw(frame.row(row), row: row)
      } else {
        linked.append((row, spans))
        draw(HyperlinkDrawing.withoutLinks(frame.row(row), spans), row: row)
      }
      // Cells that look as before are not written again, and would go on to lead where they led.
      if !before.isEmpty { wredrawln(window, Int32(row), 1) }
    }
    // Rows that the terminal moves take their links with them, of which ncurses knows nothing.
    idlok(window, !hasLinks)
    if shown == nil { clearok(window, true) }
    if !linked.isEmpty {
      isComposed = wnoutrefresh(window) == OK && doupdate() == OK && isComposed
      bytes += curses.take()
      for (row, spans) in linked {
        for span in spans { bytes += draw(span, frame.row(row), row: row) }
      }
    }
    wmove(window, Int32(frame.cursor.row), Int32(frame.cursor.column))
    if frame.isCursorVisible != isCursorVisible {
      curs_set(frame.isCursorVisible ? 1 : 0)
      isCursorVisible = frame.isCursorVisible
    }
    isComposed = wnoutrefresh(window) == OK && doupdate() == OK && isComposed
    // Where ncurses has failed, nobody knows what the terminal will show: the next frame is drawn whole.
    shown = isComposed ? frame : nil
    shownLinks = links
    bytes += curses.take()
    output.append(unfamiliar.guarded(isFirstFrame ? withoutPaletteReset(bytes) : bytes))
    isFirstFrame = false
    useMouse(frame.takesMouse)
    output.deliver()
  }

  func invalidate() { shown = nil }

  func copy(_ bytes: [UInt8]) -> Bool {
    guard hasTerminal, terminfo.hasClipboard else { return false }
    output.append("\u{1B}]52;c;".utf8)
    output.append(Base64.encode(bytes))
    output.append([0x07])
    output.deliver()
    return true
  }

  func suspend() {
    leave()
    Signals.stopProcess()
  }

  func lend() { leave() }

  func resume() -> Bool {
    // In the background this stops the process (SIGTTOU), before a byte is written, until the shell brings
    // it to the foreground; a signal to end interrupts it.
    guard setModes() == 0 else {
      // The terminal is gone; the next read will tell.
      return errno != EINTR
    }
    begin()
    return true
  }

  /// Has the terminal tell what is done with the mouse, or no more.
  private func useMouse(_ isWanted: Bool) {
    guard let mouse = terminfo.mouse, isWanted != isMouseOn else { return }
    isMouseOn = isWanted
    output.append(isWanted ? mouse.on : mouse.off)
  }

  /// Sets the program's modes; not 0 where that is not possible, with `errno`.
  private func setModes() -> Int32 {
    var modes = modes
    // Not TCSADRAIN, which waits for a terminal that takes nothing.
    return tcsetattr(device.output, TCSANOW, &modes)
  }

  /// Does what the screen needs besides the modes.
  private func begin() {
    CrashGuard.arm()
    StandardError.divert()
    hasTerminal = true
    isFirstFrame = true
    isMouseOn = false
    // endwin has forgotten that the keypad was on.
    keypad(window, true)
    output.append(curses.take())
    if let paste = terminfo.features.bracketedPaste { output.append(paste.on) }
    output.deliver()
  }

  private func leave() {
    guard hasTerminal else { return }
    hasTerminal = false
    let isOurs = TerminalDevice.isInForeground(of: device.output)
    if isOurs, !terminfo.hasAlternateScreen { clearLastRow() }
    endwin()
    let last = withoutPaletteReset(curses.take())
    if isOurs {
      output.append(last)
      if let paste = terminfo.features.bracketedPaste { output.append(paste.off) }
      // Whatever is believed of it: where another program had the terminal at the last pause, it was not told.
      if let mouse = terminfo.mouse { output.append(mouse.off) }
      giveBack()
    }
    output.discard()
    shown = nil
    CrashGuard.disarm()
    StandardError.restore()
  }

  /// Writes what gives the terminal back, or what must do where it takes nothing, and sets the shell's modes.
  private func giveBack() {
    var modes = shellModes
    let reset = output.drain(within: Self.patience) ? [] : terminfo.reset
    reset.withUnsafeBytes { terminal_guard_reset(device.output, &modes, $0.baseAddress, $0.count, 0) }
  }

  /// Writes the cells of a link, with what tells the terminal where it leads around them. The cursor is put there before, for
  /// what ncurses writes to move it is no part of the link.
  private func draw(_ span: Frame.HyperlinkSpan, _ cells: ArraySlice<Cell>, row: Int) -> [UInt8] {
    let start = cells.startIndex + span.columns.lowerBound
    wmove(window, Int32(row), Int32(span.columns.lowerBound))
    wnoutrefresh(window)
    doupdate()
    var bytes = curses.take()
    draw(cells[start..<start + span.columns.count], row: row, column: span.columns.lowerBound)
    wmove(window, Int32(row), Int32(min(span.columns.upperBound, cells.count - 1)))
    wnoutrefresh(window)
    doupdate()
    bytes += span.link.opening.utf8
    bytes += curses.take()
    return bytes + Hyperlink.closing.utf8
  }

  /// What ncurses has written. When it takes and gives back the screen it resets the palette, which nobody here has
  /// changed, but its owner may have.
  private func withoutPaletteReset(_ written: [UInt8]) -> [UInt8] {
    var bytes = written
    let reset = terminfo.paletteReset
    guard let first = reset.first else { return bytes }
    var at = 0
    while let start = bytes[at...].firstIndex(of: first) {
      at = start
      if bytes[start...].starts(with: reset) {
        bytes.removeSubrange(start..<start + reset.count)
      } else {
        at += 1
      }
    }
    return bytes
  }

  /// Where the screen stays, the shell's prompt gets a row of its own.
  private func clearLastRow() {
    wmove(window, Int32(size.rows - 1), 0)
    wclrtoeol(window)
    wnoutrefresh(window)
    doupdate()
  }

  private func draw(_ cells: ArraySlice<Cell>, row: Int, column: Int = 0) {
    var characters: [cchar_t] = []
    characters.reserveCapacity(cells.count + 1)
    let cells = isASCII ? cells.inASCII()[...] : cells
    // What is blank to the end of a row need not be drawn: that would be most of a screen.
    var end = cells.endIndex
    if column == 0, cells.count == Int(getmaxx(window)), palette.isPlain(Style()) {
      while end > cells.startIndex, cells[end - 1] == .blank() { end -= 1 }
    }
    // Most cells look as the one before.
    var last: (style: Style, look: Palette.Look)?
    for cell in cells[..<end] where !cell.isContinuation {
      if last?.style != cell.style { last = (cell.style, palette.look(of: cell.style)) }
      guard var look = last?.look else { continue }
      // The stroke is a character beyond ASCII.
      if isASCII, look.isStruck {
        look.isStruck = false
        look.attributes |= briefing_dim() | briefing_underline()
      }
      Glyph.append(
        cell, attributes: look.attributes, pair: look.pair, isStruck: look.isStruck, to: &characters)
    }
    mvwadd_wchnstr(window, Int32(row), Int32(column), characters, Int32(characters.count))
    guard end < cells.endIndex else { return }
    wmove(window, Int32(row), Int32(end - cells.startIndex))
    wclrtoeol(window)
  }

  /// The program's modes: keys one by one and unchanged, without echo, and what is written unchanged too.
  private static func modes(from shell: termios) -> termios {
    var modes = shell
    // Signals stay on: ^C and ^Z work even while a frame is being made. Flow control goes, so that ^S and ^Q
    // are keys, and so do ^V and ^O.
    modes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR)
    modes.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN)
    // ncurses knows nothing of these modes, and reckons with none that change a line feed or a tab.
    modes.c_oflag &= ~tcflag_t(OPOST)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    return modes
  }

  /// ncurses draws what the locale can express, and may know the locale by name alone. What the terminal cannot show is
  /// ASCII by now.
  private static func useUTF8() {
    // Of the locale only its characters count here.
    setlocale(LC_CTYPE, "")
    if nl_langinfo(Int32(CODESET)).map({ String(cString: $0) }) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
