/// The text of a prompt and its cursor.
public struct LineEditor: Hashable, Sendable {
  /// Unicode scalars that a prompt takes at most: every key looks at all of them.
  public static let limit = 1000

  private var characters: [Character]
  /// 0-based; the count of characters where it stands behind the last.
  public private(set) var cursor: Int

  /// Starts with a text, of which ``limit`` counts, the cursor behind it.
  public init(_ text: String = "") {
    characters = Array(String(text.unicodeScalars.prefix(Self.limit)))
    cursor = characters.count
  }

  /// What was typed.
  public var text: String { String(characters) }

  /// The text before the cursor.
  public var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Types text at the cursor. White space of any kind, a pasted line ending too, becomes a space.
  ///
  /// - Returns: Whether all of it was taken. What goes beyond ``limit`` is left out.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool {
    let room = max(0, Self.limit - characters.reduce(0) { $0 + $1.unicodeScalars.count })
    guard room > 0 else { return text.isEmpty }
    let taken = String(text.unicodeScalars.prefix(room))
    let typed = taken.map { $0.isWhitespace ? " " : $0 }
    // Joining with the neighbours can merge characters (a pasted combining mark), so the cursor counts anew.
    let before = Array(String(characters[..<cursor] + typed))
    characters = Array(String(before + characters[cursor...]))
    cursor = min(before.count, characters.count)
    return taken.unicodeScalars.count == text.unicodeScalars.count
  }

  /// Performs an editing command; false where the command is none.
  public mutating func perform(_ command: Command) -> Bool {
    switch command {
    case .deleteBackward:
      guard cursor > 0 else { return true }
      cursor -= 1
      characters.remove(at: cursor)
    case .deleteForward:
      guard cursor < characters.count else { return true }
      characters.remove(at: cursor)
    case .deleteWord:
      let end = cursor
      while cursor > 0, characters[cursor - 1] == " " { cursor -= 1 }
      while cursor > 0, characters[cursor - 1] != " " { cursor -= 1 }
      characters.removeSubrange(cursor..<end)
    case .deleteToStart:
      characters.removeSubrange(..<cursor)
      cursor = 0
    case .deleteToEnd: characters.removeSubrange(cursor...)
    case .cursorLeft: cursor = max(0, cursor - 1)
    case .cursorRight: cursor = min(characters.count, cursor + 1)
    case .cursorStart: cursor = 0
    case .cursorEnd: cursor = characters.count
    default: return false
    }
    return true
  }
}
