import BriefingReader

/// Keys as the table of keys has them: one sequence, or with `a..z` at the end one for each letter or digit between.
struct WrittenKeys {
  /// The sequences, each with what it adds to a command that takes an argument; nil where it is no range.
  let sequences: [(keys: KeySequence, argument: String?)]

  /// Nil where these are no keys.
  init?(_ written: String) {
    let words = written.split(separator: " ")
    guard let last = words.last, let range = Self.range(last) else {
      guard let keys = KeySequence(written: written) else { return nil }
      sequences = [(keys, nil)]
      return
    }
    let start = words.dropLast().compactMap { Key($0) }
    guard start.count == words.count - 1 else { return nil }
    sequences = range.compactMap { character in
      KeySequence(start + [.character(character)]).map { ($0, String(character)) }
    }
  }

  /// The characters of `a..z`; nil where it is something else.
  private static func range(_ word: Substring) -> [Character]? {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count == 4, scalars[1] == ".", scalars[2] == ".", scalars[0].isASCII, scalars[3].isASCII,
      scalars[0].properties.isAlphabetic == scalars[3].properties.isAlphabetic, scalars[0] < scalars[3]
    else { return nil }
    return (scalars[0].value...scalars[3].value).compactMap { Unicode.Scalar($0).map(Character.init) }
  }

  /// Why no terminal sends one of the keys; nil where one sends them all.
  static func reason(againstSending keys: KeySequence) -> String? {
    keys.keys.lazy.compactMap(\.whyNeverSent).first
  }
}
