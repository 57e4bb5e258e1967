import BriefingCore

/// What two sentences are compared by: their words as a library is searched by them, and the signs of numbers, which are
/// no words there.
struct SentenceHash {
  /// The hash; 0 where there are no words.
  private(set) var value: UInt64 = 0
  /// How many words there are.
  private(set) var words = 0
  /// The words, folded, a space between them.
  private(set) var line: [UInt8] = []

  /// Starts without a sentence.
  init() {}

  /// Reads a sentence; returns false when `isCancelled` returned true.
  mutating func read(_ bytes: ArraySlice<UInt8>, isCancelled: () -> Bool = { false }) -> Bool {
    line.removeAll(keepingCapacity: true)
    let count = bytes.withUnsafeBufferPointer { Words.append($0, to: &line, isCancelled: isCancelled) }
    guard let count else { return false }
    words = count
    guard count > 0 else {
      value = 0
      return true
    }
    var hash = TextHash(line)
    Self.addSigns(of: bytes, to: &hash)
    value = max(1, hash.value)
    return true
  }

  /// Adds the number after each minus that stands where a word starts: `-5` is another number than `5`.
  private static func addSigns(of bytes: ArraySlice<UInt8>, to hash: inout TextHash) {
    var at = bytes.startIndex
    var isStart = true
    while at < bytes.endIndex {
      let length = minus(bytes, at)
      if isStart, length > 0 {
        var digits = at + length
        // "-$5".
        if digits < bytes.endIndex, bytes[digits] == UInt8(ascii: "$") { digits += 1 }
        let number = bytes[digits...].prefix { 0x30...0x39 ~= $0 }
        if !number.isEmpty {
          hash.add([0x2D])
          hash.add(number)
        }
        at = digits
        isStart = false
        continue
      }
      isStart = bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == UInt8(ascii: "(")
      at += 1
    }
  }

  /// The length of a hyphen-minus or minus sign at an offset; 0 where there is none.
  private static func minus(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
    if bytes[at] == 0x2D { return 1 }
    guard bytes[at] == 0xE2, at + 2 < bytes.endIndex, bytes[at + 1] == 0x88, bytes[at + 2] == 0x92 else {
      return 0
    }
    return 3
  }
}
