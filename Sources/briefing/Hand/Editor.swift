import BriefingReader
import BriefingTerminal
import Glibc

/// The reader's editor.
enum Editor {
  /// The configured program, else `$VISUAL`, `$EDITOR`, `vi`, with what opens the file at the line.
  ///
  /// An editor that is known to have a window of its own is started beside the terminal; every other one gets it.
  static func program(
    for request: EditRequest, editor: String? = UserConfiguration.current.preferences().editor.value
  ) -> OtherProgram {
    var words = editor?.programWords ?? []
    if words.isEmpty { words = ["vi"] }
    let name = words[0].split(separator: "/").last.map(String.init) ?? ""
    // Nothing of a file's name is an option.
    let isOption = request.path.hasPrefix("-") || request.path.hasPrefix("+")
    let path = isOption ? "./\(request.path)" : request.path
    let window = windows[name]
    let arguments = (window ?? terminals[name] ?? .plus).arguments(path, request.line)
    return OtherProgram(words + arguments, needsTerminal: window == nil)
  }

  /// How an editor is told the line.
  enum Convention {
    /// `+12 FILE`: POSIX's vi, and all that do as it does.
    case plus
    /// `FILE:12`.
    case colon
    /// `--goto FILE:12`.
    case goTo
    /// `--line 12 FILE`.
    case line

    func arguments(_ path: String, _ line: Int) -> [String] {
      switch self {
      case .plus: ["+\(line)", path]
      case .colon: ["\(path):\(line)"]
      case .goTo: ["--goto", "\(path):\(line)"]
      case .line: ["--line", "\(line)", path]
      }
    }
  }

  /// Editors with a window of their own.
  private static let windows: [String: Convention] = [
    "code": .goTo, "code-insiders": .goTo, "codium": .goTo, "vscodium": .goTo, "cursor": .goTo,
    "subl": .colon, "sublime_text": .colon, "zed": .colon, "zeditor": .colon, "gedit": .plus,
    "gnome-text-editor": .plus, "gvim": .plus, "kate": .line, "kwrite": .line, "mousepad": .line,
  ]

  /// Editors of the terminal that do not do as vi does.
  private static let terminals: [String: Convention] = ["hx": .colon, "helix": .colon]

  /// Runs the editor to its end.
  static func run(_ program: OtherProgram) -> HandResult {
    let name = program.words.first ?? ""
    let advice = "set $EDITOR, or programs.editor in the configuration, to your editor"
    return switch program.run() {
    case .ended(status: 0): .edited
    case .ended(let status): .failed(message: "\(name) has ended with status \(status).")
    case .notFound: .failed(message: "\(name) was not found: \(advice).")
    // It opens the terminal of the process, which a script has not.
    case .failed(ENXIO): .failed(message: "There is no terminal in which \(name) could be started.")
    case .failed(let error):
      .failed(message: "\(name) could not be started: \(errorText(error)); \(advice).")
    case .lost(let error):
      .failed(message: "\(name) was started, but its result is unknown: \(errorText(error)).")
    }
  }
}
