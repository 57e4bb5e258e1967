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
  private static func host(_ typed: String) -> String? {
    let typed = typed.lowercased()
    let isAddress = typed.contains("://")
    guard isAddress || typed.hasPrefix("www."),
      let host = WebHost.name(of: isAddress ? typed : "https://" + typed)
    else { return nil }
    return typed.hasSuffix(host) || typed.hasSuffix(host + "/") ? host : nil
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

  /// The runs of words, typed one after another, that may be one word together: `F 35` and `AIM 120 C 8`, of which `120 c 8`
  /// is one too. They have two to four words, each short, and letters and digits take turns.
  ///
  /// - Parameter words: Folded; nil for what is no bare word.
  static func runs(of words: [String?]) -> [Range<Int>] {
    words.indices.flatMap { start in
      var runs: [Range<Int>] = []
      var end = start + 1
      while end < min(words.count, start + mostParts), mayJoin(words[end - 1], words[end]) {
        end += 1
        runs.append(start..<end)
      }
      return runs
    }
  }

  /// Words that are written as one at most.
  private static let mostParts = 4

  private static func mayJoin(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second, let end = first.unicodeScalars.last, let start = second.unicodeScalars.first
    else { return false }
    let isDigit = { (scalar: Unicode.Scalar) in (0x30...0x39).contains(scalar.value) }
    guard isDigit(end) != isDigit(start) else { return false }
    return isDigit(end)
      ? first.utf8.count <= 4 && second.unicodeScalars.count <= 3
      : first.unicodeScalars.count <= 3 && second.utf8.count <= 4
  }
}
