/// The words of one section while it is gone through, and where each of them stands.
struct OpenSection: Sendable {
  /// A word, as far as it was met.
  private struct Word {
    /// The section that it was met in last.
    var section: Int32 = -1
    /// Its places there.
    var places = PlacePool.List(WordPlace(rawValue: 0))
  }

  private var words: [Word] = []
  /// The words of the section in the order in which they came.
  private var order: [Int32] = []
  private var pool = PlacePool()
  private var current: Int32 = 0
  /// The places of one word.
  private var places: [UInt8] = []

  /// About how much memory it takes.
  var byteCount: Int { words.count * MemoryLayout<Word>.stride + order.count * 4 + pool.byteCount }

  /// Adds a word by its number; in a field the positions of one word come in order, and so do the fields.
  @inline(__always)
  mutating func append(_ word: Int, _ field: WordPlace.Field, position: Int) {
    // What stands so far back in a text cannot be found; the reader would not find it either.
    guard position < WordPlace.limit else { return }
    let place = WordPlace(field, position: position)
    while words.count <= word { words.append(Word()) }
    if words[word].section == current {
      pool.append(place, to: &words[word].places)
    } else {
      words[word] = Word(section: current, places: PlacePool.List(place))
      order.append(Int32(truncatingIfNeeded: word))
    }
  }

  /// Appends each word's shape, where it has one, and its places to `bytes`, calls `found` with how many bytes these are,
  /// and starts a new section.
  @inline(__always)
  mutating func close(
    to bytes: inout [UInt8], _ found: (_ word: Int, _ length: Int, _ shapeLength: Int) -> Void
  ) {
    for word in order {
      let list = words[Int(word)].places
      let start = bytes.count
      if let field = list.onlyField {
        WordShape.append(onceIn: field, to: &bytes)
        let shapeLength = bytes.count - start
        list.appendOnly(to: &bytes)
        found(Int(word), bytes.count - start, shapeLength)
        continue
      }
      let shapeLength = pool.withPlaces(of: list, in: &places) { places in
        WordShape(ofPlaces: places).append(to: &bytes)
        let end = bytes.count
        bytes.append(contentsOf: places)
        return end - start
      }
      found(Int(word), bytes.count - start, shapeLength)
    }
    order.removeAll(keepingCapacity: true)
    pool.removeAll()
    current &+= 1
  }
}
