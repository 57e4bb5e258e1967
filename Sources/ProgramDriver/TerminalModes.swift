/// What a program has told its terminal to do, as far as it has to be taken back.
public struct TerminalModes: Hashable, Sendable {
  /// Whether the keypad sends sequences of its own.
  public internal(set) var isKeypadOn = false
  /// The numbers of the modes that are on, as in the sequences that switch them: `?1049` is the alternate screen,
  /// `?2004` pastes in brackets, `?1` the cursor keys' own sequences, `4` inserting.
  public private(set) var on: Set<String> = []
  /// Whether the cursor is shown.
  public private(set) var isCursorShown = true
  /// Whether text has attributes or colours.
  public private(set) var hasAttributes = false
  /// Whether text was written since the alternate screen was left; false where it never was.
  public private(set) var hasTextBehindScreen = false
  private var hasLeftScreen = false

  /// What is not as a terminal is at first, in words.
  public var leftovers: [String] {
    var leftovers = on.sorted().map { "mode \($0) stays on" }
    if isKeypadOn { leftovers.append("the keypad's mode stays on") }
    if !isCursorShown { leftovers.append("the cursor stays hidden") }
    if hasAttributes { leftovers.append("attributes stay on") }
    return leftovers
  }

  /// Text is written.
  @inline(__always)
  mutating func noteText() { if hasLeftScreen { hasTextBehindScreen = true } }

  mutating func take(_ sequence: ControlSequence) {
    switch (sequence.final, sequence.parameters) {
    case ("h", "?25"), ("h", "?12;25"): isCursorShown = true
    case ("l", "?25"), ("l", "?12;25"): isCursorShown = false
    // The cursor's look, and wrapping, which is on at first.
    case (_, "?12"), (_, "34"), ("h", "?7"), ("c", _): break
    case ("h", let mode):
      on.insert(mode)
      if mode == "?1049" { (hasLeftScreen, hasTextBehindScreen) = (false, false) }
    case ("l", let mode):
      on.remove(mode)
      if mode == "?1049" { (hasLeftScreen, hasTextBehindScreen) = (true, false) }
    case ("m", let attributes):
      switch attributes {
      case "", "0", "0;10": hasAttributes = false
      case "39;49", "10": break
      default: hasAttributes = true
      }
    default: break
    }
  }
}
