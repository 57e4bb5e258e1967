/// Makes a document smaller as long as something holds of it: lines are left out, then words and marks, then
/// characters; many smaller documents are tried at once.
struct Reducer {
  /// The places of the documents of which it may hold.
  let suspects: ([[UInt8]]) throws -> [Int]
  /// Whether it holds of one document.
  let holds: ([UInt8]) throws -> Bool

  /// How many documents are tried at once.
  private static let batchSize = 64

  /// The smallest document that was found.
  func reduce(_ markdown: [UInt8]) throws -> [UInt8] {
    var smallest = markdown
    for split in [Self.lines, Self.words, Self.scalars] {
      smallest = try reduce(split(smallest))
    }
    return smallest
  }

  /// Leaves out runs of pieces, long ones first.
  private func reduce(_ pieces: [[UInt8]]) throws -> [UInt8] {
    var pieces = pieces
    var length = max(1, pieces.count / 2)
    while !pieces.isEmpty {
      if let shorter = try shorten(pieces, by: length) {
        pieces = shorter
        length = min(length, max(1, pieces.count / 2))
      } else if length == 1 {
        break
      } else {
        length /= 2
      }
    }
    return Array(pieces.joined())
  }

  private func shorten(_ pieces: [[UInt8]], by length: Int) throws -> [[UInt8]]? {
    let starts = Array(stride(from: 0, to: pieces.count, by: length))
    for first in stride(from: 0, to: starts.count, by: Self.batchSize) {
      let candidates = starts[first..<min(first + Self.batchSize, starts.count)].map { start in
        Array(pieces[..<start] + pieces[min(start + length, pieces.count)...])
      }
      for place in try suspects(candidates.map { Array($0.joined()) })
      where try holds(Array(candidates[place].joined())) { return candidates[place] }
    }
    return nil
  }

  /// Pieces that end with a line feed.
  private static func lines(_ text: [UInt8]) -> [[UInt8]] {
    pieces(of: text) { before, _ in before == UInt8(ascii: "\n") }
  }

  /// Runs of letters and digits, runs of one byte, and other bytes.
  private static func words(_ text: [UInt8]) -> [[UInt8]] {
    pieces(of: text) { before, byte in !(isWord(before) && isWord(byte)) && before != byte }
  }

  /// Characters as UTF-8 has them; bytes that are none with those in front.
  private static func scalars(_ text: [UInt8]) -> [[UInt8]] {
    pieces(of: text) { _, byte in byte & 0xC0 != 0x80 }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func pieces(of text: [UInt8], splitBetween: (UInt8, UInt8) -> Bool) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for byte in text {
      if let last = pieces.last?.last, !splitBetween(last, byte) {
        pieces[pieces.count - 1].append(byte)
      } else {
        pieces.append([byte])
      }
    }
    return pieces
  }
}
