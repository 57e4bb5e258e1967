/// What became of something that was handed on.
public enum HandResult: Hashable, Sendable {
  /// No program copies, so the terminal is to.
  case clip(Clip)
  /// A program has copied it.
  case copied(Clip, by: String)
  /// It is in a file: its path and the bytes that it has.
  case written(label: String, path: String, byteCount: Int)
  /// There is a file or folder at that path already.
  case exists(path: String)
  /// Briefings were imported: their paths.
  case imported(paths: [String])
  /// The editor has ended, or was started beside the terminal.
  case edited
  /// Why it could not be: a sentence.
  case failed(message: String)
}
