import BriefingCore
import BriefingLayout

/// Pages and their text, for tests.
enum Sample {
  /// Lays Markdown out.
  static func page(
    _ markdown: String, width: Int = 40, _ settings: Page.Settings = Page.Settings()
  ) throws -> Page {
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    return Page(briefing, width: width, settings: settings)
  }

  /// The lines of a page as plain text.
  static func text(_ markdown: String, width: Int = 40) throws -> String {
    text(try page(markdown, width: width))
  }

  /// The lines of a page as plain text.
  static func text(_ page: Page) -> String {
    var text = ""
    TextWriter().write(page) { text += $0 }
    return text
  }
}

extension Line {
  /// What is drawn.
  var text: String { cells.map(\.glyph).joined() }
}
