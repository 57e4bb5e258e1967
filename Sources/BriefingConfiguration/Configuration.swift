import BriefingLayout
import BriefingReader

/// The user's configuration: what a file in TOML sets, where, and what in it does not hold.
public struct Configuration: Hashable, Sendable {
  /// What it sets.
  public private(set) var values = ConfigurationValues()
  /// The lines in which values are set, 1-based.
  public private(set) var lines: [ConfigurationKey: Int] = [:]
  /// The libraries by name, in the order of the file.
  public private(set) var libraries: [NamedLibrary] = []
  /// What does not hold, in the order of the file.
  public private(set) var mistakes: [ConfigurationMistake] = []

  /// The keys; nil where the file sets none.
  public private(set) var keymap: Keymap?
  /// Commands that have no key any more, because of the file's.
  public private(set) var losses: [ConfigurationMistake] = []
  /// What of the lines of the table of keys holds.
  private(set) var keyLines: [KeyLine] = []

  /// The themes of the file, in its order.
  public private(set) var themes: [Theme] = []
  /// What of their lines holds.
  private(set) var themeLines: [ThemeLine] = []

  /// The folders that the file names, and where: whether they are there, the file system knows.
  public private(set) var folders: [WrittenFolder] = []

  /// A folder that the file names.
  public struct WrittenFolder: Hashable, Sendable {
    /// An absolute path.
    public var path: String
    /// Where it stands.
    public var position: SourcePosition
  }

  /// A folder of briefings with a name.
  public struct NamedLibrary: Hashable, Sendable {
    /// What it is called by.
    public var name: String
    /// An absolute path.
    public var path: String
    /// The line of the file, 1-based.
    public var line: Int
  }

  /// Sets nothing.
  public init() {}

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: TOML in UTF-8.
  ///   - home: What `~` stands for; nil where that is not known.
  public init(_ bytes: [UInt8], home: String?) {
    let document = TOMLDocument(bytes)
    mistakes = document.mistakes
    var unknown: Set<[String]> = []
    for header in document.headers where !isTable(header.path) {
      // Its keys are not complained about one by one.
      unknown.insert(header.path)
      let name = header.path.joined(separator: ".")
      let isOfKeys = header.path.count > 1 && header.path[0] == KeyLine.table
      let contexts = Context.allCases.map { "\(KeyLine.table).\($0.name)" }
      let advice = NearestName.advice(name, among: isOfKeys ? contexts : ConfigurationKey.tables)
      mistakes.append(ConfigurationMistake(header.position, "there is no table [\(name)]; \(advice)"))
    }
    let reader = ThemeReader(document)
    (themes, themeLines) = (reader.themes, reader.lines)
    mistakes += reader.mistakes
    for entry in document.entries where !unknown.contains(Array(entry.path.dropLast())) {
      take(entry, home: home)
    }
    findLibrary(document, home: home)
    makeKeymap()
    mistakes.sort { $0.position < $1.position }
  }

  private func isTable(_ path: [String]) -> Bool {
    if path.count == 2, path[0] == ThemeReader.table { return true }
    if path.count == 2, path[0] == KeyLine.table { return Context.allCases.contains { $0.name == path[1] } }
    return path.count == 1 && ConfigurationKey.tables.contains(path[0])
  }

  /// The keys of the preset, with the changes of the file.
  private mutating func makeKeymap() {
    guard !keyLines.isEmpty || values.keyPreset != nil || values.countsDigits != nil else { return }
    var builder = KeymapBuilder(.standard)
    if let preset = values.keyPreset { builder.apply(preset, counts: values.countsDigits != false) }
    if values.countsDigits == true { builder.countDigits() }
    builder.apply(keyLines)
    keymap = builder.keymap
    keyLines = builder.heldLines
    mistakes += builder.mistakes
    losses = builder.losses
  }

  private mutating func take(_ entry: TOMLEntry, home: String?) {
    let name = entry.path.joined(separator: ".")
    if entry.path.first == ThemeReader.table { return }
    if entry.path.count == 2, entry.path[0] == "libraries" { return addLibrary(entry, home: home) }
    guard let key = ConfigurationKey(rawValue: name) else {
      if let line = KeyLine.read(entry) {
        switch line {
        case .success(let line): keyLines.append(line)
        case .failure(let mistake): mistakes.append(mistake)
        }
        return
      }
      if entry.path.first == KeyLine.table { return complainOfContext(entry) }
      let names = ConfigurationKey.allCases.map(\.rawValue)
      let advice = NearestName.advice(name, among: names)
      return mistakes.append(ConfigurationMistake(entry.position, "there is no key “\(name)”; \(advice)"))
    }
    if let problem = values.set(key, entry.value, themes: ConfigurationValues.themes + themes.map(\.name)) {
      mistakes.append(ConfigurationMistake(entry.value.position, "“\(name)” \(problem)"))
    } else {
      lines[key] = entry.position.line
    }
  }

  private mutating func complainOfContext(_ entry: TOMLEntry) {
    let name = entry.path.count > 1 ? entry.path[1] : ""
    let advice = NearestName.advice(name, among: Context.allCases.map(\.name))
    mistakes.append(ConfigurationMistake(entry.position, "there is no place called “\(name)”; \(advice)"))
  }

  /// The library that opens has a name of those that are in the file, above it or below, or is a folder.
  private mutating func findLibrary(_ document: TOMLDocument, home: String?) {
    guard let name = values.library, !libraries.contains(where: { $0.name == name }),
      let entry = document.entries.first(where: { $0.path == ["library"] })
    else { return }
    values.library = Self.folder(name, home: home)
    if let path = values.library {
      return folders.append(WrittenFolder(path: path, position: entry.value.position))
    }
    lines[.library] = nil
    let advice =
      NearestName.of(name, among: libraries.map(\.name)).map { "did you mean “\($0)”?" }
      ?? "name one under [libraries], or write a folder's path from / or ~/ on"
    mistakes.append(ConfigurationMistake(entry.value.position, "no library is called “\(name)”; \(advice)"))
  }

  private mutating func addLibrary(_ entry: TOMLEntry, home: String?) {
    let name = entry.path[1]
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("-") else {
      return mistakes.append(
        ConfigurationMistake(
          entry.position, "“\(name)” cannot name a library: a name has no slash, and begins with no hyphen"))
    }
    guard case .string(let written) = entry.value.content, let path = Self.folder(written, home: home) else {
      return mistakes.append(
        ConfigurationMistake(
          entry.value.position,
          "“libraries.\(name)” takes a folder, its path from / or ~/ on, not \(entry.value.shown)"))
    }
    libraries.append(NamedLibrary(name: name, path: path, line: entry.position.line))
    folders.append(WrittenFolder(path: path, position: entry.value.position))
  }

  /// A folder's path with `~` replaced; nil where it is not absolute then: it would mean another folder in each place.
  static func folder(_ written: String, home: String?) -> String? {
    if written == "~" || written.hasPrefix("~/") {
      guard let home, home.hasPrefix("/") else { return nil }
      return (home == "/" ? "" : home) + written.dropFirst()
    }
    return written.hasPrefix("/") ? written : nil
  }
}
