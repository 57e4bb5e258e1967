import BriefingCore
import BriefingReading
import Foundation

/// The reading state as a JSON document, to be kept or taken to another machine.
///
/// It has what people said and did: marks, stars, places, bookmarks, history; not the texts. What is imported is merged with
/// what is there: of two marks of a section the newer counts, and what was said by hand stands against every automatic mark
/// of a visit that had begun by then (``ReadMark/overrules(_:)``); of stars, places and bookmarks the newer counts.
///
/// Times are milliseconds since 1970 (UTC); hashes, whose 64 bits JSON's numbers do not hold, are hexadecimal.
struct StateDocument: Codable {
  /// The name of the format.
  static let format = "briefing-state"
  /// The version that is written. A reader refuses later ones, and passes over keys that it does not know.
  static let version = 1

  var format = StateDocument.format
  var version = StateDocument.version
  var briefings: [Briefing] = []
  var bookmarks: [Bookmark] = []
  var history: [Visit] = []

  struct Briefing: Codable {
    var id: Int64
    var path: String?
    var url: String?
    var title: String
    var hash: String
    var words: [UInt32]
    var wordCount: Int
    var counts: Counts
    var star: Star?
    var place: Place?
    var furthest: Place?
    var opened: Int64
    var sections: [Section]
  }

  struct Counts: Codable {
    var sections: Int
    var unread: Int
    var changed: Int
    var size: Int64
    var modified: Int64
    /// `BriefingSummary.Lead`; documents of the first programs counted the lead as a section.
    var lead: Int?
  }

  struct Section: Codable {
    var id: Int64
    var path: [String]
    var title: String
    var hash: String
    var words: Int
    var sketch: [UInt32]
    var pairs: [UInt32]
    var pairCount: Int
    var wordCount: Int
    var mark: Mark?
    var star: Star?
  }

  struct Mark: Codable {
    var read: Bool
    var byHand: Bool
    var time: Int64
    var since: Int64
    var hash: String
  }

  struct Star: Codable {
    var on: Bool
    var time: Int64
  }

  struct Place: Codable {
    var anchor: String?
    var progress: Int
    var time: Int64
  }

  struct Bookmark: Codable {
    var letter: String
    var path: String?
    var anchor: String?
    var excerpt: String?
    var time: Int64
  }

  struct Visit: Codable {
    var id: Int64
    var path: String
    var title: String
    var time: Int64
  }
}

extension StateDocument.Mark {
  init(_ mark: ReadMark) {
    self.init(
      read: mark.isRead, byHand: mark.isByHand, time: mark.time, since: mark.since,
      hash: String(mark.hash, radix: 16))
  }

  /// nil where the hash is none.
  var value: ReadMark? {
    UInt64(hash, radix: 16).map {
      ReadMark(isRead: read, isByHand: byHand, time: max(0, time), since: max(0, since), hash: $0)
    }
  }
}

extension StateDocument.Star {
  init(_ star: StarMark) { self.init(on: star.isOn, time: star.time) }

  var value: StarMark { StarMark(isOn: on, time: time) }
}

extension StateDocument.Place {
  init(_ place: PlaceMark) {
    self.init(anchor: place.anchor, progress: place.progress, time: place.time)
  }

  var value: PlaceMark {
    PlaceMark(anchor: anchor.flatMap { Anchor(text: $0) }?.text, progress: progress, time: time)
  }
}
