/// A briefing's file that is to be opened in the reader's editor.
public struct EditRequest: Hashable, Sendable {
  /// The path that opens it.
  public let path: String
  /// 1-based.
  public let line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// A part of a briefing that a command is to get as its standard input.
public struct PipeRequest: Sendable {
  /// Tells what comes back from what comes of another command.
  public let serial: Int
  /// What the command gets.
  public let extract: Extract
  /// As typed: a shell reads it.
  public let command: String

  package init(serial: Int, extract: Extract, command: String) {
    self.serial = serial
    self.extract = extract
    self.command = command
  }
}

/// A part of a briefing that is to be written to a new file.
public struct WriteRequest: Sendable {
  /// What is written.
  public let extract: Extract
  /// As typed: `~` is still in it.
  public let path: String

  package init(extract: Extract, path: String) {
    self.extract = extract
    self.path = path
  }
}
