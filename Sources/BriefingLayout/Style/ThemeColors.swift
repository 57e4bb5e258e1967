import BriefingText

/// The colours that a theme draws from; nil is the terminal's own.
struct ThemeColors {
  /// Headings, and the section that is being read.
  var heading: Color?
  var code: Color?
  /// Links and notes.
  var link: Color?
  /// The bar before a quote.
  var bar: Color?
  /// Bullets, numbers and footnote marks.
  var marker: Color?
  /// Tips, and what was added.
  var tip: Color?
  var important: Color?
  var warning: Color?
  /// Cautions, errors, what was removed, and what stands for a control character.
  var caution: Color?
  /// What is secondary; nil is dim.
  var faint: Color?

  /// The colour of a role.
  func color(of role: Style.Role) -> Color? {
    switch role {
    case .text, .title, .subheading, .subheading2, .subheading3, .subheading4, .quote, .tableHeader, .header,
      .status, .key,
      .prompt:
      nil
    case .heading, .current: heading
    case .subheading5, .caption, .rule, .faint: faint
    case .code: code
    case .link, .note: link
    case .bar: bar
    case .marker: marker
    case .tip, .added: tip
    case .important: important
    case .warning: warning
    case .caution, .replacement, .removed, .error: caution
    }
  }
}

extension Style.Role {
  /// The traits that a role has besides its colour.
  ///
  /// - Parameter isColored: Whether its colour tells it from others too.
  func traits(isColored: Bool) -> Attributes.Traits {
    switch self {
    // What stands within a quote is told by the bar before it.
    case .text, .quote, .status: []
    case .title: [.bold, .underline]
    case .heading, .tableHeader, .header, .prompt, .note, .tip, .important, .warning: .bold
    case .subheading: isColored ? .bold : [.bold, .italic]
    // Each level differs from the others without colour too.
    case .subheading2: [.italic, .underline]
    case .subheading3: .italic
    case .subheading4: .underline
    case .subheading5, .caption, .faint, .rule: .dim
    case .code: isColored ? [] : .dim
    case .link: .underline
    case .bar: []
    case .marker, .added, .removed: isColored ? [] : .bold
    case .caution: [.bold, .underline]
    case .replacement: isColored ? .reverse : [.reverse, .dim]
    case .key: isColored ? .bold : [.bold, .underline]
    case .error: isColored ? .bold : [.bold, .reverse]
    case .current: isColored ? .bold : [.bold, .underline]
    }
  }
}
