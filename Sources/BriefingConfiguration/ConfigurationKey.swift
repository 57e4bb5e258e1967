import BriefingReader

/// What can be set in the configuration, beside the libraries' names and the keys. Its raw value is the key in the
/// file, the table's name before the dot.
public enum ConfigurationKey: String, Hashable, Sendable, CaseIterable {
  case library
  case theme
  case mouse
  case hyperlinks
  case textWidth = "text.width"
  case outlineSide = "outline.side"
  case outlineWidth = "outline.width"
  case order = "list.order"
  case readingSpeed = "reading.speed"
  case browser = "programs.browser"
  case editor = "programs.editor"
  case copyProgram = "programs.copy"
  case keyPreset = "keys.preset"
  case countsDigits = "keys.counts"

  /// Its table and key.
  var path: [String] { rawValue.split(separator: ".").map(String.init) }

  /// Tables of the file.
  static let tables = [
    "libraries", ThemeReader.table, "text", "outline", "list", "reading", "programs", KeyLine.table,
  ]

  /// What it is, in a line or two, for the commented file and the manual.
  package var explanation: [String] {
    switch self {
    case .library: ["What opens without a path: a name from [libraries], or a folder."]
    case .theme: ["Colours: \(ConfigurationValues.themes.joined(separator: ", "))."]
    case .textWidth: ["Maximum width of the text in columns, \(ConfigurationValues.textWidths.shown)."]
    case .outlineSide: ["On which side of the text the outline stands: left or right."]
    case .outlineWidth:
      [
        "Columns of the outline: “auto” fits it to the titles, else \(ConfigurationValues.outlineWidths.shown)."
      ]
    case .order: ["How the list is ordered at the start: newest or title; without it as you left it."]
    case .readingSpeed:
      [
        "Words that you read in a minute, \(ConfigurationValues.readingSpeeds.shown). Reading times, and how long a",
        "section has to be on the screen to count as read, follow it.",
      ]
    case .keyPreset:
      [
        "Keys of another program over briefing's own: \(KeyPreset.allCases.map(\.rawValue).joined(separator: ", ")).",
        "With vi and less digits are counts: 5j, 20G, 50%.",
      ]
    case .countsDigits:
      [
        "Whether digits are a count for the next command; if not, they go to sections. Default: as the preset",
        "has it.",
      ]
    case .mouse:
      ["Whether clicks and the wheel are for briefing; with Shift the terminal has them, to select text."]
    case .hyperlinks:
      [
        "Whether the terminal is told where links lead, so that it can open them: “auto” where it is known to",
        "understand that (OSC 8), else true or false.",
      ]
    case .editor:
      ["What opens a file for changing, with its arguments; without it $VISUAL, $EDITOR, else vi."]
    case .copyProgram:
      [
        "What copies its standard input where $BRIEFING_COPY is not set, as wl-copy and xclip do; without it the",
        "terminal is asked to (OSC 52), which takes \(Clip.terminalLimit.byteText) at most.",
      ]
    case .browser: ["What opens web and mail addresses where $BROWSER is not set; %s stands for the address."]
    }
  }

  /// The value for the commented file and the manual; nil where there is no default to write.
  package var defaultText: String? {
    // The default follows the preset: set, it would hold whatever preset comes to be set.
    self == .countsDigits ? nil : Preferences.standard.written(self).value
  }

  /// A value for the commented file where there is no default; nil where there is one.
  var example: String? {
    switch self {
    case .library: "\"news\""
    case .order: "\"newest\""
    case .browser: "\"firefox --new-tab %s\""
    case .editor: "\"nano\""
    case .copyProgram: "\"wl-copy\""
    case .countsDigits: "false"
    case .theme, .textWidth, .outlineSide, .outlineWidth, .readingSpeed, .keyPreset, .hyperlinks, .mouse: nil
    }
  }

  /// The key's line in the commented file: its default, else its example in a comment.
  var defaultLine: String {
    let name = path[path.count - 1]
    return defaultText.map { "\(name) = \($0)" } ?? "# \(name) = \(example ?? "\"\"")"
  }
}

extension ClosedRange<Int> {
  /// As a sentence names it.
  var shown: String { "\(lowerBound) to \(upperBound)" }
}
