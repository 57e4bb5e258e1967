import BriefingLayout

/// Something that can show frames: a terminal, or memory in tests.
public protocol Screen {
  /// Rows and columns now; asked each time, never kept.
  var size: Size { get }
  /// Shows a frame in the colours of a theme.
  mutating func show(_ frame: Frame, theme: Theme)
}

/// A screen in memory, for tests.
public struct MemoryScreen: Screen {
  /// Rows and columns; set it to resize.
  public var size: Size
  /// What was shown last.
  public private(set) var frame: Frame

  /// Makes an empty screen.
  public init(size: Size) {
    self.size = size
    frame = Frame(size: size)
  }

  /// Keeps the frame.
  public mutating func show(_ frame: Frame, theme: Theme) { self.frame = frame }

  /// The text of a row without its trailing spaces.
  public func row(_ row: Int) -> String { frame.text(row: row) }
}
