import BriefingLayout
import Testing

/// The page with everything at every width and in every palette, as files under `Snapshots`.
@Suite struct SnapshotTests {
  private static let widths = [24, 40, 80, 200]

  private static let palettes: [(name: String, theme: Theme?)] = [
    ("plain", nil), ("16", .standard), ("256", .full),
  ]

  @Test(arguments: widths, palettes)
  func `a page with everything`(width: Int, palette: (name: String, theme: Theme?)) throws {
    let page = try Sample.page(
      Everything.frontMatter + Everything.markdown, width: width,
      Page.Settings(details: .open, listsTargets: true))
    var text = ""
    TextWriter(theme: palette.theme).write(page) { text += $0 }
    try Snapshot.check(text, "everything-\(width)-\(palette.name).txt")
  }

  /// A heading of each level below the highest.
  private static let levels = "\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n\nText.\n"

  /// Every element in every theme that sets its own ground, in its true colours and in the nearest of the palette's.
  @Test(arguments: Theme.builtIn.filter { $0.ground != nil }, [ColorDepth.palette, .direct])
  func `a page with everything in each theme`(theme: Theme, depth: ColorDepth) throws {
    let page = try Sample.page(
      Everything.frontMatter + Everything.markdown + Self.levels, width: 80,
      Page.Settings(details: .open, listsTargets: true))
    var text = ""
    TextWriter(theme: theme.limited(to: depth)).write(page) { text += $0 }
    try Snapshot.check(text, "everything-80-\(theme.name)-\(depth).txt")
  }

  @Test func `a page with everything without colours`() throws {
    let page = try Sample.page(
      Everything.frontMatter + Everything.markdown + Self.levels, width: 80,
      Page.Settings(details: .open, listsTargets: true))
    var text = ""
    TextWriter(theme: .monochrome).write(page) { text += $0 }
    try Snapshot.check(text, "everything-80-mono.txt")
  }

  /// What is wider than the page: at its left edge, panned, at its right edge, wrapped.
  @Test(arguments: widths)
  func `wide code and tables`(width: Int) throws {
    let panned = try Sample.page(Everything.wide, width: width, Page.Settings(overflow: .pan))
    let wrapped = try Sample.page(Everything.wide, width: width, Page.Settings(overflow: .wrap))
    var text = ""
    for (name, page, pan) in [
      ("Left edge", panned, 0), ("Panned by 20", panned, 20), ("Right edge", panned, .max),
      ("Wrapped", wrapped, 0),
    ] {
      text += "== \(name)\n"
      for line in page.lines(from: Place(), count: .max, pan: pan) { text += line.line.text + "\n" }
    }
    try Snapshot.check(text, "wide-\(width).txt")
  }
}
