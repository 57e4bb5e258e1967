import BriefingReader
import BriefingSearch
import Glibc

/// A bar on standard error while something takes long; nothing where standard error is not a terminal.
final class ProgressLine {
  private let label: String
  private let isShown = isatty(STDERR_FILENO) == 1 && Environment.canShowAttributes
  private var next = ContinuousClock.now + .milliseconds(300)
  private var hasDrawn = false

  /// Makes a bar that shows after a moment, so that what is done at once shows none.
  init(_ label: String) { self.label = label }

  /// Shows how far it is, some ten times a second at most.
  func show(_ progress: IndexProgress) {
    let now = ContinuousClock.now
    guard isShown, now >= next else { return }
    next = now + .milliseconds(100)
    hasDrawn = true
    let filled = progress.total > 0 ? min(Self.width, progress.done * Self.width / progress.total) : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    write("\r\(bar) \(label) \(progress.done.grouped) of \(progress.total.grouped)")
  }

  private static let width = 24

  /// Takes the bar away.
  func end() {
    if hasDrawn { write("\r\u{1B}[K") }
    hasDrawn = false
  }

  private func write(_ text: String) {
    // A progress that cannot be shown is no reason to end.
    let text = Environment.isUTF8 ? text : text.textInASCII()
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
