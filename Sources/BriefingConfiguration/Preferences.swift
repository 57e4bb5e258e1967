import BriefingLayout
import BriefingReader

/// What holds: flags before the environment, the environment before the file, the file before the defaults.
public struct Preferences: Hashable, Sendable {
  /// Where a value comes from.
  public enum Origin: Hashable, Sendable {
    /// An option of the command line, as it is written.
    case flag(String)
    /// A variable's name.
    case environment(String)
    /// A line of the configuration file, 1-based.
    case file(line: Int)
    case standard
  }

  /// A value with its origin.
  public struct Preference<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What holds.
    public var value: Value
    /// Where it comes from.
    public var origin: Origin
  }

  /// What opens without a path; nil is `Briefings` here, else what was opened last.
  public var library: Preference<String?>
  /// The theme's name.
  public var theme: Preference<String>
  /// Maximum width of the text in columns.
  public var textWidth: Preference<Int>
  /// Where the outline stands.
  public var outlineSide: Preference<State.OutlineSide>
  /// How wide it is.
  public var outlineWidth: Preference<ConfigurationValues.OutlineWidth>
  /// How the list is ordered at the start; nil is as it was left.
  public var order: Preference<ListState.Order?>
  /// Words a minute.
  public var readingSpeed: Preference<Int>
  /// What opens addresses; nil is `xdg-open`.
  public var browser: Preference<String?>
  /// What opens files for changing; nil is `vi`.
  public var editor: Preference<String?>
  /// What copies its standard input; nil is the terminal.
  public var copyProgram: Preference<String?>
  /// Whether the mouse is the program's.
  public var mouse: Preference<Bool>
  /// Whether the terminal is told where links lead.
  public var hyperlinks: Preference<ConfigurationValues.Hyperlinks>
  /// Whose keys hold.
  public var keyPreset: Preference<KeyPreset>
  /// Whether digits are numbers before commands.
  public var countsDigits: Preference<Bool>
  /// The lines of the file that bind keys.
  var keyLines: [KeyLine]
  /// The lines of the file that make themes.
  var themeLines: [ThemeLine]
  /// The themes that can be tried: the one without colours alone where colours are off.
  public var themes: [Theme]
  /// The libraries by name.
  public var libraries: [Configuration.NamedLibrary]

  /// What the command line asks for; nil where it does not.
  public struct Flags: Hashable, Sendable {
    /// `--width`.
    public var textWidth: Int?
    /// `--library`.
    public var library: String?
    /// `--color`; nil is auto, which asks the environment.
    public var usesColor: Bool?

    /// Asks for nothing.
    public init() {}
  }

  /// Finds out what holds.
  ///
  /// - Parameter variable: A variable of the environment; nil where it is not set or empty.
  public init(_ flags: Flags, _ configuration: Configuration, variable: (String) -> String?) {
    let values = configuration.values
    func own<Value>(_ key: ConfigurationKey, _ value: Value?, or standard: Value) -> Preference<Value> {
      guard let value else { return Preference(value: standard, origin: .standard) }
      return Preference(value: value, origin: configuration.lines[key].map { .file(line: $0) } ?? .standard)
    }
    library = own(.library, values.library.map(Optional.some), or: nil)
    if let path = variable("BRIEFING_LIBRARY") {
      library = Preference(value: path, origin: .environment("BRIEFING_LIBRARY"))
    }
    if let name = flags.library { library = Preference(value: name, origin: .flag("--library")) }
    theme = own(.theme, values.theme, or: ConfigurationValues.standardTheme)
    if flags.usesColor == false {
      theme = Preference(value: Self.colorless, origin: .flag("--color"))
    } else if flags.usesColor == nil, case .off(let name) = ColorVariables(variable: variable) {
      theme = Preference(value: Self.colorless, origin: .environment(name))
    }
    textWidth = own(.textWidth, values.textWidth, or: ConfigurationValues.standardTextWidth)
    if let width = flags.textWidth { textWidth = Preference(value: width, origin: .flag("--width")) }
    outlineSide = own(.outlineSide, values.outlineSide, or: .left)
    outlineWidth = own(.outlineWidth, values.outlineWidth, or: .auto)
    order = own(.order, values.order.map(Optional.some), or: nil)
    readingSpeed = own(.readingSpeed, values.readingSpeed, or: ConfigurationValues.standardReadingSpeed)
    browser = own(.browser, values.browser.map(Optional.some), or: nil)
    if let program = variable("BROWSER") {
      browser = Preference(value: program, origin: .environment("BROWSER"))
    }
    editor = own(.editor, values.editor.map(Optional.some), or: nil)
    // These variables are of all programs, the configuration is of this one.
    for name in ["EDITOR", "VISUAL"] where values.editor == nil {
      if let program = variable(name) { editor = Preference(value: program, origin: .environment(name)) }
    }
    copyProgram = own(.copyProgram, values.copyProgram.map(Optional.some), or: nil)
    if let program = variable("BRIEFING_COPY") {
      copyProgram = Preference(value: program, origin: .environment("BRIEFING_COPY"))
    }
    mouse = own(.mouse, values.mouse, or: true)
    hyperlinks = own(.hyperlinks, values.hyperlinks, or: .auto)
    keyPreset = own(.keyPreset, values.keyPreset, or: .briefing)
    countsDigits = own(.countsDigits, values.countsDigits, or: configuration.keymap?.countsDigits ?? false)
    // What the preset says comes from where the preset does.
    if values.countsDigits == nil, countsDigits.value { countsDigits.origin = keyPreset.origin }
    keyLines = configuration.keyLines
    themeLines = configuration.themeLines
    switch theme.origin {
    case .flag, .environment: themes = [.monochrome]
    case .file, .standard: themes = Theme.builtIn + configuration.themes
    }
    libraries = configuration.libraries
  }

  /// The theme without colours.
  private static let colorless = "mono"

  /// The folder of a library by its name; nil where no library has it.
  public func library(named name: String) -> String? { libraries.first { $0.name == name }?.path }

  /// What holds where nothing is set.
  static let standard = Preferences(Flags(), Configuration()) { _ in nil }

  /// The names of libraries that are near to one that is not there, as advice.
  public func advice(forLibrary name: String) -> String {
    libraries.isEmpty
      ? "the configuration names none; add it under [libraries]"
      : NearestName.advice(name, among: libraries.map(\.name))
  }

  /// The theme that holds.
  public var screenTheme: Theme { themes.first { $0.name == theme.value } ?? .standard }

  /// Sets what the screen is made with.
  public func apply(to options: inout State.Options) {
    options.textWidth = textWidth.value
    options.outlineSide = outlineSide.value
    if case .columns(let columns) = outlineWidth.value { options.outlineWidth = columns }
    options.order = order.value
    options.usesMouse = mouse.value
    options.readingSpeed = readingSpeed.value
  }
}
