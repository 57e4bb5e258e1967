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
    guard let stemmer, word.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
      return word
    }
    var word = word
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, CInt(bytes.count)) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      let length = Int(sb_stemmer_length(stemmer))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }
}
