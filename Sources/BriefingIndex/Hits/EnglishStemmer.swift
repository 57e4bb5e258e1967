import CStemmer

/// Reduces English words to their stems: `missiles` and `missile` to one, and `news` not to `new`.
///
/// Snowball's English stemmer by libstemmer, rather than SQLite's `porter`: that one is the first Porter stemmer,
/// which knows no exceptions. An instance belongs to one thread.
final class EnglishStemmer {
  private let stemmer: OpaquePointer?

  init() { stemmer = sb_stemmer_new("english", nil) }

  deinit { sb_stemmer_delete(stemmer) }

  /// The stem of a folded word; the word itself where it is not made of ASCII letters alone.
  func stem(of word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      guard Self.isWord(bytes) else { return String(decoding: bytes, as: UTF8.self) }
      return withStem(of: bytes) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Whether bytes are ASCII letters in lower case, the only ones that have a stem of their own.
  static func isWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// Gives the stem of a word of ASCII letters to `body`; the word itself where there is no memory for a stem.
  func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard let stemmer, let stem = sb_stemmer_stem(stemmer, word.baseAddress, CInt(word.count)) else {
      return try body(word)
    }
    return try body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
  }
}
