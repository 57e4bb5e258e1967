/// The written form of keys, in help and configuration: `j`, `C-x`, `M-f`, `S-Tab`, `F1`, `Space`, `PgDn`.
extension Key: CustomStringConvertible {
  /// Each key's name as it is printed, then other names that are read.
  private static let names: [(code: Code, names: [String])] = [
    (.character(" "), ["Space"]), (.up, ["↑", "Up"]), (.down, ["↓", "Down"]), (.left, ["←", "Left"]),
    (.right, ["→", "Right"]), (.home, ["Home"]), (.end, ["End"]), (.pageUp, ["PgUp"]), (.pageDown, ["PgDn"]),
    (.enter, ["Enter"]), (.tab, ["Tab"]), (.backspace, ["Backspace"]), (.delete, ["Del"]),
    (.insert, ["Ins"]), (.escape, ["Esc"]),
  ]

  private static let modifiers: [(letter: Character, modifier: Modifiers)] = [
    ("C", .control), ("M", .alt), ("S", .shift),
  ]

  /// As a terminal sends them, some letters with Control are keys of their own.
  private static func controlTwin(of letter: Character) -> Code? {
    switch letter {
    case "h", "?": .backspace
    case "i": .tab
    case "m": .enter
    case "[": .escape
    default: nil
    }
  }

  /// The written form.
  public var description: String {
    var held = ""
    for modifier in Self.modifiers where modifiers.contains(modifier.modifier) {
      held += "\(modifier.letter)-"
    }
    if let names = Self.names.first(where: { $0.code == code }) { return held + names.names[0] }
    return switch code {
    case .character(let character): held + String(character)
    case .function(let number): held + "F\(number)"
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .tab, .backspace, .delete,
      .insert, .escape:
      held
    }
  }

  /// Reads the written form of one key; nil where it is none, or none that a terminal can tell: Shift with a
  /// printable key is another character.
  public init?(_ written: some StringProtocol) {
    var rest = written[...]
    var held: Modifiers = []
    while rest.utf8.count > 2, rest.dropFirst().first == "-",
      let modifier = Self.modifiers.first(where: { $0.letter == rest.first })?.modifier
    {
      guard held.insert(modifier).inserted else { return nil }
      rest = rest.dropFirst(2)
    }
    guard let code = Self.code(rest) else { return nil }
    self.init(code, held)
    guard case .character(let character) = code else { return }
    if held.contains(.shift) { return nil }
    if held.contains(.control) {
      // Control with the space bar and with @ are one key.
      let letter = character == " " ? "@" : Character(character.lowercased())
      self.code = .character(letter)
      if let twin = Self.controlTwin(of: letter) {
        (self.code, modifiers) = (twin, held.subtracting(.control))
      }
    }
  }

  private static func code(_ name: some StringProtocol) -> Code? {
    // Most keys of the built-in table are one character, and the first paint waits for the table.
    if name.utf8.count == 1, let byte = name.utf8.first, 0x21...0x7E ~= byte {
      return .character(Character(Unicode.Scalar(byte)))
    }
    if name.count == 1, let character = name.first,
      let code = names.first(where: { $0.names[0] == name })?.code
        ?? (character.isWhitespace || character.isControl ? nil : .character(character))
    {
      return code
    }
    if let code = names.first(where: { $0.names.contains { $0 == name } })?.code { return code }
    guard name.first == "F", let number = Int(name.dropFirst()), 1...63 ~= number,
      name.dropFirst().first != "+"
    else { return nil }
    return .function(number)
  }
}

extension Character {
  fileprivate var isControl: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
}
