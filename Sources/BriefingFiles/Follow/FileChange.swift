import BriefingCore

/// What a `FileFollower` says of its file.
public enum FileChange: Hashable, Sendable {
  /// It was written and rests: this is its stamp. It may have the same text as before.
  case changed(FileStamp)
  /// It is gone. Should it come back, `changed` says so.
  case vanished
  /// From now on, for this reason, changes are seen only when they are asked for.
  case notSeen(FileError)
}
