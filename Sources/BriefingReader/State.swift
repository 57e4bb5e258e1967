import BriefingLayout

/// Everything that the application knows. `update` is the only thing that changes it, `view` only reads it.
public struct State {
  /// Rows and columns of the screen.
  public var size: Size
  /// The colours.
  public var theme: Theme

  /// The state at the start.
  public init(size: Size, theme: Theme) {
    self.size = size
    self.theme = theme
  }
}

/// Takes an event in and says what is to be done.
public func update(_ state: inout State, _ event: Event) -> [Effect] { [] }

/// What the screen shows.
public func view(_ state: State) -> Frame { Frame(size: state.size) }
