import BriefingLayout
import BriefingText
import Testing

/// What meaning looks like, with and without colour.
@Suite struct ThemeTests {
  private static let themes: [Theme] = [.standard, .full, .monochrome]

  @Test(arguments: themes)
  func `running text, headings and marks can be told apart`(theme: Theme) {
    let running = [
      Style(.text), Style(.link), Style(.code), Style(.replacement), Style(.text, .strong),
      Style(.text, .emphasis),
      Style(.text, .strikethrough), Style(.text, .match), Style(.text, .currentMatch),
    ]
    // Strike-through and code may both be dim, but only one of them is struck.
    #expect(Set(running.map { theme.attributes(of: $0) }).count == running.count)
    let headings: [Style.Role] = [.text, .title, .heading, .subheading]
    #expect(Set(headings.map { theme.attributes(of: Style($0)) }).count == headings.count)
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
        #expect(![0, 3, 7].contains(colour) && !(8..<16).contains(colour), "\(role)")
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
      #expect(look.traits.contains(.reverse) && look.foreground == nil && look.background == nil, "\(role)")
    }
  }
}
