import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingStore
import BriefingText
import ReadingTrial

/// Reads a series of digests as the program does: with a state on the disk, and with what its pages dim.
enum RepeatTrial {
  static func score(seed: UInt64, folder: String) throws -> RepeatScore {
    let store = BriefingStore(StateLocation(folder: "\(folder)/repeats-\(seed)"))
    defer { _ = store.close(milliseconds: 5000) }
    return try RepeatScore(DigestSeries(seed: seed), days: DigestSeries.days) { day, units, digest in
      let time = Int64(day + 1) * 86_400_000
      let known = try store.recall(digest, file: FileIdentity(path: "/digests/day-\(day).md"), at: time)
      store.apply([.record(known.record, isVisit: true)])
      let page = try Page(
        cutting: units.briefing, width: 80, settings: .init(overflow: .pan, details: .closed))
      let repeats = try store.repeats(in: digest, of: known.record.id)
      let dimmed = try page.units(showing: repeats.units, of: units)
      var marks = known.marks
      let ordinals = marks.unread
      store.apply(
        marks.read(ordinals, at: time) + (try marks.textChanges(ofRead: ordinals, units, digest, at: time)))
      // Back to the units that the score knows, by the place of each on the page.
      return try digest.sections.flatMap(\.blocks).map(\.unit).reduce(into: []) { found, unit in
        if try page.units(showing: [unit], of: units).isSubset(of: dimmed) { found.insert(unit) }
      }
    }
  }
}
