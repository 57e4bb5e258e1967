import BriefingCore
import BriefingLayout
import BriefingText

/// Choosing one of the links of the screen by its label.
enum LinksMode: InputMode {
  /// Labels the links of the screen; where there is only one and `Enter` asked, follows it.
  static func open(_ state: inout State, followsTheOnlyOne: Bool) -> [Effect] {
    guard let reading = state.reading else { return [] }
    let links = ReadingView(state, reading).links
    guard !links.isEmpty else {
      state.say("There are no links on the screen.")
      return []
    }
    if followsTheOnlyOne, let only = onlyLink(links, state, reading) { return state.follow(only.link) }
    state.push(.links(LinksState(links)))
    return []
  }

  /// The only link of the line of the current match; where none is current, the only link of the screen.
  private static func onlyLink(_ links: [VisibleLink], _ state: State, _ reading: ReadingState)
    -> VisibleLink?
  {
    if let current = reading.search?.current, let match = reading.search?.matches[current] {
      let view = ReadingView(state, reading)
      for (row, shown) in zip(view.geometry.rows, view.visible)
      where shown.place.unit == match.unit && !shown.line.columns(of: match.range).isEmpty {
        let here = links.filter { $0.position.row == row }
        if here.count == 1 { return here[0] }
      }
    }
    return links.count == 1 ? links[0] : nil
  }

  static func select(_ direction: Direction, _ state: inout State) -> [Effect] {
    state.links?.select(direction.step)
    return []
  }

  static func accept(_ state: inout State) -> [Effect] {
    guard let selected = state.links?.selected else { return [] }
    return state.pop() + state.follow(selected.link.link)
  }

  /// Takes back a letter of the label; where none was typed, leaves.
  static func deleteLetter(_ state: inout State) {
    guard let links = state.links else { return }
    if links.typed.isEmpty { _ = state.pop() } else { state.links?.typed.removeLast() }
  }

  static func type(_ character: Character, _ state: inout State) -> [Effect] {
    guard var links = state.links else { return [] }
    links.typed.append(contentsOf: character.lowercased())
    let remaining = links.remaining
    if remaining.isEmpty {
      state.say("No link has the label \(links.typed).")
      return []
    }
    state.links = links
    if remaining.count == 1, remaining[0].label == links.typed {
      return state.pop() + state.follow(remaining[0].link.link)
    }
    return []
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    guard let links = state.links else { return status(state) }
    // From the end, since a label that finds no blank before its link moves what stands after it.
    for (index, item) in links.remaining.enumerated().reversed() {
      let rest = item.label.dropFirst(links.typed.count)
      let traits: Style.Traits = index == links.selection ? [.match, .currentMatch] : .match
      let position = item.link.position
      let (column, moved) = frame.insert(Cell.cells(rest, Style(.key, traits)), before: position)
      if index == links.selection {
        frame.activate(row: position.row, column: column)
      } else if frame.cursor.row == position.row, index < links.selection {
        frame.cursor.column += moved
      }
    }
    return status(state)
  }

  private static func status(_ state: State) -> StatusLine {
    var line = StatusLine(hints: [.accept, .select(.forward), .leave])
    guard let selected = state.links?.selected else { return line }
    let target = selected.link.link.destination
    line.subject =
      "\(selected.label) → \(selected.link.link.kind == .footnote ? "footnote [\(target)]" : target)"
    return line
  }
}

extension State {
  /// The links to choose from.
  var links: LinksState? {
    get { top { if case .links(let links) = $0 { links } else { nil } } }
    set { replaceTop(newValue.map(Layer.links)) { if case .links = $0 { true } else { false } } }
  }

  /// Labels the links of a window of another size; what was typed of a label is of the old ones.
  mutating func fitLinks() {
    guard links != nil, let reading else { return }
    let visible = ReadingView(self, reading).links
    if visible.isEmpty { layers.removeLast() } else { links = LinksState(visible) }
  }
}
