import BriefingFiles
import BriefingIndex

extension LibrarySearch {
  /// Which index a refresh makes.
  public enum IndexWish: Sendable {
    /// One if the library is large.
    case ifLarge
    /// One in any case.
    case always
    /// A new one in any case.
    case fresh
  }

  /// What bringing an index up to date did.
  public struct Report: Hashable, Sendable {
    /// Briefings of the library.
    public var briefings = 0
    /// Sections that can be found; nil where there is no index.
    public var sections: Int?
    /// Briefings that were read, because they were new or changed.
    public var read = 0
    /// Bytes of these.
    public var bytesRead: Int64 = 0
    /// Briefings that were found to be gone.
    public var removed = 0
    /// The index's file; nil where there is none, as for small libraries.
    public var indexPath: String?
    /// Bytes of it.
    public var indexBytes: Int64 = 0
    /// Why an index that was there was rebuilt; nil where nothing was wrong.
    public var remadeBecause: String?
    /// Why there is no index; nil where there is one, or none is needed.
    public var failure: IndexError?
    /// What could not be read.
    public var problems: [FileError] = []
    /// What tells the library's listing from all others, where the index is complete for it.
    var fingerprint: [UInt64]?
  }
}
