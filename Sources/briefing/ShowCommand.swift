import ArgumentParser
import BriefingCore
import BriefingLayout
import CommonMark

/// `briefing show PATH`: a briefing, or one section of it, on standard output.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a briefing or one section of it.",
    discussion: """
      --since-read prints the sections that have changed since you read them, with [-removed-] and {+added+} words. Exit \
      status 1: nothing has changed, you have not read it, or it cannot be read.
      """)

  @Argument(
    help: "A briefing, or - for standard input.", completion: .file(extensions: ["md", "markdown"]))
  var path: String

  @Option(
    help: ArgumentHelp(
      "Only this section: its number (2.1), slug, title, or the start of its title.", valueName: "s"),
    completion: Completions.sections)
  var section: String?

  @Option(
    help: ArgumentHelp(
      "Maximum width of the text in columns (default: the terminal's, up to \(Width.standard)).",
      valueName: "n"),
    transform: Width.parse)
  var width: Width?

  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  @Option(help: "Output format; the default is text, with colours as --color says.")
  var format: OutputFormat?

  @Flag(help: "List the targets of the links below the text.")
  var linkTargets = false

  @Flag(help: "With --format ansi: let the terminal follow web and mail links (OSC 8).")
  var links = false

  @Flag(help: "Print what has changed since you read it; with --format json as data.")
  var sinceRead = false

  @Option(help: "Markdown dialect: with or without GitHub's extensions and front matter.")
  var dialect = Dialect.briefing

  @Flag(help: "Pass raw HTML and every link target through to HTML.")
  var unsafe = false

  @Flag(help: "A complete HTML page, with anchors, contents and style, rather than a fragment.")
  var standalone = false

  func validate() throws {
    if standalone, format != .html { throw ValidationError("--standalone needs --format html") }
    if unsafe, format != .html { throw ValidationError("--unsafe needs --format html") }
    if linkTargets, format == .html || format == .json {
      throw ValidationError("--link-targets works with text, not --format \(format?.rawValue ?? "")")
    }
    if links, format != .ansi { throw ValidationError("--links needs --format ansi") }
    if format == .ansi, color == .never {
      throw ValidationError("--format ansi cannot be used with --color never")
    }
    guard sinceRead else { return }
    if path == "-" { throw ValidationError("--since-read needs a file: standard input is not remembered") }
    if format == .html {
      throw ValidationError("--since-read works with text, ansi and json, not --format html")
    }
    if dialect != .briefing {
      throw ValidationError("--since-read needs --dialect briefing, which is what you read")
    }
  }

  func run() throws {
    let source = BriefingSource(path: path, dialect: dialect)
    let theme: Theme?
    switch format {
    case .html:
      let (briefing, section) = try Self.read(source, section)
      return Self.printHTML(html(briefing, section))
    case .json where sinceRead: return try printChanges(of: source, section, .json)
    case .json:
      let (briefing, section) = try Self.read(source, section)
      return JSONWriter.tree(of: briefing, section: section) { StandardOutput.write(exactly: $0) }
    case .text: theme = nil
    case .ansi: theme = color.configured
    case nil: theme = color.theme
    }
    if sinceRead { return try printChanges(of: source, section, .text(theme)) }
    try Self.print(
      source, section: section, width: columns,
      TextWriter(theme: theme, hasHyperlinks: links, listsTargets: linkTargets))
  }

  /// Columns of the text at most.
  var columns: Int { Self.columns(width) }

  /// The same; nil where nobody has asked for a width.
  static func columns(_ width: Width?) -> Int {
    if let width { return width.columns }
    let standard = UserConfiguration.announced.preferences().textWidth.value
    return min(standard, StandardOutput.textColumns ?? standard)
  }

  /// Prints a briefing, or the section that `selector` names, as text.
  static func print(
    _ source: BriefingSource, section selector: String? = nil, width: Int, _ writer: TextWriter
  ) throws {
    let (briefing, section) = try read(source, selector)
    // As on the screen, long leaves in slices.
    let page = try Page(cutting: briefing, width: width, section: section)
    writer.write(page) { StandardOutput.write($0) }
    if page.hasPartedLeaf {
      Messages.say("\(source.path): \(BriefingHead.partedLeafNote)")
    }
  }

  /// A briefing, and the section of it that `selector` names.
  static func read(
    _ source: BriefingSource, _ selector: String?
  ) throws -> (Briefing, section: Int?) {
    let briefing = try source.briefing()
    do {
      return (briefing, try selector.map { try SectionSelector($0).select(in: briefing) })
    } catch let error as SectionSelectionError {
      throw Failure(error, path: source.path)
    }
  }

  private func html(_ briefing: Briefing, _ section: Int?) -> String {
    if standalone { return HTMLPage(isUnsafe: unsafe).render(briefing, section: section) }
    let renderer = HTMLRenderer(isUnsafe: unsafe)
    guard let section else { return renderer.render(briefing.document) }
    return renderer.render(briefing.document, briefing.blocks(ofSection: section))
  }

  /// Prints HTML: byte for byte into a file or pipe, through the gate on a terminal.
  private static func printHTML(_ html: String) {
    guard StandardOutput.isTerminal else { return StandardOutput.write(exactly: html) }
    for line in html.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      StandardOutput.write(Cell.cells(line).text + "\n")
    }
  }
}
