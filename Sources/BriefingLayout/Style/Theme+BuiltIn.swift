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
    [0x870087, 0x005F5F, 0x0000AF, 0x005F00, 0x870087, 0x005F00, 0x5F0087, 0x875F00, 0xAF0000, 0x585858],
    match: (0x000000, 0xFFD75F), currentMatch: (0xFFFFFF, 0x005F87))

  /// Light on dark grey.
  public static let dark = Theme(
    "dark", text: 0xD0D0D0, on: 0x1C1C1C,
    [0xD7AFFF, 0x87D7D7, 0x87AFFF, 0x87AF87, 0xD7AFFF, 0x87D787, 0xFF87D7, 0xD7AF5F, 0xFF8787, 0x9E9E9E],
    match: (0x000000, 0xD7AF5F), currentMatch: (0x000000, 0x5FD7D7))

  /// White and bright colours on black.
  public static let highContrast = Theme(
    "high-contrast", text: 0xFFFFFF, on: 0x000000,
    [0xFFFF00, 0x00FFFF, 0x87D7FF, 0x00FF00, 0xFFFF00, 0x00FF00, 0xFF87FF, 0xFFAF00, 0xFF8787, 0xD0D0D0],
    match: (0x000000, 0xFFFF00), currentMatch: (0x000000, 0x00FFFF))

  /// Brown ink on cream.
  public static let paper = Theme(
    "paper", text: 0x3B3228, on: 0xFBF1E0,
    [0x8F2D12, 0x1F5D50, 0x1F4E8C, 0x4C5B1F, 0x8F2D12, 0x2D5B11, 0x6B2D73, 0x754000, 0xA3221B, 0x5D5140],
    match: (0x1D1A16, 0xF2C14E), currentMatch: (0xFFFFFF, 0x1F5D50))

  /// Light blue on the blue of night.
  public static let night = Theme(
    "night", text: 0xC8D3E6, on: 0x16202F,
    [0xFFB86B, 0x7FD6C2, 0x8AB4FF, 0x7FB8B0, 0xFFB86B, 0x9BD67F, 0xD9A6FF, 0xF0C25A, 0xFF9F9F, 0x9DABC3],
    match: (0x10161F, 0xF0C25A), currentMatch: (0x10161F, 0x7FD6C2))

  /// Grey green on the green of woods.
  public static let forest = Theme(
    "forest", text: 0xD5DCCB, on: 0x1B2A22,
    [0xE6C36A, 0x8FD0A8, 0x8CC4E8, 0x8FB38A, 0xE6C36A, 0xA5D977, 0xE0A3D0, 0xE9A95C, 0xF2A49A, 0xAABBA8],
    match: (0x14201A, 0xE6C36A), currentMatch: (0x14201A, 0x8FD0A8))

  /// All of them, in the order in which they are tried.
  public static let builtIn: [Theme] = [
    .standard, .full, .light, .dark, .highContrast, .monochrome, .paper, .night, .forest,
  ]

  /// A theme that sets both text and ground. The colours are those of ``ThemeColors``, in its order.
  private init(
    _ name: String, text: UInt32, on ground: UInt32, _ colors: [UInt32], match: (UInt32, UInt32),
    currentMatch: (UInt32, UInt32)
  ) {
    let color = { (value: UInt32) in
      Color.rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
    let colors = colors.map(color)
    self.init(
      name,
      ThemeColors(
        heading: colors[0], code: colors[1], link: colors[2], bar: colors[3], marker: colors[4],
        tip: colors[5],
        important: colors[6], warning: colors[7], caution: colors[8], faint: colors[9]),
      match: Ground(text: color(match.0), ground: color(match.1)),
      currentMatch: Ground(text: color(currentMatch.0), ground: color(currentMatch.1)),
      ground: Ground(text: color(text), ground: color(ground)))
  }
}
