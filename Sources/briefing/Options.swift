import ArgumentParser
import BriefingConfiguration
import BriefingCore
import BriefingLayout
import Glibc

/// Columns of text at most, as `--width` takes them.
struct Width: ExpressibleByArgument {
  let columns: Int

  /// What may be asked for.
  static let range = ConfigurationValues.textWidths
  /// Where nobody asks.
  static let standard = ConfigurationValues.standardTextWidth

  init?(argument: String) {
    guard let columns = Int(argument), Self.range.contains(columns) else { return nil }
    self.columns = columns
  }

  /// The message for a wrong width names the range; the value itself is in the library's part of the message.
  static func parse(_ argument: String) throws -> Width {
    guard let width = Width(argument: argument) else {
      throw ValidationError("a width is a number of columns from \(range.lowerBound) to \(range.upperBound)")
    }
    return width
  }
}

/// When to write colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  /// On a terminal that can show them, unless the environment wants them nowhere or everywhere (``ColorVariables``).
  case auto
  /// Into pipes too, and with NO_COLOR.
  case always
  /// No escape at all.
  case never

  /// What to write with; nil is plain text.
  var theme: Theme? {
    switch self {
    case .always: configured
    case .never: nil
    case .auto:
      Environment.colors == .forced || StandardOutput.isTerminal && Environment.canShowAttributes
        ? configured : nil
    }
  }

  /// The theme that the environment or the configuration asks for, with the escapes that this choice allows.
  var configured: Theme {
    var flags = Preferences.Flags()
    flags.usesColor = usesColor
    return UserConfiguration.announced.preferences(flags).screenTheme
      .limited(to: Environment.colorDepth)
  }

  /// The same as preferences have it.
  var usesColor: Bool? {
    switch self {
    case .always: true
    case .never: false
    case .auto: nil
    }
  }
}

/// What the environment says about the terminal.
enum Environment {
  /// Whether TERM names a terminal that knows escape sequences.
  static var canShowAttributes: Bool {
    guard let term = value("TERM") else { return false }
    return term != "dumb"
  }

  /// How many colours escape sequences can ask for. Only what the terminal says of itself counts: a wrong guess
  /// would show nothing that can be read.
  static var colorDepth: ColorDepth {
    let term = value("TERM") ?? ""
    if ["truecolor", "24bit"].contains(value("COLORTERM") ?? "") || term.hasSuffix("-direct") {
      return .direct
    }
    return term.contains("256") ? .palette : .sixteen
  }

  /// Whether the locale says that text is UTF-8: of its variables the first that is set counts, and where none is, it is
  /// not (POSIX). The name decides, for a locale that is not installed here may still be the terminal's. In other character
  /// sets all is written in ASCII, in Latin-1 too.
  static let isUTF8: Bool = {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value)
    return names.first.map { name in ["UTF-8", "UTF8"].contains { name.uppercased().contains($0) } } ?? false
  }()

  /// What the environment wants of colours.
  static var colors: ColorVariables { ColorVariables(variable: value) }

  /// Columns that someone asks for by COLUMNS (POSIX); nil where that is no number above 0.
  static var columns: Int? { count("COLUMNS") }

  /// Rows, by LINES.
  static var rows: Int? { count("LINES") }

  private static func count(_ name: String) -> Int? {
    value(name).flatMap { Int($0) }.flatMap { $0 > 0 ? min($0, most) : nil }
  }

  /// As many rows or columns nobody has; more would have no end of blanks be made.
  private static let most = 10_000

  /// A variable; nil where it is not set or empty.
  @Sendable static func value(_ name: String) -> String? {
    guard let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }
}

/// What `show` writes.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// Text without any escape.
  case text
  /// Text with colours.
  case ansi
  /// HTML.
  case html
  /// The tree: metadata, sections, blocks and inlines with their places in the file.
  case json
}

extension Dialect: ExpressibleByArgument {}
