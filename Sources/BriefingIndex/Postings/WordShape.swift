/// How often a word stands in each part of a section: what ranking needs to know of it, but for the places.
struct WordShape: Hashable {
  private var counts = SIMD8<UInt32>()

  /// Occurrences in a field.
  @inline(__always)
  subscript(field: WordPlace.Field) -> UInt32 { counts[Int(field.rawValue)] }

  /// Occurrences in all fields.
  @inline(__always)
  var total: UInt32 { counts.wrappedSum() }

  /// The shape of most words: once in the body.
  @inline(__always)
  static var plain: WordShape { WordShape(counts: SIMD8(1, 0, 0, 0, 0, 0, 0, 0)) }

  /// Whether it is that of most words.
  @inline(__always)
  var isPlain: Bool { counts[0] == 1 && !hasFields }

  /// Whether the word stands in other fields than the body.
  @inline(__always)
  var hasFields: Bool { counts[1] | counts[2] | counts[3] | counts[4] | counts[5] != 0 }

  private init(counts: SIMD8<UInt32>) { self.counts = counts }

  /// Counts places.
  init(_ places: some Sequence<WordPlace>) {
    for place in places { counts[Int((place.field ?? .body).rawValue)] &+= 1 }
  }

  /// Counts the places of one word in one section, as ``WordPlace`` writes them.
  init(ofPlaces bytes: UnsafeBufferPointer<UInt8>) {
    var reader = VariableIntegerReader(bytes)
    var counts = SIMD8<UInt32>()
    WordPlace.read(&reader, to: bytes.count) { counts[Int(($0.field ?? .body).rawValue)] &+= 1 }
    self.counts = counts
  }

  // MARK: Bytes

  /// Appends it: the body's count, doubled, odd where the other fields follow. These share a number, two bits each; of
  /// three or more what is above three follows.
  func append(to bytes: inout [UInt8]) {
    let packed = (1...5).reduce(UInt32(0)) { $0 | min(3, counts[$1]) << UInt32(2 * $1 - 2) }
    VariableInteger.append(counts[0] << 1 | (packed == 0 ? 0 : 1), to: &bytes)
    guard packed != 0 else { return }
    VariableInteger.append(packed, to: &bytes)
    for index in 1...5 where counts[index] >= 3 { VariableInteger.append(counts[index] - 3, to: &bytes) }
  }

  /// Appends the shape of a word that stands in a section once; none where that is in the body.
  @inline(__always)
  static func append(onceIn field: WordPlace.Field, to bytes: inout [UInt8]) {
    guard field != .body else { return }
    VariableInteger.append(1, to: &bytes)
    VariableInteger.append(1 << (2 * field.rawValue - 2), to: &bytes)
  }

  /// Reads what ``append(to:)`` wrote; of damaged bytes anything, which the reader notices at their end.
  @inline(__always)
  init(_ reader: inout VariableIntegerReader) {
    let body = reader.next()
    counts[0] = body >> 1
    guard body & 1 == 1 else { return }
    let packed = reader.next()
    for index in 1...5 {
      let count = packed >> UInt32(2 * index - 2) & 3
      counts[index] = count == 3 ? reader.next() &+ 3 : count
    }
  }
}
