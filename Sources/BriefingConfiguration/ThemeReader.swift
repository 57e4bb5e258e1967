import BriefingLayout

/// Makes themes of the tables `[themes.NAME]`.
struct ThemeReader {
  /// The table that they are in.
  static let table = "themes"

  /// In the order of the file.
  private(set) var themes: [Theme] = []
  /// Their lines that hold, in the order of the file.
  private(set) var lines: [ThemeLine] = []
  /// What does not hold.
  private(set) var mistakes: [ConfigurationMistake] = []

  /// The entries of each theme, by its name.
  private var entries: [String: [TOMLEntry]] = [:]
  /// The themes so far, by their names: the program's own too.
  private var made = Dictionary(
    Theme.builtIn.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  /// The themes whose base is built on them: it does not count.
  private var endless: Set<String> = []
  /// The names that a theme can be built on.
  private var names = Theme.builtIn.map(\.name)

  init(_ document: TOMLDocument) {
    let own = collect(document)
    names += own
    for name in own { make(name) }
    themes = own.compactMap { made[$0] }
    lines.sort { $0.line < $1.line }
  }

  /// Sorts the entries by their themes; the names of these, in the order of the file.
  private mutating func collect(_ document: TOMLDocument) -> [String] {
    var own: [String] = []
    var refused: Set<String> = []
    for entry in document.entries where entry.path.first == Self.table {
      guard entry.path.count == 3 else {
        fail(entry.position, "a theme is a table: [themes.mine], with elements in it")
        continue
      }
      let name = entry.path[1]
      if made[name] != nil {
        // Said once.
        if refused.insert(name).inserted {
          fail(entry.position, "“\(name)” is a theme of the program; take another name")
        }
      } else {
        if entries[name] == nil { own.append(name) }
        entries[name, default: []].append(entry)
      }
    }
    return own
  }

  private mutating func fail(_ position: SourcePosition, _ message: String) {
    mistakes.append(ConfigurationMistake(position, message))
  }

  /// Makes a theme, and before it those that it is built on, wherever they stand.
  private mutating func make(_ name: String) {
    var open = [name]
    var waiting: Set = [name]
    while let name = open.last {
      if made[name] == nil, let base = baseEntry(of: name), case .string(let other) = base.value.content,
        made[other] == nil, entries[other] != nil
      {
        guard waiting.contains(other) else {
          open.append(other)
          waiting.insert(other)
          continue
        }
        let reason = name == other ? "itself" : "“\(other)”, which is built on it"
        fail(base.value.position, "“\(name)” cannot be built on \(reason)")
        endless.insert(name)
      }
      open.removeLast()
      waiting.remove(name)
      if made[name] == nil { made[name] = theme(name) }
    }
  }

  private func baseEntry(of name: String) -> TOMLEntry? {
    endless.contains(name) ? nil : entries[name]?.first { $0.path[2] == "base" }
  }

  /// The theme of which the base is made.
  private mutating func theme(_ name: String) -> Theme {
    var theme = Theme.standard
    let own = entries[name] ?? []
    let before = lines.count
    if let base = baseEntry(of: name) {
      if case .string(let written) = base.value.content, let found = made[written] {
        theme = found
        hold(base, written)
      } else if case .string(let written) = base.value.content {
        fail(
          base.value.position, "there is no theme “\(written)”; \(NearestName.advice(written, among: names))")
      } else {
        fail(base.value.position, "“base” takes the name of a theme, not \(base.value.shown)")
      }
    }
    theme = theme.named(name)
    for entry in own where entry.path[2] != "base" { change(&theme, entry) }
    // A theme of which no line holds is there all the same.
    if lines.count == before, let first = own.first { hold(first, as: "base", Theme.standard.name) }
    return theme
  }

  private mutating func change(_ theme: inout Theme, _ entry: TOMLEntry) {
    let element = entry.path[2]
    let elements = ["base", "ground"] + Theme.elements
    guard elements.contains(element) else {
      let advice = NearestName.advice(element, among: elements)
      return fail(entry.position, "there is no element “\(element)”; \(advice)")
    }
    guard case .string(let written) = entry.value.content, let look = WrittenLook(written)?.attributes else {
      let example = "“bold #ffaf00”, “underline blue”, “black on yellow”"
      return fail(
        entry.value.position, "“\(element)” takes a look such as \(example), not \(entry.value.shown)")
    }
    if element == "ground" {
      guard let text = look.foreground, let ground = look.background, look.traits.isEmpty else {
        return fail(
          entry.value.position, "“ground” takes two colours: “#d0d0d0 on #101010”, not “\(written)”")
      }
      theme.set(Theme.Ground(text: text, ground: ground))
    } else if !theme.set(element, look) {
      return fail(
        entry.value.position, "“\(element)” takes two colours: “black on yellow”, not “\(written)”")
    }
    hold(entry, written)
  }

  private mutating func hold(_ entry: TOMLEntry, as element: String? = nil, _ look: String) {
    lines.append(
      ThemeLine(
        theme: entry.path[1], element: element ?? entry.path[2], look: look, line: entry.position.line))
  }
}
