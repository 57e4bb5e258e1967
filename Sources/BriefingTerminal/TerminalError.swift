import Glibc

/// Why a terminal cannot be used for the full screen. Plain output still works in every case.
public enum TerminalError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Standard output leads to a file or a pipe.
  case outputIsNotATerminal
  /// Standard input is data, and there is no controlling terminal to read keys from.
  case noKeyboard
  /// TERM is not set, or empty.
  case termIsNotSet
  /// The terminal database has no entry for this value of TERM, and none for what could take its place.
  case unknownTerm(String)
  /// The terminal of this name cannot place its cursor.
  case cursorCannotBePlaced(term: String)
  /// Echo and line editing cannot be switched off: an error number of the system.
  case modesCannotBeSet(Int32)
  /// The system gives no more descriptors, threads or memory: an error number.
  case systemLimit(Int32)

  /// One line: what is missing, and what to do.
  public var description: String {
    switch self {
    case .outputIsNotATerminal:
      "standard output is not a terminal, so there is no screen to draw on"
    case .noKeyboard:
      "standard input is not a terminal and /dev/tty cannot be opened, so there are no keys to read"
    case .termIsNotSet:
      "TERM is not set; set it to your terminal's name, such as xterm-256color"
    case .unknownTerm(let term):
      "the terminal database has no entry for TERM=\(Self.printable(term)); install ncurses-term or set another TERM"
    case .cursorCannotBePlaced(let term):
      "the terminal \(Self.printable(term)) cannot place its cursor, so it cannot show full screens"
    case .modesCannotBeSet(let error):
      "the terminal's modes cannot be set (\(String(cString: strerror(error)))), so keys cannot be read one by one"
    case .systemLimit(let error):
      "the full screen cannot be set up: \(String(cString: strerror(error)))"
    }
  }

  /// TERM comes from outside, and this text goes to a terminal.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { (" "..."~").contains($0) ? $0 : "?" }))
  }
}
