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

  /// How many colours the terminal has.
  private var depth: ColorDepth { ColorDepth(colors: colors) }

  /// Takes up a theme, as far as the terminal can show it; whether that changes anything.
  mutating func use(_ theme: Theme) -> Bool {
    let theme = theme.limited(to: depth)
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

  /// Whether a style is drawn as the terminal draws a blank.
  mutating func isPlain(_ style: Style) -> Bool {
    let look = look(of: style)
    return look.attributes == 0 && look.pair == 0 && !look.isStruck
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
    if case .palette(let index)? = wanted.foreground, colors < 16, (8..<16).contains(index) {
      look.attributes |= briefing_bold()
    }
    let pair = alloc_pair(
      foreground ?? (hasDefaultColors ? -1 : 7), background ?? (hasDefaultColors ? -1 : 0))
    look.pair = max(0, pair)
    return look
  }

  /// The number that the terminal has for a colour; nil is its own.
  private func color(_ color: Color?) -> Int32? {
    switch color {
    case nil: return nil
    case .rgb(let red, let green, let blue)?:
      guard depth == .direct else { return nil }
      // Numbers below 8 are the palette's there too, so the darkest blues are the next one.
      return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    case .palette(let index)?:
      if depth == .direct, index >= 8 { return self.color(color?.direct) }
      if Int(index) < colors { return Int32(index) }
      return index < 16 && colors >= 8 ? Int32(index) - 8 : nil
    }
  }
}

extension Color {
  /// The colour by red, green and blue; of the owner's colours 8 to 15 the usual ones.
  fileprivate var direct: Color? {
    if let (red, green, blue) = components { return .rgb(red, green, blue) }
    guard case .palette(let index) = self, index >= 8 else { return nil }
    let level = { (bit: UInt8) -> UInt8 in (index - 8) & bit != 0 ? 255 : 92 }
    return index == 8 ? .rgb(127, 127, 127) : .rgb(level(1), level(2), level(4))
  }
}
