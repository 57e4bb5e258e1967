import BriefingCore
import BriefingLayout

/// Which file is followed, and what is shown of it.
public struct FollowRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// The path that opened it.
  public var path: String
  /// What is shown: a newer text is compared with it.
  public var page: Page
  /// The version that was read; nil where the file was gone.
  public var version: FileStamp?
  /// Whether the reader asks, and is to be told too that nothing has changed.
  public var isAsked: Bool
}

/// What a file that is followed has come to.
public enum FileNews: Sendable {
  /// It has another text and rests: the way to that from the page of the request.
  case changed(PageReplacement, FileStamp)
  /// It was written or is there again, with the same bytes; or the reader has asked, and nothing has happened.
  case unchanged(FileStamp)
  /// It is gone. Should it come back, one of the others says so.
  case vanished
  /// It was changed and cannot be read any more, for this reason.
  case unreadable(message: String)
  /// From now on, for this reason, changes are seen only when the reader asks.
  case notSeen(message: String)
}
