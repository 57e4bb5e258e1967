/// A line of a table `[themes.NAME]` that holds.
struct ThemeLine: Hashable, Sendable {
  /// The theme's name.
  var theme: String
  /// An element, `base` or `ground`.
  var element: String
  /// Its look, or the name of a theme.
  var look: String
  /// 1-based.
  var line: Int

  /// The line as one key of the file.
  var text: String {
    let path = [ThemeReader.table, TOMLText.key(theme), TOMLText.key(element)]
    return "\(path.joined(separator: ".")) = \(TOMLText.string(look))"
  }
}
