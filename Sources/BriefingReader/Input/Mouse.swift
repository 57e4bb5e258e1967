/// Something that was done with the mouse.
public struct Mouse: Hashable, Sendable {
  /// What was done.
  public var gesture: Gesture
  /// Where, on the screen as it was shown last.
  public var position: Frame.Position
  /// What stood there; nil where nothing that can be pointed at did. The loop, which knows the frame, sets it.
  public var target: ScreenTarget?

  /// What a terminal tells of.
  public enum Gesture: Hashable, Sendable {
    /// The first button was pressed.
    case press
    /// The wheel was turned by a notch: forward is down.
    case wheel(Direction)
  }

  /// Makes one.
  public init(_ gesture: Gesture, at position: Frame.Position, target: ScreenTarget? = nil) {
    self.gesture = gesture
    self.position = position
    self.target = target
  }
}
