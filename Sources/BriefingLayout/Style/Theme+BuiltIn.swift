/// The themes that the program has by itself.
extension Theme {
  /// The 16-colour palette on the terminal's own ground, light or dark. Black, white, yellow and bright black are left
  /// alone: on one ground or the other they cannot be read.
  public static let standard = Theme(
    "default",
    ThemeColors(
      heading: 5, code: 6, link: 4, bar: 2, marker: 5, tip: 2, important: 5, warning: 1, caution: 1),
    match: Ground(text: 0, ground: 3), currentMatch: Ground(text: 0, ground: 6))

  /// Middle tones of the 256-colour palette, readable on light and on dark grounds.
  public static let full = Theme(
    "muted",
    ThemeColors(
      heading: 30, code: 30, link: 68, bar: 65, marker: 130, tip: 64, important: 134, warning: 130,
      caution: 167),
    match: Ground(text: 0, ground: 3), currentMatch: Ground(text: 0, ground: 6))

  /// No colour: bold, dim, italic, underline, reverse alone (NO_COLOR, monochrome terminals).
  public static let monochrome = Theme("mono", ThemeColors(), match: nil, currentMatch: nil)

  /// Dark on white.
  public static let light = Theme(
    "light", text: 0x1C1C1C, on: 0xFFFFFF,
    heading: 0x870087, code: 0x005F5F, link: 0x0000AF, bar: 0x005F00, tip: 0x005F00,
    important: 0x5F0087, warning: 0x875F00, caution: 0xAF0000, faint: 0x585858,
    match: (0x000000, 0xFFD75F), currentMatch: (0xFFFFFF, 0x005F87))

  /// Light on dark grey.
  public static let dark = Theme(
    "dark", text: 0xD0D0D0, on: 0x1C1C1C,
    heading: 0xD7AFFF, code: 0x87D7D7, link: 0x87AFFF, bar: 0x87AF87, tip: 0x87D787,
    important: 0xFF87D7, warning: 0xD7AF5F, caution: 0xFF8787, faint: 0x9E9E9E,
    match: (0x000000, 0xD7AF5F), currentMatch: (0x000000, 0x5FD7D7))

  /// White and bright colours on black.
  public static let highContrast = Theme(
    "high-contrast", text: 0xFFFFFF, on: 0x000000,
    heading: 0xFFFF00, code: 0x00FFFF, link: 0x87D7FF, bar: 0x00FF00, tip: 0x00FF00,
    important: 0xFF87FF, warning: 0xFFAF00, caution: 0xFF8787, faint: 0xD0D0D0,
    match: (0x000000, 0xFFFF00), currentMatch: (0x000000, 0x00FFFF))

  /// Brown ink on cream.
  public static let paper = Theme(
    "paper", text: 0x3B3228, on: 0xFBF1E0,
    heading: 0x8F2D12, code: 0x1F5D50, link: 0x1F4E8C, bar: 0x4C5B1F, tip: 0x2D5B11,
    important: 0x6B2D73, warning: 0x754000, caution: 0xA3221B, faint: 0x5D5140,
    match: (0x1D1A16, 0xF2C14E), currentMatch: (0xFFFFFF, 0x1F5D50))

  /// Light blue on the blue of night.
  public static let night = Theme(
    "night", text: 0xC8D3E6, on: 0x16202F,
    heading: 0xFFB86B, code: 0x7FD6C2, link: 0x8AB4FF, bar: 0x7FB8B0, tip: 0x9BD67F,
    important: 0xD9A6FF, warning: 0xF0C25A, caution: 0xFF9F9F, faint: 0x9DABC3,
    match: (0x10161F, 0xF0C25A), currentMatch: (0x10161F, 0x7FD6C2))

  /// Grey green on the green of woods.
  public static let forest = Theme(
    "forest", text: 0xD5DCCB, on: 0x1B2A22,
    heading: 0xE6C36A, code: 0x8FD0A8, link: 0x8CC4E8, bar: 0x8FB38A, tip: 0xA5D977,
    important: 0xE0A3D0, warning: 0xE9A95C, caution: 0xF2A49A, faint: 0xAABBA8,
    match: (0x14201A, 0xE6C36A), currentMatch: (0x14201A, 0x8FD0A8))

  /// All of them, in the order in which they are tried.
  public static let builtIn: [Theme] = [
    .standard, .full, .light, .dark, .highContrast, .monochrome, .paper, .night, .forest,
  ]

  /// A theme that sets both text and ground, of colours as 0xRRGGBB; list markers have the colour of headings.
  private init(
    _ name: String, text: UInt32, on ground: UInt32, heading: UInt32, code: UInt32, link: UInt32, bar: UInt32,
    tip: UInt32, important: UInt32, warning: UInt32, caution: UInt32, faint: UInt32, match: (UInt32, UInt32),
    currentMatch: (UInt32, UInt32)
  ) {
    func color(_ value: UInt32) -> Color {
      .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
    func pair(_ text: UInt32, _ ground: UInt32) -> Ground { Ground(text: color(text), ground: color(ground)) }
    self.init(
      name,
      ThemeColors(
        heading: color(heading), code: color(code), link: color(link), bar: color(bar),
        marker: color(heading),
        tip: color(tip), important: color(important), warning: color(warning), caution: color(caution),
        faint: color(faint)),
      match: pair(match.0, match.1), currentMatch: pair(currentMatch.0, currentMatch.1),
      ground: pair(text, ground))
  }
}
