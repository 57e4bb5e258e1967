import ArgumentParser
import BriefingCore
import BriefingLayout
import CommonMark

/// `briefing show PATH`: a briefing, or one section of it, on standard output.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a briefing or one section of it.")

  @Argument(
    help: "A briefing, or - for standard input.", completion: .file(extensions: ["md", "markdown"]))
  var path: String

  @Option(
    help: ArgumentHelp(
      "A section alone: its number (2.1), slug, title, or the start of its title.", valueName: "s"))
  var section: String?

  @Option(
    help: ArgumentHelp(
      "Columns of text at most (the terminal's, at most \(Width.standard)).", valueName: "n"),
    transform: Width.parse)
  var width: Width?

  @Option(help: ArgumentHelp("When to write colours.", valueName: "when"))
  var color = ColorChoice.auto

  @Option(help: "What to write; without it text, with colours where --color says so.")
  var format: OutputFormat?

  @Option(help: "The Markdown that is understood: with or without GitHub's extensions and front matter.")
  var dialect = Dialect.briefing

  @Flag(help: "Let raw HTML and every link target pass into HTML.")
  var unsafe = false

  @Flag(help: "A complete HTML page, with anchors, contents and style, rather than a fragment.")
  var standalone = false

  func validate() throws {
    if standalone, format != .html { throw ValidationError("--standalone needs --format html") }
    if unsafe, format != .html { throw ValidationError("--unsafe needs --format html") }
    if format == .html, section != nil {
      throw ValidationError("--section works with text, not --format html")
    }
    if format == .ansi, color == .never {
      throw ValidationError("--format ansi and --color never exclude each other")
    }
  }

  func run() throws {
    let source = BriefingSource(path: path, dialect: dialect)
    let theme: Theme?
    switch format {
    case .html:
      let briefing = try source.briefing()
      return Self.printHTML(
        standalone
          ? HTMLPage(isUnsafe: unsafe).render(briefing)
          : HTMLRenderer(isUnsafe: unsafe).render(briefing.document))
    case .text: theme = nil
    case .ansi: theme = color == .always ? .standard : Environment.theme
    case nil: theme = color.theme
    }
    let columns = width?.columns ?? min(Width.standard, StandardOutput.columns ?? Width.standard)
    try Self.print(source, section: section.map(SectionSelector.init), width: columns, theme: theme)
  }

  /// Prints a briefing as text.
  static func print(
    _ source: BriefingSource, section: SectionSelector? = nil, width: Int, theme: Theme?
  ) throws {
    let page = Page(try source.briefing(), width: width)
    var units = 0..<page.unitCount
    if let section {
      do {
        units = page.units(ofSection: try section.select(in: page.briefing))
      } catch {
        throw Failure(error, path: source.path)
      }
    }
    TextWriter(theme: theme).write(page, units: units) { StandardOutput.write($0) }
  }

  /// Prints HTML: byte for byte into a file or pipe, through the gate on a terminal.
  private static func printHTML(_ html: String) {
    guard StandardOutput.isTerminal else { return StandardOutput.write(html) }
    for line in html.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      StandardOutput.write(Cell.cells(line).text + "\n")
    }
  }
}

extension Page {
  /// The units of a section and of those below it.
  fileprivate func units(ofSection index: Int) -> Range<Int> {
    let end = briefing.extent(ofSection: index).upperBound
    let start = unit(of: briefing.sections[index].heading)
    return start..<(end < briefing.sections.count ? unit(of: briefing.sections[end].heading) : unitCount)
  }
}
