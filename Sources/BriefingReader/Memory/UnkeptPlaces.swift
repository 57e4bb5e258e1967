import BriefingCore
import BriefingLayout
import BriefingReading

/// Places of a briefing that are still to be kept: not at every key, but soon.
struct UnkeptPlaces: Sendable {
  /// Which opened briefing it is.
  var serial: Int
  var what: What
  /// When it is time, on the clock of ``Moment/uptime``.
  var due: Int

  /// What is to be kept.
  enum What: Sendable {
    case text(Remembrance.Text)
    /// Of a briefing of which it is not known yet what is remembered.
    case unknown(UnknownPlace)
  }

  /// Whether it is known whose places they are.
  var isKnown: Bool { if case .text = what { true } else { false } }

  /// Milliseconds that a place waits at most, for another one to take its place.
  static let patience = 400
}

/// Where the reader was in a briefing that was left before it was known what is remembered of it.
public struct UnknownPlace: Sendable {
  /// Which opened briefing it was.
  public var serial: Int
  /// The path that opened it.
  public var path: String
  /// Its text.
  public var page: Page
  /// The version of its file that was read.
  public var version: FileStamp
  /// What stood at the top.
  public var top: Place
  /// How far the text on the screen goes, of a thousand; 1000 where its end is seen.
  public var progress: Int
  /// When, in milliseconds since 1970 (UTC).
  public var time: Int64
}
