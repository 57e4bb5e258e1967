import BriefingFiles
import BriefingLayout
import BriefingSearch
import Glibc

/// What the program says besides its output.
enum Messages {
  /// Files that are named at most, where many cannot be read.
  private static let problemLimit = 10

  /// Says which files cannot be read.
  static func say(_ problems: [FileError]) {
    for line in lines(for: problems) { say(line) }
  }

  /// Each file on a line; of many the first ones, and how many there are.
  static func lines(for problems: [FileError]) -> [String] {
    let lines = problems.prefix(problemLimit).map(\.message)
    guard problems.count > problemLimit else { return lines }
    return lines + ["\(problems.count.grouped) files cannot be read; briefing list shows them all"]
  }

  /// Prints one line on standard error. Paths and option values in it can hold anything, so it passes the gate.
  static func say(_ message: String) {
    let cells = Cell.cells(message)
    let line = "briefing: " + (Environment.isUTF8 ? cells : cells.inASCII()).text + "\n"
    var bytes = Array(line.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nobody listens any more; there is nobody to tell that.
      guard count > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}

extension Sequence<Cell> {
  /// The cells as text without any escape.
  var text: String { map(\.glyph).joined() }
}
