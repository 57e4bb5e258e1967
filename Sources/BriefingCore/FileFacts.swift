extension Briefing {
  /// What the file system says of a briefing, for what its front matter leaves out.
  public struct FileFacts: Hashable, Sendable {
    /// The file's name without folders and without `.md` or `.markdown`.
    public var name: String
    /// The names of the folders that it stands in and that belong to it, the outermost first: those below the library's
    /// folder, or those of the path that was given. Dates are looked for in them.
    public var folders: [String]
    /// The name of the folder that holds these; it may name the folder's own page, and says nothing of dates.
    public var home: String?
    /// When it was last changed; nil for standard input.
    public var modified: BriefingDate?
    /// What is wrong with how it is encoded, and what to do; nil where nothing is.
    public var encodingProblem: Metadata.Warning?

    /// Makes the facts.
    public init(
      name: String, folders: [String] = [], home: String? = nil, modified: BriefingDate? = nil,
      encodingProblem: Metadata.Warning? = nil
    ) {
      self.name = name
      self.folders = folders
      self.home = home
      self.modified = modified
      self.encodingProblem = encodingProblem
    }
  }
}
