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
  /// Folded words whose stems were asked for one after another, and these: every segment has the most frequent words.
  private var folded = WordTable()
  private var foldedStems = StemPool()

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

  /// Calls `found` with each of what ``stems(of:)`` returns, and keeps these: to stem a word again takes ten times as long
  /// as to find it. The bytes are valid in `found` alone, which asks for no other stems.
  func forEachStem(
    of word: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    guard isWord(word) else { return }
    if foldedMemory > Self.enoughFolded { forgetFolded() }
    let number = folded.number(of: word)
    if number == foldedStems.count { foldedStems.append(stems(of: word)) }
    try foldedStems.forEach(of: number, found)
  }

  /// The stem, folded, of a word as its author wrote it, where none of the folded word's stems is the same; else nil.
  ///
  /// Stems of written words find more than those of folded ones: Turkish `ışıkları` is `ışık`, but `isiklari` is
  /// `isiklar`. Of English words, which have few marks, it is not asked.
  func ownStem(ofWritten written: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>) -> [UInt8]?
  {
    guard language != .english, isWord(folded) else { return nil }
    if writtenMemory > Self.enough { forgetWritten() }
    let number = self.written.number(of: written)
    if number < ownStems.count { return ownStems[number] }
    let own = stem(of: written)
    let isOwn = !stems(of: folded).contains(own)
    ownStems.append(isOwn ? own : nil)
    if isOwn { ownStemCount += 1 }
    return ownStems[number]
  }

  /// Bytes of memory that the written words take at most, and the folded ones.
  private static let enough = 2 << 20
  private static let enoughFolded = 6 << 20

  /// About how much memory the written words take that it keeps.
  fileprivate var writtenMemory: Int {
    written.memory + ownStems.count * MemoryLayout<[UInt8]?>.stride + ownStemCount * Self.ownStemMemory
  }

  /// About how much memory the folded words take that it keeps.
  fileprivate var foldedMemory: Int { folded.memory + foldedStems.memory }

  /// Forgets the written words.
  fileprivate func forgetWritten() { (written, ownStems, ownStemCount) = (WordTable(), [], 0) }

  /// Forgets the folded words.
  fileprivate func forgetFolded() { (folded, foldedStems) = (WordTable(), StemPool()) }

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

/// The stems of words, numbered from 0, in one piece: most have one.
private struct StemPool {
  private var bytes: [UInt8] = []
  /// Where the stems of each word end.
  private var ends: [Int32] = []
  private static let space = UInt8(ascii: " ")

  /// How many words have stems here.
  var count: Int { ends.count }

  /// About how much memory they take.
  var memory: Int { bytes.count + ends.count * MemoryLayout<Int32>.stride }

  /// Gives the next word its stems.
  mutating func append(_ stems: [[UInt8]]) {
    // No stem has a space in it.
    bytes.append(contentsOf: stems.joined(separator: CollectionOfOne(Self.space)))
    ends.append(Int32(truncatingIfNeeded: bytes.count))
  }

  /// Calls `found` with each stem of a word.
  func forEach(of word: Int, _ found: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    var start = word == 0 ? 0 : Int(ends[word - 1])
    let end = Int(ends[word])
    try bytes.withUnsafeBufferPointer { bytes in
      while start < end {
        let stem = bytes[start..<end].prefix { $0 != Self.space }
        try found(UnsafeBufferPointer(rebasing: stem))
        start = stem.endIndex + 1
      }
    }
  }
}

/// The stemmers of all languages that a thread has met.
final class Stemmers {
  private var known: [Language: Stemmer] = [:]
  private var last: Stemmer?

  /// Bytes of memory that the words take that all of them keep, besides those of the one at hand: the written ones, and the
  /// folded ones.
  private static let enough = 4 << 20
  private static let enoughFolded = 8 << 20

  /// About how much memory the words take that they keep.
  var memory: Int { known.values.reduce(0) { $0 + $1.writtenMemory + $1.foldedMemory } }

  /// That of a language.
  subscript(language: Language) -> Stemmer {
    if let last, last.language == language { return last }
    // A library may have a little of each language.
    if known.values.reduce(0, { $0 + $1.writtenMemory }) > Self.enough {
      for stemmer in known.values { stemmer.forgetWritten() }
    }
    if known.values.reduce(0, { $0 + $1.foldedMemory }) > Self.enoughFolded {
      for stemmer in known.values { stemmer.forgetFolded() }
    }
    let stemmer = known[language] ?? Stemmer(language)
    known[language] = stemmer
    last = stemmer
    return stemmer
  }
}
