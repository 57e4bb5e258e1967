import BriefingLayout
import BriefingText
import Foundation
import Testing

/// What meaning looks like, with and without colour.
@Suite struct ThemeTests {
  private static let themes = Theme.builtIn

  @Test(arguments: themes)
  func `running text, headings and marks can be told apart`(theme: Theme) {
    let running = [
      Style(.text), Style(.link), Style(.code), Style(.replacement), Style(.text, .strong),
      Style(.text, .emphasis),
      Style(.text, .strikethrough), Style(.text, .match), Style(.text, .currentMatch),
    ]
    // Strike-through and code may both be dim, but only one of them is struck.
    #expect(Set(running.map { theme.attributes(of: $0) }).count == running.count)
    let headings: [Style.Role] = [
      .text, .title, .heading, .subheading, .subheading2, .subheading3, .subheading4, .subheading5,
    ]
    #expect(Set(headings.map { theme.attributes(of: Style($0)) }).count == headings.count)
  }

  @Test(arguments: themes)
  func `levels below the highest differ from each other without colour`(theme: Theme) {
    let levels: [Style.Role] = [.subheading, .subheading2, .subheading3, .subheading4, .subheading5]
    #expect(Set(levels.map { theme.attributes(of: Style($0)).traits.rawValue }).count == levels.count)
  }

  @Test func `without colour there is none`() {
    for role in Style.Role.allCases {
      for traits in [Style.Traits(), .match, .currentMatch, .selected, .unread] {
        let look = Theme.monochrome.attributes(of: Style(role, traits))
        #expect(look.foreground == nil && look.background == nil, "\(role)")
      }
    }
  }

  @Test(arguments: [Theme.standard, .full])
  func `text is readable on light and on dark grounds`(theme: Theme) {
    for role in Style.Role.allCases {
      let look = theme.attributes(of: Style(role))
      #expect(look.background == nil, "\(role)")
      // Black, yellow, white, and the bright colours vanish on one ground or the other.
      if let colour = look.foreground {
        #expect(!([0, 3, 7] + (8..<16).map { Color.palette($0) }).contains(colour), "\(role)")
      }
    }
  }

  @Test(arguments: themes)
  func `a match lights whatever it stands on, and the current one differently`(theme: Theme) {
    for role in Style.Role.allCases {
      let plain = theme.attributes(of: Style(role))
      let match = theme.attributes(of: Style(role, .match))
      let current = theme.attributes(of: Style(role, [.match, .currentMatch]))
      #expect(match != current, "\(role)")
      #expect(plain != current, "\(role)")
      #expect(match.background != nil || match.traits.contains(.reverse), "\(role)")
    }
  }

  @Test(arguments: themes)
  func `a selected row is reversed in the terminal's own colours`(theme: Theme) {
    for role in Style.Role.allCases {
      let look = theme.attributes(of: Style(role, .selected))
      #expect(look.traits.contains(.reverse), "\(role)")
      #expect(look.foreground == theme.ground?.text && look.background == theme.ground?.ground, "\(role)")
    }
  }
}

/// Themes that set text and ground, as the Web Content Accessibility Guidelines 2 measure contrast.
@Suite struct ThemeContrastTests {
  /// The relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance").
  private static func luminance(_ color: Color) throws -> Double {
    let (red, green, blue) = try #require(color.components, "the owner's colours have no certain contrast")
    let linear = [red, green, blue].map { component -> Double in
      let share = Double(component) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private static func contrast(_ a: Color, _ b: Color) throws -> Double {
    let (first, second) = (try luminance(a), try luminance(b))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static let grounded = Theme.builtIn.filter { $0.ground != nil }

  @Test func someThemesSetBoth() {
    #expect(Self.grounded.map(\.name) == ["light", "dark", "high-contrast", "paper", "night", "forest"])
  }

  @Test(arguments: grounded, [ColorDepth.palette, .direct])
  func everythingHasAContrastOfFourAndAHalf(theme: Theme, depth: ColorDepth) throws {
    let theme = theme.limited(to: depth)
    let traits: [Style.Traits] = [
      [], .emphasis, .strikethrough, .match, .currentMatch, .selected, .added, .removed, .repeated, .unread,
      [.selected, .match], [.statusBar, .currentMatch], .mark,
    ]
    for role in Style.Role.allCases {
      for trait in traits {
        let look = theme.attributes(of: Style(role, trait))
        let (text, ground) = (try #require(look.foreground), try #require(look.background))
        #expect(!look.traits.contains(.dim), "\(role) \(trait): nobody knows how much a terminal dims")
        let contrast = try Self.contrast(text, ground)
        #expect(
          contrast >= (theme.name == "high-contrast" ? 7 : 4.5),
          "\(role) \(trait) in \(theme.name): \(contrast)")
      }
    }
  }

  @Test(arguments: Theme.builtIn) func fewerColoursAreWhatTheTerminalHas(theme: Theme) {
    for role in Style.Role.allCases {
      for trait in [Style.Traits(), .match, .currentMatch] {
        let style = Style(role, trait)
        let few = theme.limited(to: .sixteen).attributes(of: style)
        for color in [few.foreground, few.background] {
          if case .palette(let index)? = color { #expect(index < 16) }
          if case .rgb? = color { Issue.record("\(role) in \(theme.name)") }
        }
        let many = theme.limited(to: .palette).attributes(of: style)
        for case .rgb? in [many.foreground, many.background] { Issue.record("\(role) in \(theme.name)") }
        let none = theme.limited(to: .none).attributes(of: style)
        #expect(none.foreground == nil && none.background == nil)
      }
    }
  }

  @Test(arguments: [
    ("#ffaf00", Color.rgb(255, 175, 0), Color.palette(214)), ("#000000", .rgb(0, 0, 0), 16),
    ("#808080", .rgb(128, 128, 128), 244), ("red", 1, 1), ("bright-blue", 12, 12), ("208", 208, 208),
  ])
  func coloursAreReadAndHaveANearestOne(written: String, color: Color, nearest: Color) {
    #expect(Color(written) == color)
    #expect(color.nearestInPalette == nearest)
  }

  @Test(arguments: ["", "#fff", "#gggggg", "256", "-1", "rot", "bright-", "#12345é"])
  func whatIsNoColourIsNone(written: String) { #expect(Color(written) == nil) }
}
