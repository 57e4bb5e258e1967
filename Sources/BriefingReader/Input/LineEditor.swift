/// The text of a prompt and its cursor.
public struct LineEditor: Hashable, Sendable {
  /// Unicode scalars that a prompt takes at most: every key looks at all of them.
  public static let limit = 1000

  private var characters: [Character]
  /// 0-based; the count of characters where it stands after the last.
  public private(set) var cursor: Int

  /// Starts with a text, of which ``limit`` counts, the cursor after it.
  public init(_ text: String = "") {
    characters = Array(String(text.unicodeScalars.prefix(Self.limit)))
    cursor = characters.count
  }

  /// What was typed.
  public var text: String { String(characters) }

  /// Whether nothing is typed.
  public var isEmpty: Bool { characters.isEmpty }

  /// Whether the cursor stands after the last character.
  public var isAtEnd: Bool { cursor == characters.count }

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
    // Joining with the neighbours can merge characters (a pasted combining mark), so the cursor counts again.
    let before = Array(String(characters[..<cursor] + typed))
    characters = Array(String(before + characters[cursor...]))
    cursor = min(before.count, characters.count)
    return taken.unicodeScalars.count == text.unicodeScalars.count
  }

  /// Changes the text or moves the cursor.
  public mutating func perform(_ edit: Edit) {
    switch edit {
    case .deleteBackward: delete(from: max(0, cursor - 1))
    case .deleteForward: delete(to: min(characters.count, cursor + 1))
    case .deleteWord: delete(from: startOfRun { $0 != " " })
    case .deleteWordBackward: delete(from: startOfRun(where: Self.isInWord))
    case .deleteWordForward: delete(to: endOfRun(where: Self.isInWord))
    case .deleteToStart: delete(from: 0)
    case .deleteToEnd: delete(to: characters.count)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .wordLeft: cursor = startOfRun(where: Self.isInWord)
    case .wordRight: cursor = endOfRun(where: Self.isInWord)
    case .start: cursor = 0
    case .end: cursor = characters.count
    }
  }

  private static func isInWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private mutating func delete(from start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  private mutating func delete(to end: Int) { characters.removeSubrange(cursor..<end) }

  /// Where the run before the cursor starts, what is between it and the cursor passed over.
  private func startOfRun(where belongs: (Character) -> Bool) -> Int {
    var start = cursor
    while start > 0, !belongs(characters[start - 1]) { start -= 1 }
    while start > 0, belongs(characters[start - 1]) { start -= 1 }
    return start
  }

  private func endOfRun(where belongs: (Character) -> Bool) -> Int {
    var end = cursor
    while end < characters.count, !belongs(characters[end]) { end += 1 }
    while end < characters.count, belongs(characters[end]) { end += 1 }
    return end
  }
}
