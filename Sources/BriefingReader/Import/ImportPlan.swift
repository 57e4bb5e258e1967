/// What an import would write. These bytes are written if the reader agrees, whatever becomes of the article's file meanwhile.
public struct ImportPlan: Hashable, Sendable {
  /// A briefing that is not in the library yet.
  public struct File: Hashable, Sendable {
    /// Where it is to be.
    public let path: String
    /// All that it says.
    public let bytes: [UInt8]

    /// Plans a file.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files, in the order of the article.
  public var files: [File]
  /// What was noticed on the way: sentences without their end.
  public var remarks: [String]

  /// Makes a plan.
  public init(files: [File] = [], remarks: [String] = []) {
    self.files = files
    self.remarks = remarks
  }
}
