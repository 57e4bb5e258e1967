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
    TextWriter(theme: palette.theme).write(page, units: 0..<page.unitCount) { text += $0 }
    try Snapshot.check(text, "everything-\(width)-\(palette.name).txt")
  }
}
