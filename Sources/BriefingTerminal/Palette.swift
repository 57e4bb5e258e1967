import BriefingLayout
import BriefingText
import CNcurses

/// Turns styles into what ncurses draws with, on a terminal with so many colours.
struct Palette {
  /// How ncurses draws a cell.
  struct Look {
    var attributes: attr_t
    var pair: Int32
    /// Whether a stroke goes through it.
    var isStruck = false
  }

  private let colors: Int
  private let hasDefaultColors: Bool
  private let hasItalics: Bool
  private var theme: Theme?
  private var looks: [Style: Look] = [:]

  /// Makes a palette for the current terminal, which may have no colours at all.
  init(hasItalics: Bool) {
    self.hasItalics = hasItalics
    guard has_colors(), start_color() == OK else {
      (colors, hasDefaultColors) = (0, false)
      return
    }
    colors = Int(briefing_colors())
    hasDefaultColors = use_default_colors() == OK
  }

  /// Takes up a theme; whether that changes anything. Where there are too few colours to tell things apart,
  /// all themes are the monochrome one.
  mutating func use(_ theme: Theme) -> Bool {
    let theme = colors < 8 ? .monochrome : theme
    guard theme != self.theme else { return false }
    self.theme = theme
    looks = [:]
    return true
  }

  /// How to draw a style.
  mutating func look(of style: Style) -> Look {
    if let look = looks[style] { return look }
    let look = makeLook(theme?.attributes(of: style) ?? Attributes())
    looks[style] = look
    return look
  }

  private func makeLook(_ wanted: Attributes) -> Look {
    var look = Look(attributes: 0, pair: 0)
    let traits = wanted.traits
    if traits.contains(.bold) { look.attributes |= briefing_bold() }
    look.isStruck = traits.contains(.strikethrough)
    if traits.contains(.dim) { look.attributes |= briefing_dim() }
    if traits.contains(.italic) { look.attributes |= hasItalics ? briefing_italic() : briefing_underline() }
    if traits.contains(.underline) { look.attributes |= briefing_underline() }
    if traits.contains(.reverse) { look.attributes |= briefing_reverse() }

    let foreground = color(wanted.foreground)
    let background = color(wanted.background)
    if foreground == nil, background == nil { return look }
    // With eight colours the bright ones are bold ones.
    if let index = wanted.foreground, colors < 16, (8..<16).contains(index) {
      look.attributes |= briefing_bold()
    }
    let pair = alloc_pair(
      foreground ?? (hasDefaultColors ? -1 : 7), background ?? (hasDefaultColors ? -1 : 0))
    look.pair = max(0, pair)
    return look
  }

  /// The palette index that the terminal has for one of 256; nil is its own colour.
  private func color(_ index: UInt8?) -> Int32? {
    guard let index else { return nil }
    if Int(index) < colors { return Int32(index) }
    return index < 16 && colors >= 8 ? Int32(index) - 8 : nil
  }
}
