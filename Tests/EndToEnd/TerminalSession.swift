import Foundation
import Testing

/// A shell in a real terminal of its own: tmux, on a socket that nobody else uses.
///
/// Nothing here sleeps to let something happen: a test sends keys and waits until the screen shows what it must,
/// for as long as a loaded machine may take.
final class TerminalSession {
  /// Where the shell stands, its home, and where its files go.
  let folder: TemporaryFolder
  private let socket: String

  /// Much longer than anything takes: only a failing test waits so long.
  private static let patience: TimeInterval = 60
  private static let prompt = "ready>"

  /// Opens a terminal of a size with a shell in it. The environment is the same on every machine.
  init(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    folder: TemporaryFolder = TemporaryFolder()
  ) async throws {
    self.folder = folder
    // In the folder, so that it goes with it.
    socket = "\(folder.path)/.terminal-\(UUID().uuidString.prefix(8))"
    var variables = [
      "PATH": "\(try BuiltProgram.url.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin",
      "HOME": folder.path, "LC_ALL": "C.UTF-8", "PS1": Self.prompt + " ", "PROMPT_COMMAND": "",
      // Written when the terminal closes, it would keep the folder from going.
      "HISTFILE": "/dev/null",
      // The prompt to examine a crash would read the test's keys.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    // Set by the terminal, whatever the machine's is; a test that wants another sets it in the shell.
    variables["TERM"] = nil
    // As short as it can be: a lone Escape is to arrive as one.
    let settings = [
      "-g default-terminal tmux-256color", "-g status off", "-g remain-on-exit on", "-s escape-time 0",
      // Programs may copy, as in the terminals that people set up for it.
      "-s set-clipboard on",
    ].flatMap { ["set-option"] + $0.split(separator: " ").map(String.init) + [";"] }
    let assignments = variables.map { "\($0.key)=\(Self.quoted($0.value))" }.sorted()
    try tmux(
      settings + [
        "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.path,
        "exec env -i TERM=tmux-256color \(assignments.joined(separator: " ")) bash --norc --noprofile -i",
      ])
    try await wait(for: "the shell's prompt") { $0.text.contains(Self.prompt) }
  }

  deinit {
    // Our own server: no other session is on this socket.
    try? close()
  }

  // MARK: - What a person does

  /// Types a line at the shell's prompt.
  func run(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-z`, `NPage`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Pastes text as a terminal does: in brackets where the program has asked for them.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p"])
  }

  /// Drags the window to another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Closes the window.
  func close() throws { try tmux(["kill-server"]) }

  // MARK: - What a person sees

  /// The screen now.
  func screen() throws -> TerminalScreenshot {
    var lines = try tmux([
      "capture-pane", "-p", ";",
      "display-message", "-p", "#{alternate_on}#{cursor_flag}#{keypad_flag}#{mouse_any_flag}",
    ]).split(separator: "\n", omittingEmptySubsequences: false)
    // Both end with a line feed.
    lines.removeLast()
    let state = lines.popLast() ?? ""
    return TerminalScreenshot(text: lines.joined(separator: "\n"), state: String(state))
  }

  /// The cursor's row, 0-based, and whether the terminal shows it.
  func cursor() throws -> (row: Int, isShown: Bool) {
    let facts = try tmux(["display-message", "-p", "#{cursor_y} #{cursor_flag}"]).split(
      whereSeparator: \.isWhitespace)
    guard facts.count == 2, let row = Int(facts[0]) else { throw Failure("tmux tells no cursor: \(facts)") }
    return (row, facts[1] == "1")
  }

  /// The screen with the escapes of its colours.
  func styledScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// What was copied last.
  func clipboard() throws -> String { try tmux(["show-buffer"]) }

  /// The window's title, which no briefing may set.
  func title() throws -> String {
    try tmux(["display-message", "-p", "#{pane_title}"]).trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen is as it must be, and returns it; throws with what it was instead.
  @discardableResult
  func wait(
    for purpose: String, _ isReached: (TerminalScreenshot) -> Bool
  ) async throws -> TerminalScreenshot {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while true {
      let screen = try screen()
      if isReached(screen) { return screen }
      guard Date() < deadline else {
        throw Failure("Waited in vain for \(purpose). The screen was:\n\(screen.text)")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until a text is on the screen.
  @discardableResult
  func wait(for text: String) async throws -> TerminalScreenshot {
    try await wait(for: text.debugDescription) { $0.text.contains(text) }
  }

  /// Waits until the shell is ready for a line, with the screen its own again.
  @discardableResult
  func waitForShell() async throws -> TerminalScreenshot {
    try await wait(for: "the shell's prompt") { screen in
      !screen.isAlternate
        && screen.lines.last { !$0.isEmpty } == Self.prompt
    }
  }

  /// Waits until a process is gone; false where it stays.
  func hasEnded(_ process: pid_t) async throws -> Bool {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while kill(process, 0) == 0 {
      guard Date() < deadline else { return false }
      try await Task.sleep(for: .milliseconds(20))
    }
    return true
  }

  // MARK: - Underneath

  /// Why a test cannot go on: what it waited for or what it lacks.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    var environment = ProcessInfo.processInfo.environment
    // Inside of someone's tmux, ours is still its own.
    environment["TMUX"] = nil
    environment["LC_ALL"] = "C.UTF-8"
    let result = try Subprocess.run(
      ["env", "tmux", "-u", "-S", socket, "-f", "/dev/null"] + arguments, environment: environment,
      folder: folder)
    switch result.status {
    case 0: return result.output
    case 127: throw Failure("These tests need tmux: apt-get install tmux (make test does).")
    default: throw Failure("tmux \(arguments.joined(separator: " ")): \(result.errors)")
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}

/// A terminal's screen at one moment.
struct TerminalScreenshot {
  /// Row by row, without trailing spaces.
  let text: String
  /// Alternate screen, cursor shown, keypad mode, mouse: `0` or `1` each.
  let state: String

  var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  var isAlternate: Bool { state.hasPrefix("1") }

  /// The first row of the text of a briefing: what must stay through a resize.
  func firstTextLine(below header: Int = 2) -> String {
    lines.count > header ? lines[header].trimmingCharacters(in: .whitespaces) : ""
  }
}
