/// The words of a filter, prepared to be looked for in the texts of many rows.
package struct CatalogueFilter: Sendable {
  /// A word's bytes among all of them, with its first and its last byte, each eight times.
  fileprivate struct Word {
    var bytes: Range<Int>
    var first: UInt64
    var last: UInt64
  }

  private var bytes: [UInt8] = []
  private var words: [Word] = []

  /// Takes the words, folded; every row fits where there are none.
  package init(_ words: [[UInt8]]) {
    for word in words {
      guard let first = word.first, let last = word.last else { continue }
      let range = bytes.count..<bytes.count + word.count
      bytes += word
      self.words.append(
        Word(bytes: range, first: UInt64(first) &* Self.ones, last: UInt64(last) &* Self.ones))
    }
  }

  /// Whether every row fits.
  var isEmpty: Bool { words.isEmpty }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Looks for the words in texts. It only points to them, so that going from row to row counts no references: that would
  /// make each row wait for the memory of the one before.
  struct Search {
    private let bytes: UnsafeRawBufferPointer
    private let words: UnsafeBufferPointer<Word>

    fileprivate init(_ bytes: UnsafeRawBufferPointer, _ words: UnsafeBufferPointer<Word>) {
      self.bytes = bytes
      self.words = words
    }

    /// Whether every word stands in a text.
    func fits(_ text: UnsafeRawBufferPointer) -> Bool {
      for word in words where !stands(word, in: text) { return false }
      return true
    }

    /// Eight places at a time, as long as a word starts at none of them. Its first and last byte are looked for at once,
    /// for few places have both.
    private func stands(_ word: Word, in text: UnsafeRawBufferPointer) -> Bool {
      let span = word.bytes.count - 1
      var start = 0
      while start &+ span &+ 8 <= text.count {
        let first = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let last = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: start &+ span, as: UInt64.self))
        let other = (first ^ word.first) | (last ^ word.last)
        // The lowest bit stands for a byte that is zero; those above it may stand for none.
        let zeros = (other &- CatalogueFilter.ones) & ~other & (CatalogueFilter.ones << 7)
        guard zeros != 0 else {
          start &+= 8
          continue
        }
        start &+= zeros.trailingZeroBitCount >> 3
        if stands(word, in: text, at: start) { return true }
        start &+= 1
      }
      while start &+ span < text.count {
        if stands(word, in: text, at: start) { return true }
        start &+= 1
      }
      return false
    }

    private func stands(_ word: Word, in text: UnsafeRawBufferPointer, at start: Int) -> Bool {
      for offset in 0..<word.bytes.count
      where text[start &+ offset] != bytes[word.bytes.lowerBound &+ offset] { return false }
      return true
    }
  }

  /// Gives what looks for the words to `body`; it is of no use afterwards.
  func withSearch<Result>(_ body: (Search) -> Result) -> Result {
    bytes.withUnsafeBytes { bytes in words.withUnsafeBufferPointer { body(Search(bytes, $0)) } }
  }
}
