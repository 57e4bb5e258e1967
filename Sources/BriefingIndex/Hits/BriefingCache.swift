import BriefingCore
import BriefingFiles
import BriefingText
import Synchronization

/// The briefings that were read last for their excerpts: the hits of a query that is being typed are mostly those of
/// the query before it.
package final class BriefingCache: Sendable {
  private struct Entry {
    var stamp: FileStamp
    var units: BriefingUnits
    /// When it was asked for last, as a count of all questions.
    var used: Int
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var questions = 0
    var bytes: Int64 = 0
  }

  private let state = Mutex(State())

  /// Bytes of files whose briefings are kept; one that is larger by itself is kept alone.
  private static let limit: Int64 = 4 << 20

  /// Keeps nothing yet.
  package init() {}

  /// What a briefing says, as long as its file is as it was; else nil.
  package func units(of path: String, _ stamp: FileStamp) -> BriefingUnits? {
    state.withLock { state in
      guard let entry = state.entries[path], entry.stamp == stamp else { return nil }
      state.questions += 1
      state.entries[path]?.used = state.questions
      return entry.units
    }
  }

  /// Keeps a briefing, and forgets those that were not asked for longest where they are too many.
  package func keep(_ units: BriefingUnits, of path: String, _ stamp: FileStamp) {
    state.withLock { state in
      state.questions += 1
      if let old = state.entries[path] { state.bytes -= old.stamp.size }
      state.entries[path] = Entry(stamp: stamp, units: units, used: state.questions)
      state.bytes += stamp.size
      guard state.bytes > Self.limit else { return }
      // Half at once, so that this is rare.
      for (path, entry) in state.entries.sorted(by: { $0.value.used < $1.value.used }).dropLast() {
        guard state.bytes > Self.limit / 2 else { return }
        state.entries.removeValue(forKey: path)
        state.bytes -= entry.stamp.size
      }
    }
  }
}
