/// What a `FolderWatcher` says.
public enum FolderChange: Hashable, Sendable {
  /// Briefings that came, went or were written, by their paths relative to the folder. What stands there now has to be
  /// looked at: it may be gone, or no file.
  case files(Set<String>)
  /// Anything may have changed.
  case everything
  /// From now on, for this reason, changes are not seen at once: `everything` comes now and then instead.
  case notSeen(FileError)
}
