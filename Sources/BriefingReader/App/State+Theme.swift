import BriefingLayout

extension State {
  /// Shows everything in the next theme, and says how to keep it.
  mutating func tryNextTheme() {
    let place = themes.firstIndex { $0.name == theme.name }
    let next = themes.isEmpty ? 0 : ((place ?? -1) + 1) % themes.count
    guard themes.count > 1 || place == nil, themes.indices.contains(next) else {
      say("There is no other theme: colours are off.")
      return
    }
    theme = themes[next]
    say(
      "Theme \(theme.name), \(next + 1) of \(themes.count): \(key: .theme) shows the next; theme = \"\(theme.name)\" in the configuration keeps it."
    )
  }
}
