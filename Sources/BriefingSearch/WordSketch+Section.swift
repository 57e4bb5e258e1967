import BriefingCore
import BriefingText

extension WordSketch {
  /// The words of a section's text, or of its beginning where it is long.
  package init(ofSection ordinal: Int, of units: BriefingUnits, isCancelled: () -> Bool) throws {
    var texts = SearchableTexts(units)
    var hashes: [UInt32] = []
    var bytes = 0
    try units.forEachPassage(ofSection: ordinal, &texts, isCancelled: isCancelled) { text in
      bytes += text.count
      var hash = WordBits.start
      var isInWord = false
      for byte in text.prefix(Likeness.longest) {
        // Capitals and signs tell copies no better; what is not ASCII is a letter here.
        let isLetter = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        // Not by a generic function of another module, which would take a call a byte.
        if isLetter { hash = WordBits.next(hash, byte) }
        if !isLetter, isInWord {
          hashes.append(UInt32(truncatingIfNeeded: hash ^ hash >> 32))
          hash = WordBits.start
        }
        isInWord = isLetter
      }
      if isInWord { hashes.append(UInt32(truncatingIfNeeded: hash ^ hash >> 32)) }
      return bytes < Likeness.longest
    }
    self.init(ofHashes: hashes, limit: WordSketch.comparedLimit)
  }
}
