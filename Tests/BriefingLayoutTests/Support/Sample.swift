import BriefingCore
import BriefingLayout

/// Pages and their text, for tests.
enum Sample {
  /// Lays Markdown out.
  static func page(_ markdown: String, width: Int = 40) throws -> Page {
    Page(try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample")), width: width)
  }

  /// The lines of a page as plain text.
  static func text(_ markdown: String, width: Int = 40) throws -> String {
    text(try page(markdown, width: width))
  }

  /// The lines of a page as plain text.
  static func text(_ page: Page) -> String {
    var text = ""
    TextWriter().write(page, units: 0..<page.unitCount) { text += $0 }
    return text
  }
}

extension Line {
  /// What is drawn.
  var text: String { cells.map(\.glyph).joined() }
}
