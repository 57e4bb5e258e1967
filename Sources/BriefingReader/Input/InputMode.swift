/// What a layer does with the commands that are its own business, and what it shows. `State.perform` does the rest.
///
/// Each context is one file with one of these; `update` and `view` only find the right one.
protocol InputMode {
  /// Moves the selection or scrolls, so many times: at least once, and in one step where that leads to the same place.
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect]
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
  /// Moves the keys between what stands beside each other.
  static func toggleFocus(_ state: inout State)
  /// Ends what is going on, for `^C`; where nothing is, the program.
  static func interrupt(_ state: inout State) -> [Effect]
  /// Ends what was done for the layer, which is closed by now.
  static func close(_ layer: Layer, _ state: inout State) -> [Effect]
  /// Brings the layer up to date when a screen above it was closed: meanwhile the window may have got another size, and
  /// its work may have been ended by that of the other.
  static func uncover(_ state: inout State) -> [Effect]
  /// Draws the layer over what is below it, places the cursor, and says what stands in the status line.
  static func draw(_ state: State, in frame: inout Frame) -> StatusLine
}

extension InputMode {
  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] { [] }
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
  static func toggleFocus(_ state: inout State) {}
  static func interrupt(_ state: inout State) -> [Effect] { leave(&state) }
  static func close(_ layer: Layer, _ state: inout State) -> [Effect] { [] }
  static func uncover(_ state: inout State) -> [Effect] { [] }
}
