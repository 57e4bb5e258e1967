import BriefingCore
import BriefingLayout
import CommonMarkSamples
import Testing

/// The first file of each convention of producers: what is known of it, and its page, as files under `Snapshots`.
@Suite struct CollectionSnapshotTests {
  @Test(arguments: CollectionSample.conventions)
  func `the page of each convention`(name: String) throws {
    let file = try #require(CollectionSample(seed: 1).files(name, count: 1).first)
    let steps = file.path.split(separator: "/").map(String.init)
    let facts = Briefing.FileFacts(
      name: String(try #require(steps.last).dropLast(".md".count)), folders: Array(steps.dropLast()))
    let briefing = try Briefing(parsing: Array(file.text.utf8), file: facts)
    var text = "\(file.path) · \(briefing.metadata.title) · \(briefing.metadata.dateText ?? "no date")\n"
    for warning in briefing.metadata.warnings { text += "line \(warning.line): \(warning.message)\n" }
    text += "\n"
    TextWriter(theme: nil).write(Page(briefing, width: 72)) { text += $0 }
    try Snapshot.check(text, "collections/\(name).txt")
  }

  /// All files of all conventions have the date and the title that they state.
  @Test(arguments: CollectionSample.conventions)
  func `dates and titles of each convention`(name: String) throws {
    for file in CollectionSample(seed: 7).files(name) {
      let steps = file.path.split(separator: "/").map(String.init)
      let facts = Briefing.FileFacts(
        name: String(try #require(steps.last).dropLast(".md".count)), folders: Array(steps.dropLast()))
      let metadata = try Briefing(parsing: Array(file.text.utf8), file: facts).metadata
      #expect(metadata.date?.iso8601 == file.date, "\(file.path)\n\(file.text)")
      #expect(metadata.title == file.title, "\(file.path)\n\(file.text)")
    }
  }
}
