import BriefingLayout

/// Handing on what was told.
extension LineSession {
  /// Selects what was told last: it is what is on the state's screen.
  mutating func select() -> [Effect] {
    inText(keepsPiece: true) { state in
      SelectionMode.open(&state)
      guard state.selection != nil, let reading = state.reading,
        let last = reading.page.lines(from: reading.top, count: state.textHeight).last
      else { return [] }
      state.selection = SelectionState(origin: reading.top, end: last.place)
      state.say("Selected: what was told last. copy, pipe and write hand it on.")
      return []
    }
  }

  /// Hands the section, or what is selected, to a command or a file.
  ///
  /// - Parameter ask: Opens the prompt of the screen, into which is typed what stood behind the command.
  mutating func hand(
    _ typed: String, to mode: any InputMode.Type, _ ask: (inout State) -> [Effect]
  ) -> [Effect] {
    if state.selection == nil {
      leaveLists()
      guard case .reading? = state.layers.last else { return refuse(Self.needsBriefing) }
    }
    return turn { state in
      state.refusedPath = nil
      var effects = ask(&state)
      effects += state.insertIntoPrompt(typed)
      return effects + mode.accept(&state)
    }
  }

  /// What a command has written, and how it ended.
  static func lines(of output: OutputState) -> [String] {
    guard let piped = output.output else { return [] }
    let ending = "\(piped.ending): \(gated(output.command))"
    guard let page = output.note?.page else { return ["It has written nothing.", ending] }
    let text = (0..<page.unitCount).flatMap { unit in page.lines(of: unit).map { plain($0.cells) } }
    // It is code, which the page indents.
    return text.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 } + [ending]
  }
}

extension LineCommand {
  /// Whether it hands on what is selected.
  var handsOn: Bool {
    switch self {
    case .command(.copy, row: nil), .pipe, .write, .select: true
    default: false
    }
  }
}

extension Effect {
  /// Whether it is answered by a ``HandResult``.
  var isHandingOn: Bool {
    switch self {
    case .work(.copy), .work(.write), .work(.edit), .work(.writeImport): true
    default: false
    }
  }
}
