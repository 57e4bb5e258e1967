import BriefingCore
import BriefingFiles
import BriefingSearch

/// What a ``Library`` tells those who follow it.
public enum LibraryEvent: Sendable {
  /// Rows of the list that an earlier run has kept, newest first, before the folder was looked at; whether they are the
  /// last.
  case known(CatalogueBatch, isLast: Bool)
  /// Rows of the list, as the folder is read for the first time. One whose path is known takes its place.
  case listed(CatalogueBatch)
  /// All files were read once.
  case complete
  /// Files came, went or were written since, or rows from the cache were not as their files are.
  case changed(CatalogueChange)
  /// Why the folder cannot be read; it is looked for until it can.
  case failed(FileError)
  /// How far the index has come; nil once it is complete.
  case indexing(IndexProgress?)
  /// Something else can be found: files have changed, or the index has grown.
  case searchable
}
