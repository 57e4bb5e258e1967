extension CatalogueTable {
  /// The rows that a link may mean: those whose path below the library's folder, or one of whose addresses, holds one of some
  /// words, ASCII's letter case aside. A look at bytes, for a row is made only where one fits.
  ///
  /// - Parameters:
  ///   - words: In lower case.
  ///   - root: So many bytes of a path are the library's folder.
  package func rows(naming words: [[UInt8]], root: Int) -> [CatalogueRow] {
    items.indices.filter { index in
      switch items[index] {
      case .kept(let number, let row):
        let batch = batches[Int(number)]
        return batch.withPath(of: Int(row)) { path in words.contains { path.holdsLowercased($0) } }
          || batch.withAddresses(of: Int(row)) { text in words.contains { text.holdsLowercased($0) } }
      case .read(let card):
        var path = card.row.path
        return path.withUTF8 { path in
          let below = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(path).dropFirst(root))
          return words.contains { below.holdsLowercased($0) }
        }
          || card.row.addresses.contains { address in
            words.contains { word in Array(address.utf8).withUnsafeBytes { $0.holdsLowercased(word) } }
          }
      }
    }.map { self[$0] }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a word stands in it, capitals of ASCII taken as small letters.
  fileprivate func holdsLowercased(_ word: [UInt8]) -> Bool {
    word.withUnsafeBytes { word in
      guard let first = word.first else { return true }
      let isLetter = 0x61...0x7A ~= first
      var start = 0
      while start &+ word.count <= count {
        let byte = self[start]
        if byte == first || isLetter && byte | 0x20 == first {
          var length = 1
          while length < word.count {
            let byte = self[start &+ length]
            let small = 0x41...0x5A ~= byte ? byte | 0x20 : byte
            guard small == word[length] else { break }
            length &+= 1
          }
          if length == word.count { return true }
        }
        start &+= 1
      }
      return false
    }
  }
}
