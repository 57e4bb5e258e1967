import BriefingSearch

/// The stems of a word that is looked for, in one language.
struct QueryStems {
  /// Folded, each once.
  let stems: [[UInt8]]

  /// Those of a folded word, and that of the word as it was typed.
  ///
  /// - Parameter typed: What the reader typed; nil for a word that takes the place of another.
  init(of word: String, typed: String? = nil, _ stemmer: Stemmer) {
    let folded = Array(word.utf8)
    self.stems = folded.withUnsafeBufferPointer { folded in
      var stems = stemmer.stems(of: folded)
      if let typed {
        let line = WordLine([typed])
        if line.count == 1, line.written.count == 1 {
          let own = line.written[0].withUnsafeBufferPointer {
            stemmer.ownStem(ofWritten: $0, folded: folded)
          }
          if let own { stems.append(own) }
        }
      }
      return stems
    }
  }
}
