import BriefingCore
import BriefingFiles

extension CatalogueRow {
  /// The row of a briefing that was read.
  init(path: String, _ briefing: Briefing) {
    let metadata = briefing.metadata
    // A title that cannot be read says less than the file's name.
    let isLegible = metadata.encodingProblem == nil || !metadata.title.unicodeScalars.contains("\u{FFFD}")
    self.init(
      path: path, title: isLegible ? metadata.title : BriefingFile.name(ofPath: path), date: metadata.date,
      dateOrigin: metadata.dateOrigin, source: metadata.source, authors: metadata.authors,
      tags: metadata.tags,
      summary: metadata.summary.map { String($0.prefix(Self.summaryLength)) }, language: metadata.language,
      addresses: metadata.addresses,
      sections: briefing.sections.count, words: briefing.wordCounts().reduce(0, +), isRead: metadata.isRead,
      problem: metadata.encodingProblem, isReadable: true)
  }

  /// Characters of a summary that a list keeps, to be narrowed by: it may be as long as front matter.
  private static let summaryLength = 300

  /// The row of a briefing that cannot be read.
  init(_ error: FileError) {
    self.init(
      path: error.path, title: BriefingFile.name(ofPath: error.path),
      problem: "\(error.reason); \(error.advice)")
  }
}
