import BriefingCore
import Foundation

/// Sketches as bytes: how many words there are, then the hashes, 32 bits each, the lowest byte first.
enum SketchBytes {
  static func encode(_ sketch: WordSketch) -> Data {
    var data = Data(capacity: 4 + 4 * sketch.hashes.count)
    for number in [UInt32(clamping: sketch.count)] + sketch.hashes {
      withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }

  /// What was encoded; the sketch of no word where the bytes are damaged.
  static func decode(_ data: Data?) -> WordSketch {
    guard let data, data.count >= 4, data.count % 4 == 0 else { return WordSketch() }
    let numbers = data.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
      }
    }
    return WordSketch(count: Int(numbers[0]), hashes: Array(numbers.dropFirst())) ?? WordSketch()
  }
}
