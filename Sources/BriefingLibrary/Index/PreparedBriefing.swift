import BriefingCore
import BriefingSearch

/// A briefing as it goes into the index: made on any thread, written by one.
struct PreparedBriefing: Sendable {
  /// Its path below the library's folder, and what the file was when it was read.
  var path: String
  var stamp: FileStamp
  var title: String
  var date: BriefingDate?
  var searchable: SearchableBriefing

  /// Reads a briefing.
  ///
  /// - Parameters:
  ///   - path: Below `root`.
  ///   - stamp: What the file was before it is read: if it changes meanwhile, it will be read again.
  /// - Throws: `FileError`; `CancellationError` when `isCancelled` answers true.
  init(path: String, in root: String, stamp: FileStamp, isCancelled: () -> Bool) throws {
    let file = try BriefingFile(path: root.appendingName(path))
    let briefing = try file.parse(isCancelled: isCancelled)
    self.path = path
    self.stamp = stamp
    title = briefing.metadata.title
    date = briefing.metadata.date
    searchable = try SearchableBriefing(briefing, path: path, isCancelled: isCancelled)
  }

  /// Counts its words.
  ///
  /// - Parameter first: The number of its first section among all that are counted; it grows by its sections.
  func count(in counts: inout WordCounts, from first: inout Int32) {
    for section in searchable.sections {
      for line in [searchable.title, section.title, searchable.tags, section.body] {
        counts.add(line, section: first, isEnglish: searchable.isEnglish)
      }
      first += 1
    }
  }

  /// Minutes by which briefings of one day are ordered.
  var moment: Int { date?.moment ?? 0 }
}
