import BriefingCore
import BriefingFiles

extension CatalogueRow {
  /// The row of a briefing that was read.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  init(path: String, _ briefing: BriefingHead, isCancelled: () -> Bool) throws {
    guard let words = briefing.wordCount(isCancelled: isCancelled),
      let hasPartedLeaf = briefing.hasPartedLeaf(isCancelled: isCancelled)
    else { throw CancellationError() }
    let metadata = briefing.metadata
    // A title that cannot be read says less than the file's name.
    let isLegible = metadata.encodingProblem == nil || !metadata.title.unicodeScalars.contains("\u{FFFD}")
    self.init(
      path: path, title: isLegible ? Self.short(metadata.title) : BriefingFile.name(ofPath: path),
      date: metadata.date,
      dateOrigin: metadata.dateOrigin, source: metadata.source, authors: metadata.authors,
      tags: metadata.tags,
      summary: metadata.summary.map { String($0.prefix(Self.summaryLength)) }, language: metadata.language,
      addresses: metadata.addresses,
      sections: briefing.sectionCount, words: words, isRead: metadata.isRead,
      problem: metadata.encodingProblem ?? (hasPartedLeaf ? BriefingHead.partedLeafNote : nil),
      isReadable: true)
  }

  /// Bytes of a title that a list keeps: a heading can be as long as its file, and a list has many.
  static let titleLength = 2048

  /// A title with its end cut off where it is longer than that, which `…` says.
  private static func short(_ title: String) -> String {
    guard title.utf8.count > titleLength else { return title }
    // Between two scalars: a character can be as long as the title.
    var end = title.utf8.index(title.startIndex, offsetBy: titleLength - 3)
    while end.samePosition(in: title.unicodeScalars) == nil { end = title.utf8.index(before: end) }
    return String(title.unicodeScalars[..<end]) + "…"
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
