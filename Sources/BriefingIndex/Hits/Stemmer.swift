import BriefingCore
import BriefingSearch
import CStemmer

/// Reduces words of one language to their stems: `missiles` and `missile` to one, and `news` not to `new`.
///
/// Snowball's stemmers by libstemmer, rather than SQLite's `porter`: that one is the first Porter stemmer, which knows no
/// exceptions. An instance belongs to one thread.
final class Stemmer {
  let language: Language
  private let stemmer: OpaquePointer?
  /// Written words that were asked for, and what they were found to have: the same come again and again.
  private var written = WordTable()
  private var ownStems: [[UInt8]?] = []
  /// How many of these are stems, and what such an array takes.
  private var ownStemCount = 0
  private static let ownStemMemory = 64

  init(_ language: Language) {
    self.language = language
    stemmer = sb_stemmer_new(language.rawValue, nil)
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// Whether a folded word has stems: one of letters alone, of English ones in English.
  func isWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let isEnglish = language == .english
    return word.count <= Self.longest
      && word.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 >= 0x80 && !isEnglish }
  }

  /// The stems of a folded word, folded, each once: that of the word as it stands; in German besides, of `mueller`, that of
  /// `müller`. None where it is no word of letters.
  func stems(of word: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    guard isWord(word) else { return [] }
    var stems = [stem(of: word)]
    if language == .german, let restored = Umlauts.restored(word) {
      let other = restored.withUnsafeBufferPointer { stem(of: $0) }
      if other != stems[0] { stems.append(other) }
    }
    return stems
  }

  /// Calls `found` with each of what ``stems(of:)`` returns; nearly always without making an array. The bytes are libstemmer's
  /// own, which the next stem overwrites: `found` asks for none, and keeps a copy at most.
  func forEachStem(
    of word: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    guard language != .german else {
      for stem in stems(of: word) { try stem.withUnsafeBufferPointer(found) }
      return
    }
    if isWord(word) { try withStem(of: word, found) }
  }

  /// The stem, folded, of a word as its author wrote it, where none of the folded word's stems is the same; else nil.
  ///
  /// Stems of written words find more than those of folded ones: Turkish `ışıkları` is `ışık`, but `isiklari` is
  /// `isiklar`. Of English words, which have few marks, it is not asked.
  func ownStem(ofWritten written: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>) -> [UInt8]?
  {
    guard language != .english, isWord(folded) else { return nil }
    if memory > Self.enough { forget() }
    let number = self.written.number(of: written)
    if number < ownStems.count { return ownStems[number] }
    let own = stem(of: written)
    let isOwn = !stems(of: folded).contains(own)
    ownStems.append(isOwn ? own : nil)
    if isOwn { ownStemCount += 1 }
    return ownStems[number]
  }

  /// Bytes of memory that the written words take at most.
  private static let enough = 2 << 20

  /// About how much memory the written words take that it keeps.
  fileprivate var memory: Int {
    written.memory + ownStems.count * MemoryLayout<[UInt8]?>.stride + ownStemCount * Self.ownStemMemory
  }

  /// Forgets the written words.
  fileprivate func forget() { (written, ownStems, ownStemCount) = (WordTable(), [], 0) }

  /// Whether a stem starts as its word does, which spares a look at most words.
  var keepsBeginnings: Bool {
    switch language {
    case .english, .german, .french, .spanish, .italian, .portuguese, .dutch, .turkish, .russian, .danish,
      .swedish,
      .norwegian:
      true
    default: false
    }
  }

  /// Bytes of a word that is stemmed at most.
  private static let longest = 64

  /// The folded stem of a word; the word itself where there is no memory for a stem.
  private func stem(of word: UnsafeBufferPointer<UInt8>) -> [UInt8] { withStem(of: word) { Array($0) } }

  private func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard let stemmer, let stem = sb_stemmer_stem(stemmer, word.baseAddress, CInt(word.count)) else {
      return try body(word)
    }
    let bytes = UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer)))
    if bytes.allSatisfy({ $0 < 0x80 }) { return try body(bytes) }
    return try Array(Folding.all.fold(String(decoding: bytes, as: UTF8.self)).utf8)
      .withUnsafeBufferPointer(body)
  }
}

/// The stemmers of all languages that a thread has met.
final class Stemmers {
  private var known: [Language: Stemmer] = [:]
  private var last: Stemmer?

  /// Bytes of memory that the words take that all of them keep, besides those of the one at hand.
  private static let enough = 4 << 20

  /// About how much memory the written words take that they keep.
  var memory: Int { known.values.reduce(0) { $0 + $1.memory } }

  /// That of a language.
  subscript(language: Language) -> Stemmer {
    if let last, last.language == language { return last }
    // A library may have a little of each language.
    if memory > Self.enough { for stemmer in known.values { stemmer.forget() } }
    let stemmer = known[language] ?? Stemmer(language)
    known[language] = stemmer
    last = stemmer
    return stemmer
  }
}
