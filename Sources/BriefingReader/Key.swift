/// A key as a terminal can tell it.
public enum Key: Hashable, Sendable {
  /// A printable character, with Shift already in it; the space bar is `.character(" ")`.
  case character(Character)
  /// Control and a lower-case letter.
  case control(Character)
  /// Alt (or Escape quickly before) and a character.
  case alt(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, tab, backTab, backspace, delete, insert, escape
  /// F1 is `.function(1)`.
  case function(Int)
}
