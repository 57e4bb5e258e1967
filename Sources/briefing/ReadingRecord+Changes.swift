import BriefingCore
import BriefingFiles
import BriefingLibrary
import BriefingReading
import BriefingStore
import BriefingText

/// What has changed since it was read, in briefings that are open and in those that are not.
extension ReadingRecord {
  /// When something was, as people write it; nil for 0.
  ///
  /// - Parameter time: In milliseconds since 1970 (UTC).
  static func day(of time: Int64) -> String? {
    guard time > 0 else { return nil }
    return BriefingDate(localTime: Int(time / 1000))?.recent(today: .today)
  }

  /// What a briefing was when it was read, as far as it is another one now; nil where nothing of it was ever read. Nothing is
  /// remembered of this look.
  func earlierText(than digest: BriefingDigest, at path: String) throws -> EarlierText? {
    let recollection = try store.recall(
      digest, file: Self.identity(path, FileStamp(path: path)), at: Self.now)
    let wasRead =
      !recollection.removed.isEmpty || recollection.marks.sections.contains { $0.mark?.isRead == true }
    return wasRead ? store.earlierText(than: recollection) : nil
  }

  /// Counts the sections of briefings again whose files have changed since, so that a list says what is new in them before
  /// they are opened. Files that nobody has read are not looked at.
  ///
  /// - Parameter summaries: What is remembered, by the paths of the list's rows.
  /// - Returns: Whether any was counted.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func countAgain(
    _ summaries: [PathKey: BriefingSummary], in library: Library, isCancelled: () -> Bool
  ) throws -> Bool {
    var hasCounted = false
    for (path, summary) in summaries {
      guard let seen = library.version(of: path.path), !summary.isOf(seen) else { continue }
      // A file that was written a moment ago has no stamp that would tell of every change.
      guard let version = FileStamp(path: path.path), !summary.isOf(version) else { continue }
      if isCancelled() { throw CancellationError() }
      hasCounted = try count(path.path, version, isCancelled) || hasCounted
    }
    return hasCounted
  }

  /// Records a version of a briefing that nobody has opened; false where it cannot be read.
  private func count(_ path: String, _ version: FileStamp, _ isCancelled: () -> Bool) throws -> Bool {
    do {
      return try LargeFiles.ofLibrary.turn(for: version.size, isCancelled: isCancelled) {
        let briefing = try BriefingFile(path: path, isCancelled: isCancelled).parse(isCancelled: isCancelled)
        let units = try BriefingUnits(briefing, isCancelled: isCancelled)
        let digest = try BriefingDigest(units, isCancelled: isCancelled)
        let recollection = try store.recall(
          digest, file: Self.identity(path, version), at: Self.now, isCancelled: isCancelled)
        store.apply([.record(recollection.record, isVisit: false)])
        return true
      }
    } catch is FileError {
      // The list says why.
      return false
    }
  }

  private static func identity(_ path: String, _ version: FileStamp?) -> FileIdentity {
    FileIdentity(
      path: KnownPath.file(path), number: version?.inode ?? 0, size: version?.size ?? 0,
      modified: version?.modified ?? 0)
  }
}

extension BriefingSummary {
  /// Whether its sections are those of a version of its file.
  func isOf(_ version: FileStamp) -> Bool { size == version.size && modified == version.modified }
}
