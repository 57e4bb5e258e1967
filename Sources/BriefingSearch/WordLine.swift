import BriefingCore

/// The words of passages one after another: folded, a space between them, `|` between passages.
///
/// It is what an index is given and what a scan goes through, so that both find the same. No word can hold a space
/// or the border. Positions count words and borders, from 0.
public struct WordLine: Hashable, Sendable {
  /// The words as folded UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// How many words there are, borders not counted.
  public private(set) var count = 0

  /// Words that are written as one with a sign between, as one: `f35` of `F-35`. In order.
  public private(set) var joined = JoinedWords()
  /// The words of which folding leaves less than their author wrote.
  public internal(set) var written = WrittenWords()
  /// How many positions there are, those of borders counted.
  private var positionCount = 0

  /// Stands between passages; as a position of its own it keeps phrases from running over.
  public static let border = UInt8(ascii: "|")
  private static let space = UInt8(ascii: " ")

  /// Makes an empty line.
  public init() {}

  /// Makes a line of passages' words.
  public init(_ passages: some Sequence<String>) {
    for passage in passages { append(passage) }
  }

  /// Gives up the room for more words, which may be as large as the words themselves.
  mutating func giveUpRoom() {
    guard bytes.capacity > bytes.count + bytes.count / 8 else { return }
    bytes = bytes.withUnsafeBufferPointer { Array($0) }
  }

  /// Puts a passage after what is there.
  public mutating func append(_ passage: String) {
    var passage = passage
    _ = passage.withUTF8 { append($0) }
  }

  /// Puts a passage of valid UTF-8 after what is there.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds.
  /// - Returns: Whether it came to its end.
  @discardableResult
  mutating func append(_ passage: UnsafeBufferPointer<UInt8>, isCancelled: () -> Bool = { false }) -> Bool {
    let end = bytes.count
    if end > 0 {
      bytes.append(Self.space)
      bytes.append(Self.border)
    }
    let first = positionCount + (end > 0 ? 1 : 0)
    // Taken out, so that they are not copied.
    var joined = JoinedWords()
    var written = WrittenWords()
    swap(&joined, &self.joined)
    swap(&written, &self.written)
    defer {
      swap(&joined, &self.joined)
      swap(&written, &self.written)
    }
    let words = Words.append(
      passage, to: &bytes, joined: { joined.append($0, position: first + $1) },
      written: { written.append($0, position: first + $1) }, isCancelled: isCancelled)
    guard let words else { return false }
    count += words
    if words == 0 {
      bytes.removeLast(bytes.count - end)
    } else {
      positionCount = first + words
    }
    return true
  }

  /// The first positions of it, all where it has no more.
  func prefix(_ positions: Int) -> WordLine {
    var line = self
    var seen = 0
    for at in bytes.indices where bytes[at] == Self.space {
      seen += 1
      guard seen == positions else { continue }
      line.bytes.removeLast(bytes.count - at)
      line.joined = line.joined.prefix(before: positions)
      line.written.removeAll(from: positions)
      line.positionCount = positions
      line.count = 0
      line.forEachPosition { range in
        if line.bytes[range] != [Self.border] { line.count += 1 }
      }
      return line
    }
    return line
  }

  /// About how much memory it takes.
  public var byteCount: Int { bytes.count + joined.byteCount }

  /// Calls `found` with each word, those that are joined not among them.
  public func forEachWord(_ found: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      Self.forEachPosition(of: bytes) { range in
        if range.count != 1 || bytes[range.lowerBound] != Self.border {
          found(UnsafeBufferPointer(rebasing: bytes[range]))
        }
      }
    }
  }

  /// As text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Calls `found` with the range of each word and border in ``bytes``, in order.
  public func forEachPosition(_ found: (Range<Int>) -> Void) {
    bytes.withUnsafeBufferPointer { Self.forEachPosition(of: $0, found) }
  }

  /// Calls `found` with the range of each word and border of a line's bytes, in order.
  public static func forEachPosition(
    of bytes: UnsafeBufferPointer<UInt8>, _ found: (Range<Int>) -> Void
  ) {
    var start = 0
    for at in 0..<bytes.count where bytes[at] == space {
      found(start..<at)
      start = at + 1
    }
    if start < bytes.count { found(start..<bytes.count) }
  }

  /// Calls `found` with each word of which folding leaves less than its author wrote: as written, see ``WrittenWords``,
  /// and folded, with its 0-based position; in order.
  public func forEachWritten(
    _ found: (_ written: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>, _ position: Int) ->
      Void
  ) {
    guard written.count > 0 else { return }
    var (next, position) = (0, 0)
    bytes.withUnsafeBufferPointer { bytes in
      Self.forEachPosition(of: bytes) { range in
        if next < written.count, written.position(next) == position {
          let folded = UnsafeBufferPointer(rebasing: bytes[range])
          written[next].withUnsafeBufferPointer { found($0, folded, position) }
          next += 1
        }
        position += 1
      }
    }
  }

  /// The range of each word and border in ``bytes``.
  public var positions: [Range<Int>] {
    var positions: [Range<Int>] = []
    positions.reserveCapacity(count)
    forEachPosition { positions.append($0) }
    return positions
  }
}
