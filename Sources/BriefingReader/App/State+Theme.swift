import BriefingLayout

extension State {
  /// Leaves out the themes that a terminal cannot show: in the place of each it would show the same other one.
  public mutating func limitThemes(to depth: ColorDepth) {
    themes.removeAll { !$0.isShown(at: depth) }
    if !theme.isShown(at: depth) { theme = theme.limited(to: depth) }
  }

  /// Shows everything in the next theme, and says how to keep it.
  mutating func tryNextTheme() {
    let place = themes.firstIndex { $0.name == theme.name }
    let next = themes.isEmpty ? 0 : ((place ?? -1) + 1) % themes.count
    guard themes.count > 1 || place == nil, themes.indices.contains(next) else {
      say("There is no other theme without colours.")
      return
    }
    theme = themes[next]
    // In one line of eighty columns: what is tried on is the text above it.
    say(
      "Theme \(theme.name), \(next + 1) of \(themes.count) · \(key: .theme) next · theme = \"\(theme.name)\" keeps it"
    )
  }
}
