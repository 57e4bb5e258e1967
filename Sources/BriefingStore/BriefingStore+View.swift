import BriefingReading

/// How the program was left: questions that its start waits for, and so not for long.
extension BriefingStore {
  /// How a library was looked at last, by its absolute path, or with an empty one what was opened by itself; nil where
  /// nothing is remembered.
  public func view(of library: String) -> ViewSettings? {
    ask { try StateReader($0).view(of: library) } ?? nil
  }

  /// The absolute paths of the libraries that were opened, the last one first.
  public func libraries() -> [String] { ask { try StateReader($0).libraries() } ?? [] }

  /// The briefing below a folder that was opened last; nil where nothing of it is left to read.
  public func lastVisit(under folder: String) -> LastVisit? {
    ask { try StateReader($0).lastVisit(under: folder) } ?? nil
  }

  /// What is known of a file by its path alone, to show it where it was left with its first frame.
  ///
  /// - Parameters:
  ///   - path: Its absolute path.
  ///   - milliseconds: How long to wait for a store that is still being opened, or that writes.
  /// - Returns: nil where nothing is remembered of the path, or not known in time.
  public func earlier(_ path: String, within milliseconds: Int) -> EarlierVisit? {
    ask(within: milliseconds) { try StateReader($0).earlier(path) } ?? nil
  }
}
