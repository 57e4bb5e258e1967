import BriefingCore
import BriefingText

/// Writes a page as lines of text for `show` and for pipes: through the same cells as the screen.
public struct TextWriter: Sendable {
  /// The colours to write; nil writes plain text without any escape.
  public var theme: Theme?
  /// Whether web and mail links are written as links of the terminal too (OSC 8); never in plain text.
  public var hasHyperlinks: Bool
  /// Whether the targets of the links stand at the end, numbered.
  public var listsTargets: Bool

  /// Makes a writer.
  public init(theme: Theme? = nil, hasHyperlinks: Bool = false, listsTargets: Bool = false) {
    self.theme = theme
    self.hasHyperlinks = hasHyperlinks
    self.listsTargets = listsTargets
  }

  /// The lines of a page, each with LF, no trailing white space in plain text. The targets of the links follow where
  /// they are asked for.
  ///
  /// - Parameters:
  ///   - units: what is written of the page; nil for all of it.
  ///   - output: takes the text, some lines of it at a time.
  public func write(_ page: Page, units: [Int]? = nil, to output: (String) -> Void) {
    var targets = LinkTargets()
    var budget = ExpansionBudget(page.briefing.document, times: TextWriter.linesOfLink)
    for unit in units ?? Array(0..<page.unitCount) {
      let layout = page.makeLayout(of: unit)
      // The last one of all has no gap behind it.
      let rows = unit == units?.last ? layout.textRows : layout.rowCount
      if listsTargets { targets.add(layout.text) }
      let links = hasHyperlinks ? Hyperlinks(layout.text, unit: unit) : nil
      // A few at a time: one paragraph may be the whole file.
      for start in stride(from: 0, to: rows, by: TextWriter.batch) {
        var text: [UInt8] = []
        for line in layout.lines(start..<min(rows, start + TextWriter.batch)) {
          append(line, links, &budget, to: &text)
        }
        output(String(decoding: text, as: UTF8.self))
      }
    }
    for (index, line) in targets.lines(column: page.width).enumerated() {
      var text: [UInt8] = index == 0 ? [0x0A] : []
      append(line, nil, &budget, to: &text)
      output(String(decoding: text, as: UTF8.self))
    }
  }

  /// Cells that belong to no page, on a line without LF, as this writer writes them.
  public func text(of cells: [Cell]) -> String {
    var text: [UInt8] = []
    if let theme {
      append(cells, theme, to: &text)
    } else {
      for cell in cells { Self.append(cell, to: &text) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A line of a page without LF, in plain text, whatever the theme.
  public static func plainText(of line: Line) -> String {
    var text: [UInt8] = []
    append(line, to: &text)
    while text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// Lines that are written at a time.
  private static let batch = 256
  /// A link's target is written on each line that it takes: more often than this only hostile text needs it, with
  /// many references to a long definition.
  private static let linesOfLink = 4

  private func append(
    _ line: Line, _ links: Hyperlinks?, _ budget: inout ExpansionBudget, to text: inout [UInt8]
  ) {
    if let theme {
      append(line, theme, links, &budget, to: &text)
    } else {
      Self.append(line, to: &text)
    }
    text.append(0x0A)
  }

  /// Appends a line without attributes: signs tell what is struck through.
  private static func append(_ line: Line, to text: inout [UInt8]) {
    var isStruck = false
    for cell in line.cells {
      if cell.style.traits.contains(.strikethrough) != isStruck {
        isStruck.toggle()
        text.append(contentsOf: "~~".utf8)
      }
      append(cell, to: &text)
    }
    if isStruck { text.append(contentsOf: "~~".utf8) }
  }

  private func append(
    _ line: Line, _ theme: Theme, _ links: Hyperlinks?, _ budget: inout ExpansionBudget,
    to text: inout [UInt8]
  ) {
    var pen = Pen()
    var link: Hyperlinks.Span?
    var isLinked = false
    for (cell, offset) in zip(line.cells, line.offsets) {
      // What is decoration belongs to no link, not even between two cells of one.
      if let links, link?.range.contains(Int(offset)) != true {
        if isLinked { text.append(contentsOf: Hyperlink.closing.utf8) }
        link = links.link(at: Int(offset))
        isLinked = false
        if let link, budget.allows(link.length), let hyperlink = link.hyperlink {
          isLinked = true
          text.append(contentsOf: hyperlink.opening.utf8)
        }
      }
      pen.take(cell.style, theme, writing: &text)
      Self.append(cell, to: &text)
    }
    pen.put(writing: &text)
    if isLinked { text.append(contentsOf: Hyperlink.closing.utf8) }
  }

  private func append(_ cells: [Cell], _ theme: Theme, to text: inout [UInt8]) {
    var pen = Pen()
    for cell in cells {
      pen.take(cell.style, theme, writing: &text)
      Self.append(cell, to: &text)
    }
    pen.put(writing: &text)
  }

  /// What the terminal is told to write with.
  private struct Pen {
    private var attributes = Attributes()
    private var style = Style()

    /// Changes to a style, where it differs.
    mutating func take(_ style: Style, _ theme: Theme, writing text: inout [UInt8]) {
      guard style != self.style else { return }
      self.style = style
      let attributes = theme.attributes(of: style)
      if attributes != self.attributes { text.append(contentsOf: attributes.sgr.utf8) }
      self.attributes = attributes
    }

    /// Goes back to no attributes.
    mutating func put(writing text: inout [UInt8]) {
      if attributes != Attributes() { text.append(contentsOf: Attributes().sgr.utf8) }
    }
  }

  private static func append(_ cell: Cell, to text: inout [UInt8]) {
    if let ascii = cell.ascii { text.append(ascii) } else { text.append(contentsOf: cell.glyph.utf8) }
  }
}

extension Attributes {
  /// The escape sequence that switches to these attributes from any others (ECMA-48, SGR).
  var sgr: String {
    var codes = ["0"]
    for (trait, code) in Attributes.codes where traits.contains(trait) { codes.append(code) }
    if let foreground { codes.append(Attributes.code(of: foreground, base: 30)) }
    if let background { codes.append(Attributes.code(of: background, base: 40)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static let codes: [(Traits, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strikethrough, "9"),
  ]

  private static func code(of color: Color, base: Int) -> String {
    switch color {
    case .palette(let index) where index < 8: String(base + Int(index))
    case .palette(let index) where index < 16: String(base + 60 + Int(index) - 8)
    case .palette(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
