import BriefingLayout

/// Makes themes of the tables `[themes.NAME]`.
struct ThemeReader {
  /// The table that they are in.
  static let table = "themes"

  /// In the order of the file.
  private(set) var themes: [Theme] = []
  /// What does not hold.
  private(set) var mistakes: [ConfigurationMistake] = []

  init(_ document: TOMLDocument) {
    var names: [String] = []
    for entry in document.entries where entry.path.count == 3 && entry.path[0] == Self.table {
      if !names.contains(entry.path[1]) { names.append(entry.path[1]) }
    }
    for name in names {
      read(
        name, document.entries.filter { $0.path.count == 3 && $0.path[0] == Self.table && $0.path[1] == name }
      )
    }
    for entry in document.entries where entry.path.first == Self.table && entry.path.count != 3 {
      fail(entry.position, "a theme is a table: [themes.mine], with elements in it")
    }
  }

  private mutating func fail(_ position: SourcePosition, _ message: String) {
    mistakes.append(ConfigurationMistake(position, message))
  }

  private mutating func read(_ name: String, _ entries: [TOMLEntry]) {
    guard !Theme.builtIn.contains(where: { $0.name == name }) else {
      return fail(entries[0].position, "“\(name)” is a theme of the program; take another name")
    }
    var theme = Theme.standard
    if let base = entries.first(where: { $0.path[2] == "base" }) {
      let names = Theme.builtIn.map(\.name)
      if case .string(let name) = base.value.content,
        let found = Theme.builtIn.first(where: { $0.name == name })
      {
        theme = found
      } else if case .string(let name) = base.value.content {
        fail(base.value.position, "there is no theme “\(name)”; \(NearestName.advice(name, among: names))")
      } else {
        fail(base.value.position, "“base” takes the name of a theme, not \(base.value.shown)")
      }
    }
    theme = theme.named(name)
    let elements = ["base", "ground"] + Theme.elements
    for entry in entries where entry.path[2] != "base" {
      let element = entry.path[2]
      guard elements.contains(element) else {
        fail(entry.position, "there is no element “\(element)”; \(Self.advice(element, elements))")
        continue
      }
      guard case .string(let written) = entry.value.content, let look = WrittenLook(written)?.attributes
      else {
        let example = "“bold #ffaf00”, “underline blue”, “black on yellow”"
        fail(entry.value.position, "“\(element)” takes a look such as \(example), not \(entry.value.shown)")
        continue
      }
      if element == "ground" {
        guard let text = look.foreground, let ground = look.background, look.traits.isEmpty else {
          fail(entry.value.position, "“ground” takes two colours: “#d0d0d0 on #101010”, not “\(written)”")
          continue
        }
        theme.set(Theme.Ground(text: text, ground: ground))
      } else if !theme.set(element, look) {
        fail(entry.value.position, "“\(element)” takes two colours: “black on yellow”, not “\(written)”")
      }
    }
    themes.append(theme)
  }

  private static func advice(_ element: String, _ elements: [String]) -> String {
    NearestName.of(element, among: elements).map { "did you mean “\($0)”?" }
      ?? "there are \(elements.joined(separator: ", "))"
  }
}
