import BriefingCore
import BriefingLayout
import BriefingReader

/// What the file sets. Nil is not set, or not validly.
public struct ConfigurationValues: Hashable, Sendable {
  /// A library's name or folder.
  public var library: String?
  /// A theme's name.
  public var theme: String?
  /// Maximum width of the text in columns, of ``textWidths``.
  public var textWidth: Int?
  /// Where the outline stands.
  public var outlineSide: State.OutlineSide?
  /// How wide it is.
  public var outlineWidth: OutlineWidth?
  /// How the list is ordered at the start.
  public var order: ListState.Order?
  /// Words a minute, of ``readingSpeeds``.
  public var readingSpeed: Int?
  /// What opens addresses, as `$BROWSER` has it.
  public var browser: String?
  /// What opens files for changing.
  public var editor: String?
  /// What copies its standard input.
  public var copyProgram: String?
  /// Whether the mouse is the program's.
  public var mouse: Bool?
  /// Whether the terminal is told where links lead.
  public var hyperlinks: Hyperlinks?
  /// Whose keys hold.
  public var keyPreset: KeyPreset?
  /// Whether digits are numbers before commands.
  public var countsDigits: Bool?

  /// Whether the terminal is told where links lead.
  public enum Hyperlinks: Hashable, Sendable {
    /// Where it is known to understand that.
    case auto
    case on, off
  }

  /// The width of the outline.
  public enum OutlineWidth: Hashable, Sendable {
    /// As its titles need.
    case auto
    /// Of ``ConfigurationValues/outlineWidths``.
    case columns(Int)
  }

  /// Columns of text that can be asked for.
  public static let textWidths = 10...1000
  /// Where nobody asks: a line longer than this is hard to read.
  public static let standardTextWidth = 80
  /// Columns of the outline that can be asked for.
  public static let outlineWidths = 10...100
  /// Words a minute that can be asked for.
  public static let readingSpeeds = 50...2000
  /// Where nobody asks.
  public static let standardReadingSpeed = ReadingTime.wordsPerMinute
  /// The names of the themes.
  static let themes = Theme.builtIn.map(\.name)
  /// Where nobody asks.
  public static let standardTheme = Theme.standard.name

  /// Sets nothing.
  public init() {}
}

extension ConfigurationValues {
  /// Takes a value in; what is wrong with it, where something is.
  ///
  /// - Parameter themes: The names of the themes.
  mutating func set(_ key: ConfigurationKey, _ value: TOMLValue, themes: [String]) -> String? {
    switch key {
    case .library: set(&library, value, "the name of a library, or a folder", Self.text)
    case .theme: set(&theme, value, themes) { $0 }
    case .textWidth: set(&textWidth, value, Self.textWidths, "columns")
    case .outlineSide:
      set(&outlineSide, value, State.OutlineSide.allCases.map(\.rawValue)) { State.OutlineSide(rawValue: $0) }
    case .outlineWidth:
      set(&outlineWidth, value, "“auto”, or a number of columns from \(Self.outlineWidths.shown)") {
        content in
        switch content {
        case .string("auto"): .auto
        case .integer(let number) where Self.outlineWidths.contains(number): .columns(number)
        case .string, .integer, .boolean, .list, .other: nil
        }
      }
    case .order:
      set(&order, value, ListState.Order.allCases.map(\.name)) { name in
        ListState.Order.allCases.first { $0.name == name }
      }
    case .readingSpeed: set(&readingSpeed, value, Self.readingSpeeds, "words a minute")
    case .keyPreset:
      set(&keyPreset, value, KeyPreset.allCases.map(\.rawValue)) { KeyPreset(rawValue: $0) }
    case .countsDigits:
      set(&countsDigits, value, "true or false") { content in
        if case .boolean(let truth) = content { truth } else { nil }
      }
    case .mouse:
      set(&mouse, value, "true or false") { content in
        if case .boolean(let truth) = content { truth } else { nil }
      }
    case .hyperlinks:
      set(&hyperlinks, value, "“auto”, true or false") { content in
        switch content {
        case .string("auto"): .auto
        case .boolean(let truth): truth ? .on : .off
        case .string, .integer, .list, .other: nil
        }
      }
    case .editor: set(&editor, value, "a program and its arguments", Self.text)
    case .copyProgram: set(&copyProgram, value, "a program and its arguments", Self.text)
    case .browser: set(&browser, value, "a program and its arguments", Self.text)
    }
  }

  private static func text(_ content: TOMLValue.Content) -> String? {
    if case .string(let text) = content, !text.isEmpty { text } else { nil }
  }

  private func set<Value>(
    _ place: inout Value?, _ value: TOMLValue, _ wanted: String, _ read: (TOMLValue.Content) -> Value?
  ) -> String? {
    place = read(value.content)
    return place == nil ? "takes \(wanted), not \(value.shown)" : nil
  }

  private func set(
    _ place: inout Int?, _ value: TOMLValue, _ range: ClosedRange<Int>, _ unit: String
  ) -> String? {
    set(&place, value, "a number of \(unit) from \(range.shown)") { content in
      if case .integer(let number) = content, range.contains(number) { number } else { nil }
    }
  }

  private func set<Value>(
    _ place: inout Value?, _ value: TOMLValue, _ names: [String], _ read: (String) -> Value?
  ) -> String? {
    guard case .string(let name) = value.content else {
      return "takes one of \(names.map { "“\($0)”" }.joined(separator: ", ")), not \(value.shown)"
    }
    place = names.contains(name) ? read(name) : nil
    return place == nil ? "has no value “\(name)”; \(NearestName.advice(name, among: names))" : nil
  }
}
