/// Opening and closing layers, and the state of those that are open, which stands as a property beside the mode of its
/// layer. Of each kind the topmost one counts; setting the state of a layer that is not there, or nil, does nothing.
extension State {
  /// Which keys hold.
  public var context: Context { layers.last?.context ?? .list }

  /// Puts a layer on top. What is opened from the outline takes its place.
  mutating func push(_ layer: Layer) {
    if case .outline? = layers.last, case .help = layer {} else { closeOutline() }
    layers.append(layer)
  }

  /// Closes the top layer: what it was opened from is there again.
  mutating func pop() -> [Effect] {
    // What the program started with leaves nothing to go back to.
    guard layers.count > 1 else { return [.terminal(.quit(status: 0))] }
    let closed = layers.removeLast()
    let effects = closed.context.mode.close(closed, &self)
    return effects + (closed.extent == .screen ? context.mode.uncover(&self) : [])
  }

  /// Takes the keys from the outline, the text staying where it is.
  mutating func closeOutline() {
    guard case .outline? = layers.last else { return }
    layers.removeLast()
    fitPage()
  }

  /// Whether the search is the topmost of the screens on which the reader reads.
  var isSearchOnTop: Bool {
    if case .search? = layers.last(where: { $0.extent == .screen }) { return true }
    return false
  }

  /// The context of the layer below the help.
  var helpContext: Context {
    let help = layers.lastIndex { $0.context == .help } ?? 0
    return help > 0 ? layers[help - 1].context : context
  }

  /// The text of the prompt that is typed into.
  var prompt: LineEditor? {
    get { layers.last?.prompt }
    set { if !layers.isEmpty { layers[layers.count - 1].prompt = newValue } }
  }

  /// What the topmost layer of a kind has; nil where there is none.
  func top<Payload>(_ payload: (Layer) -> Payload?) -> Payload? {
    for layer in layers.reversed() {
      if let found = payload(layer) { return found }
    }
    return nil
  }

  /// Puts a layer in the place of the topmost one of its kind; where there is none, nothing happens.
  mutating func replaceTop(_ layer: Layer?, where isIt: (Layer) -> Bool) {
    guard let layer, let index = layers.lastIndex(where: isIt) else { return }
    layers[index] = layer
  }
}
