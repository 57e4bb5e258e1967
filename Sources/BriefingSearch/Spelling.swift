import BriefingCore

/// Another way to write a word: `F35` for `F-35`, `us` for `U.S.`, `e mail` for `email`.
public struct Spelling: Hashable, Sendable {
  /// Folded words that stand one after another.
  public var words: [String]
  /// Whether the only word is written in parts, with a sign between them: see ``WordLine/joined``.
  public var isJoined: Bool

  /// What it counts of the word as typed.
  public var strength: UInt32 {
    isJoined
      ? Relevance.Strength.joined : words.count > 1 ? Relevance.Strength.apart : Relevance.Strength.spelling
  }

  /// The other spellings of what was typed as one, by its folded words.
  static func all(of typed: String, words: [String]) -> [Spelling] {
    // As a text would be read that has it.
    let line = WordLine([typed])
    guard words.count > 1 else { return words.first.map { ofWord($0, line) } ?? [] }
    if let host = host(typed) { return [Spelling(words: Words(host).texts, isJoined: false)] }
    guard line.joined.count == 1, let joined = line.joined.first(where: { _ in true }),
      joined.isWord(words.joined().utf8)
    else { return [] }
    let word = String(decoding: joined.word, as: UTF8.self)
    return [Spelling(words: [word], isJoined: false)]
  }

  /// The host of an address that was typed or pasted, as it is found in links: without `https://` and `www.`. Nil where
  /// neither was typed, and where more follows: of a page the host alone is not what is looked for.
  private static func host(_ typed: String) -> Substring? {
    var host = typed.lowercased()[...]
    for start in ["http://", "https://", "www."] where host.hasPrefix(start) {
      host = host.dropFirst(start.utf8.count)
    }
    guard host.utf8.count < typed.utf8.count else { return nil }
    if host.last == "/" { host.removeLast() }
    let isHost = host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    return isHost && host.contains(".") ? host : nil
  }

  private static func ofWord(_ word: String, _ line: WordLine) -> [Spelling] {
    var spellings = [Spelling(words: [word], isJoined: true)]
    if line.count == 1, line.written.count == 1, let plain = Umlauts.withoutMarks(line.written[0]) {
      spellings.append(Spelling(words: [plain], isJoined: false))
    }
    let parts = parts(of: word)
    if parts.count > 1 { spellings.append(Spelling(words: parts, isJoined: false)) }
    return spellings
  }

  /// A word of letters and digits, taken apart where these meet.
  private static func parts(of word: String) -> [String] {
    var parts: [String] = []
    var wasDigit: Bool?
    for scalar in word.unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value)
      if isDigit == wasDigit {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else {
        parts.append(String(Character(scalar)))
      }
      wasDigit = isDigit
    }
    return parts
  }

  /// Whether two words that were typed one after another may be one: `F 35`.
  static func mayJoin(_ first: String, _ second: String) -> Bool {
    guard let end = first.unicodeScalars.last, let start = second.unicodeScalars.first else { return false }
    let isDigit = { (scalar: Unicode.Scalar) in (0x30...0x39).contains(scalar.value) }
    return first.unicodeScalars.count <= 3 && !isDigit(end) && isDigit(start) && second.utf8.count <= 4
  }
}
