/// What a layer does with the commands that are its own business, and what it shows. `State.perform` does the rest.
///
/// Each context is one file with one of these; `update` and `view` only find the right one.
protocol InputMode {
  /// Moves the selection or scrolls.
  static func move(_ motion: Motion, _ state: inout State) -> [Effect]
  /// Selects the next or previous of what can be chosen while one types.
  static func select(_ direction: Direction, _ state: inout State) -> [Effect]
  /// Takes what is selected or typed.
  static func accept(_ state: inout State) -> [Effect]
  /// Clears or leaves.
  static func leave(_ state: inout State) -> [Effect]
  /// A printable key that asks for no command was pressed.
  static func type(_ character: Character, _ state: inout State) -> [Effect]
  /// The prompt's text changed.
  static func promptChanged(_ state: inout State) -> [Effect]
  /// Draws the layer over what is below it, places the cursor, and says what stands in the status line.
  static func draw(_ state: State, in frame: inout Frame) -> StatusLine
}

extension InputMode {
  static func move(_ motion: Motion, _ state: inout State) -> [Effect] { [] }
  static func select(_ direction: Direction, _ state: inout State) -> [Effect] { [] }
  static func accept(_ state: inout State) -> [Effect] { [] }
  static func leave(_ state: inout State) -> [Effect] { state.pop() }

  static func type(_ character: Character, _ state: inout State) -> [Effect] {
    guard state.prompt != nil else {
      state.sayMeaningless([.character(character)])
      return []
    }
    return state.insertIntoPrompt(String(character))
  }

  static func promptChanged(_ state: inout State) -> [Effect] { [] }
}
