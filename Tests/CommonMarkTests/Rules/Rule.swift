import Testing

/// A rule of a specification, and an example that only a parser that keeps it turns into this HTML.
struct Rule: CustomTestStringConvertible, Sendable {
  /// Where the rule stands, as ``Section/number`` has it.
  var section: String
  /// What the rule says.
  var text: String
  var markdown: String
  /// What CommonMark alone makes of it.
  var html: String
  /// What is made of it with GFM's extensions.
  var gfm: String

  /// - Parameter gfm: where an extension changes the HTML.
  init(_ section: String, _ text: String, _ markdown: String, _ html: String, gfm: String? = nil) {
    self.section = section
    self.text = text
    self.markdown = markdown
    self.html = html
    self.gfm = gfm ?? html
  }

  var testDescription: String { "\(section): \(text)" }
}

extension Rule {
  /// The rules of CommonMark 0.31.2, which hold in every dialect.
  static let commonMark =
    characters + tabs + insecureCharacters + backslashEscapes + characterReferences + precedence
    + commonMarkBlocks + commonMarkInlines

  private static let commonMarkBlocks = [
    thematicBreaks, atxHeadings, setextHeadings, indentedCode, fencedCode, htmlBlocks, htmlLiteralNames,
    htmlBlockNames, linkDefinitions, paragraphs, blankLines, blockQuotes, listItems, lists,
  ].flatMap { $0 }

  private static let commonMarkInlines = [
    codeSpans, emphasis, links, images, autolinks, rawHTML, hardBreaks, softBreaks, text,
  ].flatMap { $0 }

  /// The rules of GFM 0.29's extensions.
  static let gfm = [
    tables, taskListItems, strikethrough, extendedAutolinks, disallowedRawHTML, disallowedNames,
  ].flatMap { $0 }

  /// The rules of what briefings have beyond GFM, as GitHub has it.
  static let briefing = footnotes + alertKinds + alerts
}
