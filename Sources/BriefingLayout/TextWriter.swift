/// Writes a page as lines of text for `show` and for pipes: through the same cells as the screen.
public struct TextWriter: Sendable {
  /// The colours to write; nil writes plain text without any escape.
  public var theme: Theme?

  /// Makes a writer.
  public init(theme: Theme? = nil) { self.theme = theme }

  /// The lines of the units, each with LF, no trailing white space in plain text.
  public func write(_ page: Page, units: Range<Int>, to output: (String) -> Void) {}
}
