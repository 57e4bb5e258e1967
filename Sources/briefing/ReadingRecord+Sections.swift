import BriefingCore
import BriefingFiles
import BriefingReading
import BriefingStore

/// What is remembered of single sections, for a search.
extension ReadingRecord {
  /// The sections that a filter tells from the others of a briefing of a library, by the paths of its rows, as
  /// `BriefingStore.sections(_:under:)`. A briefing whose file has changed since its sections were counted is left out: it may
  /// have other sections in their places.
  func sections(
    _ filter: StateFilter, of folder: String, _ summaries: [PathKey: BriefingSummary]
  ) -> [PathKey: Set<Int>] {
    let known = KnownPath.folder(folder)
    var sections: [PathKey: Set<Int>] = [:]
    for (key, ordinals) in store.sections(filter, under: known) {
      let path = PathKey(KnownPath.shown(key.path, in: folder, known: known))
      guard let summary = summaries[path], let version = FileStamp(path: path.path), summary.isOf(version)
      else {
        continue
      }
      sections[path] = ordinals
    }
    return sections
  }
}
