import BriefingCore
import BriefingLayout

/// What is known of the file of the briefing that is read.
struct OpenFile: Sendable {
  /// The version that was read; nil where the file is gone.
  var version: FileStamp?
  /// Whether it can change: what came by standard input or a pipe cannot.
  let isFollowed: Bool
  /// Whether there is no file any more.
  var isGone = false
  /// Whether the reader has asked and was not told yet.
  var isAsked = false
  /// A newer text, until it can be shown.
  var next: Next?
  /// What the reader is to be told once nothing stands over the text.
  var news: Wording?

  /// A newer text that waits for its turn.
  struct Next: Sendable {
    var replacement: PageReplacement
    var version: FileStamp
    /// The places that were asked for, and the serial number of that; nil where none were.
    var asked: (serial: Int, places: [Place])?
  }

  init(version: FileStamp?) {
    self.version = version
    isFollowed = version != nil
  }
}
