import BriefingReading
import GRDB

/// How the program was left: questions that its start waits for, and so not for long. While the database is being opened a
/// ``StartConnection`` answers them.
extension BriefingStore {
  /// How a library was looked at last, by its absolute path, or with an empty one what was opened by itself; nil where
  /// nothing is remembered.
  public func view(of library: String) -> ViewSettings? {
    askEarly(ifEmpty: nil) { try $0.view(of: library) } ?? nil
  }

  /// The absolute paths of the libraries that were opened, the last one first.
  public func libraries() -> [String] { askEarly(ifEmpty: []) { try $0.libraries() } ?? [] }

  /// The briefing below a folder that was opened last; nil where nothing of it is left to read.
  public func lastVisit(under folder: String) -> LastVisit? {
    askEarly(ifEmpty: nil) { try $0.lastVisit(under: folder) } ?? nil
  }

  /// What is known of a file by its path alone, to show it where it was left with its first frame.
  ///
  /// - Parameters:
  ///   - path: Its absolute path.
  ///   - milliseconds: How long to wait for a store that is still being opened for good, or that writes. Before that the
  ///     caller's thread asks the file itself, for as long as its disk takes.
  /// - Returns: nil where nothing is remembered of the path, or not known in time.
  public func earlier(_ path: String, within milliseconds: Int) -> EarlierVisit? {
    askEarly(ifEmpty: nil, within: milliseconds) { try $0.earlier(path) } ?? nil
  }

  /// Whether nothing is remembered of a file, neither by its path nor by its number; false where that is not known in time.
  ///
  /// - Parameters:
  ///   - path: Its absolute path.
  ///   - number: Its number in its file system; 0 where it has none.
  ///   - milliseconds: How long to wait, as for ``earlier(_:within:)``.
  public func isNew(_ path: String, number: UInt64, within milliseconds: Int) -> Bool {
    askEarly(ifEmpty: true, within: milliseconds) { try $0.isNew(path, number: number) } ?? false
  }

  /// Returns a question of the start; nil where there is no database that could, or none within some milliseconds.
  ///
  /// - Parameter nothing: The answer where there is no database yet.
  private func askEarly<Answer: Sendable>(
    ifEmpty nothing: Answer, within milliseconds: Int? = nil,
    _ question: @Sendable (StartReader) throws -> Answer
  ) -> Answer? {
    if let answer = loop?.answerEarly(ifEmpty: nothing, question) { return answer }
    func late(_ db: Database) throws -> Answer {
      guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      return try question(StartReader(connection: connection))
    }
    return if let milliseconds { ask(within: milliseconds, late) } else { ask(late) }
  }
}
