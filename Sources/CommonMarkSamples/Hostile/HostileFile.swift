/// An entry of a folder that is made to do harm: by what it holds, by its name, or by being no file at all.
public struct HostileFile: Sendable {
  /// What stands under a name.
  public enum Content: Sendable {
    /// A file of these bytes.
    case file(@Sendable () -> [UInt8])
    /// A file that its owner may not read (the superuser may).
    case unreadable([UInt8])
    /// A symbolic link.
    case link(to: String)
    /// A named pipe that nobody writes to.
    case pipe
    /// A folder, which is empty.
    case folder
  }

  /// Its name, as bytes: no slash and no NUL, and not always UTF-8. No two entries of a corpus share one.
  public var name: [UInt8]
  /// What it is about, in words that can be printed.
  public var subject: String
  /// What it is.
  public var content: Content

  /// Makes an entry.
  public init(name: [UInt8], subject: String, _ content: Content) {
    (self.name, self.subject, self.content) = (name, subject, content)
  }

  /// Whether it is a file whose content matters, and not its name or its kind.
  public var isText: Bool {
    if case .file = content {
      name.allSatisfy { 0x21..<0x7F ~= $0 && $0 != UInt8(ascii: "\\") }
    } else {
      false
    }
  }
}
