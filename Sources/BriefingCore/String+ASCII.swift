extension String {
  /// Where a short text of ASCII stands first in it, byte for byte: a letter with a combining mark is found by the letter.
  func range(ofASCII part: String) -> Range<String.Index>? {
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: part.utf8) {
        return start..<utf8.index(start, offsetBy: part.utf8.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
