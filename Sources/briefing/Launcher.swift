import BriefingReader
import BriefingTerminal
import Glibc

/// Hands an address to the reader's browser or mail program.
enum Launcher {
  /// `$BROWSER`, else the configured program, else `xdg-open`, with the address as one argument.
  ///
  /// A browser that is known to show its pages in the terminal gets it, and so does `xdg-open` where there is no
  /// display: then it looks for such a browser. Every other program is started beside this one.
  static func program(
    for address: String, browser: String? = UserConfiguration.current.preferences().browser.value,
    hasDisplay: Bool = Environment.value("DISPLAY") != nil || Environment.value("WAYLAND_DISPLAY") != nil
  ) -> OtherProgram {
    let words = words(for: address, browser: browser)
    let name = words.first?.split(separator: "/").last.map(String.init) ?? ""
    return OtherProgram(
      words, needsTerminal: textBrowsers.contains(name) || (name == fallback && !hasDisplay))
  }

  private static let fallback = "xdg-open"
  private static let textBrowsers: Set = [
    "browsh", "carbonyl", "cha", "elinks", "links", "links2", "lynx", "w3m", "www-browser",
  ]

  /// Whether there is something that opens addresses: a program that was named, a display with whatever is set up there, or
  /// a browser of the terminal. Over ssh there is often none of them.
  static func canOpen(
    browser: String?, variable: (String) -> String? = Environment.value
  ) -> Bool {
    if browser?.isEmpty == false || variable("DISPLAY") != nil || variable("WAYLAND_DISPLAY") != nil {
      return true
    }
    let folders = variable("PATH")?.split(separator: ":") ?? []
    return textBrowsers.contains { name in folders.contains { access("\($0)/\(name)", X_OK) == 0 } }
  }

  /// `$BROWSER` by its customs: programs by preference between colons, each with arguments, `%s` for the address.
  private static func words(for address: String, browser: String?) -> [String] {
    let first = browser?.split(separator: ":").first ?? ""
    let words = first.split(separator: " ").map(String.init)
    guard let program = words.first, program != "%s" else { return [fallback, address] }
    guard words.contains("%s") else { return words + [address] }
    return words.map { $0 == "%s" ? address : $0 }
  }

  /// Runs a program to its end.
  ///
  /// - Returns: What went wrong, as a sentence; nil where the program ended well.
  static func run(_ program: OtherProgram) -> String? {
    let name = program.words.first ?? ""
    return switch program.run() {
    case .ended(status: 0): nil
    // By `^C`, in the terminal.
    case .ended(status: 128 + SIGINT): nil
    case .ended(let status): "\(name) could not open the address (status \(status))."
    case .notFound:
      "\(name) was not found: set $BROWSER, or programs.browser in the configuration, to the program that opens addresses."
    case .failed(let error):
      "\(name) could not be started: \(String(cString: strerror(error))). $BROWSER names another."
    case .lost(let error):
      "\(name) was started, but its result is unknown: \(String(cString: strerror(error)))."
    }
  }
}
