extension Preferences {
  /// What holds and where it comes from, as TOML: a key a line, with its origin in a comment.
  ///
  /// - Parameter file: The path of the configuration file, as origins name it.
  public func text(file: String) -> String {
    var rows: [(setting: String, origin: Origin)] = ConfigurationKey.allCases.map { key in
      let (value, origin) = written(key)
      return (value.map { "\(key.rawValue) = \($0)" } ?? "# \(key.rawValue)", origin)
    }
    rows += libraries.map {
      ("libraries.\(TOMLText.key($0.name)) = \(TOMLText.string($0.path))", .file(line: $0.line))
    }
    rows += themeLines.map { ($0.text, .file(line: $0.line)) }
    rows += keyLines.map { ($0.text, .file(line: $0.position.line)) }
    let width = min(50, rows.map(\.setting.count).max() ?? 0)
    return rows.map { setting, origin in
      let gap = String(repeating: " ", count: max(0, width - setting.count))
      return "\(setting)\(gap)  # \(Self.shown(origin, file: file))\n"
    }.joined()
  }

  private static func shown(_ origin: Origin, file: String) -> String {
    switch origin {
    case .flag(let name): name
    case .environment(let name): "$\(name)"
    case .file(let line): "\(file):\(line)"
    case .standard: "default"
    }
  }

  /// A value as the file would have it; nil where nothing is set and the default is no value.
  func written(_ key: ConfigurationKey) -> (value: String?, origin: Origin) {
    switch key {
    case .library: (library.value.map(TOMLText.string), library.origin)
    case .theme: (TOMLText.string(theme.value), theme.origin)
    case .textWidth: ("\(textWidth.value)", textWidth.origin)
    case .outlineSide: (TOMLText.string(outlineSide.value.rawValue), outlineSide.origin)
    case .outlineWidth:
      switch outlineWidth.value {
      case .auto: ("\"auto\"", outlineWidth.origin)
      case .columns(let columns): ("\(columns)", outlineWidth.origin)
      }
    case .order: (order.value.map { TOMLText.string($0.name) }, order.origin)
    case .readingSpeed: ("\(readingSpeed.value)", readingSpeed.origin)
    case .keyPreset: (TOMLText.string(keyPreset.value.rawValue), keyPreset.origin)
    case .countsDigits: ("\(countsDigits.value)", countsDigits.origin)
    case .mouse: ("\(mouse.value)", mouse.origin)
    case .hyperlinks:
      switch hyperlinks.value {
      case .auto: ("\"auto\"", hyperlinks.origin)
      case .on: ("true", hyperlinks.origin)
      case .off: ("false", hyperlinks.origin)
      }
    case .editor: (editor.value.map(TOMLText.string), editor.origin)
    case .copyProgram: (copyProgram.value.map(TOMLText.string), copyProgram.origin)
    case .browser: (browser.value.map(TOMLText.string), browser.origin)
    }
  }
}
