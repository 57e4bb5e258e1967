import BriefingSearch

/// Where in a section a word stands, as one number: places of a field are in order, and a word's follower has the
/// next one.
struct WordPlace: Hashable, Comparable {
  /// The field's bits above those of the position.
  var rawValue: UInt32

  /// Bits of a position.
  private static let positionBits: UInt32 = 28

  /// Positions are below this.
  static let limit = 1 << Int(positionBits)

  /// What of a section a word stands in, the most frequent first. Metadata of a whole briefing are a body.
  enum Field: UInt32, CaseIterable {
    case body, title, section, tag, name, host

    /// What it is to the ranking.
    var column: Relevance.Column {
      switch self {
      case .body: .body
      case .title: .title
      case .section: .section
      case .tag: .tag
      case .name: .name
      case .host: .host
      }
    }

    init(_ field: SearchQuery.TextField) {
      switch field {
      case .title: self = .title
      case .section: self = .section
      case .tag: self = .tag
      }
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// - Parameter position: 0-based, counting words and borders.
  init(_ field: Field, position: Int) {
    rawValue = field.rawValue << Self.positionBits | UInt32(truncatingIfNeeded: position)
  }

  /// The field; nil where the bytes that it was read from were damaged.
  var field: Field? { Field(rawValue: rawValue >> Self.positionBits) }

  /// The 0-based position in the field.
  var position: UInt32 { rawValue & (1 << Self.positionBits - 1) }

  /// Whether the field is the body.
  @inline(__always)
  var isInBody: Bool { rawValue >> Self.positionBits == Field.body.rawValue }

  static func < (a: WordPlace, b: WordPlace) -> Bool { a.rawValue < b.rawValue }

  // MARK: Bytes

  /// Appends the places of one word in one section, in order.
  ///
  /// A position is written as the distance from the one before, doubled; an odd number says that a field begins, and
  /// which. The body needs none. So most words take one byte or two.
  ///
  /// - Returns: How many places there are.
  @discardableResult
  static func append(_ places: some Sequence<WordPlace>, to bytes: inout [UInt8]) -> Int {
    var count = 0
    var last: WordPlace?
    for place in places {
      place.forEachByte(after: last) { bytes.append($0) }
      last = place
      count += 1
    }
    return count
  }

  /// Calls `write` with the bytes of a place after those of the place before, nil for the first one.
  @inline(__always)
  func forEachByte(after last: WordPlace?, _ write: (UInt8) -> Void) {
    let own = rawValue >> Self.positionBits
    var start = last?.position ?? 0
    if own != (last?.rawValue ?? 0) >> Self.positionBits {
      VariableInteger.forEachByte(of: own << 1 | 1, write)
      start = 0
    }
    VariableInteger.forEachByte(of: (position &- start) << 1, write)
  }

  /// Calls `found` with the places of one word in one section.
  ///
  /// - Parameter end: The offset after the last one; nil where there is only one.
  @inline(__always)
  static func read(
    _ reader: inout VariableIntegerReader, to end: Int?, _ found: (WordPlace) -> Void
  ) {
    var field = Field.body.rawValue << positionBits
    var position: UInt32 = 0
    repeat {
      let value = reader.next()
      if value & 1 == 1 {
        field = (value >> 1) << positionBits
        position = 0
        continue
      }
      position &+= value >> 1
      found(WordPlace(rawValue: field | position & (1 << positionBits - 1)))
      if end == nil { return }
    } while !reader.isOver && end.map { reader.offset < $0 } != false
  }

  /// Passes the only place of a word in a section.
  @inline(__always)
  static func skipOne(_ reader: inout VariableIntegerReader) {
    if reader.next() & 1 == 1 { _ = reader.next() }
  }
}
