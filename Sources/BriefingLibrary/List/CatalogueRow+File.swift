import BriefingCore
import BriefingFiles

extension CatalogueRow {
  /// The row of a briefing that was read.
  init(path: String, _ briefing: Briefing) {
    let metadata = briefing.metadata
    self.init(
      path: path, title: metadata.title, date: metadata.date, source: metadata.source, tags: metadata.tags,
      sections: briefing.sections.count, words: briefing.wordCounts().reduce(0, +))
  }

  /// The row of a briefing that cannot be read.
  init(_ error: FileError) {
    self.init(
      path: error.path, title: BriefingFile.name(ofPath: error.path),
      problem: "\(error.reason); \(error.advice)")
  }
}
