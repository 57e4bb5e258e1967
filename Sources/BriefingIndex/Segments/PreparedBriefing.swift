import BriefingCore
import BriefingFiles
import BriefingSearch

/// A briefing as it goes into the index: made on any thread, written by one.
struct PreparedBriefing: Sendable {
  /// Its path below the library's folder, and what the file was when it was read.
  var path: String
  var stamp: FileStamp
  /// See `Metadata.moment`.
  var moment: Int
  var searchable: SearchableBriefing
  /// Bytes that were read.
  var byteCount: Int

  /// Reads a briefing.
  ///
  /// - Parameters:
  ///   - path: Below `root`.
  ///   - stamp: What the file was before it is read: if it changes meanwhile, it will be read again.
  /// - Throws: `FileError`; `CancellationError` when `isCancelled` returns true.
  init(path: String, in root: String, stamp: FileStamp, isCancelled: () -> Bool) throws {
    let file = try BriefingFile(path: root.appendingName(path), root: root, isCancelled: isCancelled)
    let briefing = try file.parse(isCancelled: isCancelled)
    byteCount = file.bytes.count
    self.path = path
    self.stamp = stamp
    moment = briefing.metadata.moment
    searchable = try SearchableBriefing(briefing, path: path, isCancelled: isCancelled)
  }
}
