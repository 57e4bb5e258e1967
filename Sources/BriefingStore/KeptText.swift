import BriefingReading
import CZlib
import Foundation

/// The text of a section as bytes: its blocks, compressed by zlib, whose checksum tells of damage.
///
/// A block is the bytes of its text, the number of stretches that stay whole, and these; numbers are 32 bits, the lowest
/// byte first.
enum KeptText {
  /// Bytes of a text at most before it is compressed; what claims to have more is damaged.
  static let longest = 4 * SectionContent.longestKept

  /// nil where the text is too long to be kept.
  static func encode(_ blocks: [ReadBlock]) -> Data? {
    var plain = Data()
    func append(_ number: Int) {
      withUnsafeBytes(of: UInt32(clamping: number).littleEndian) { plain.append(contentsOf: $0) }
    }
    for block in blocks {
      append(block.text.utf8.count)
      plain.append(contentsOf: block.text.utf8)
      append(block.wholes.count)
      for whole in block.wholes {
        append(whole.lowerBound)
        append(whole.upperBound)
      }
      guard plain.count <= longest else { return nil }
    }
    return pack(plain)
  }

  /// Compresses bytes, after their number.
  static func pack(_ plain: Data) -> Data? {
    var packed = Data(count: Int(compressBound(uLong(plain.count))) + 4)
    var count = uLongf(packed.count - 4)
    let status = packed.withUnsafeMutableBytes { packed in
      plain.withUnsafeBytes { plain in
        packed.storeBytes(of: UInt32(plain.count).littleEndian, as: UInt32.self)
        return compress2(
          packed.bindMemory(to: Bytef.self).baseAddress?.advanced(by: 4), &count,
          plain.bindMemory(to: Bytef.self).baseAddress, uLong(plain.count), 6)
      }
    }
    return status == Z_OK ? packed.prefix(4 + Int(count)) : nil
  }

  /// nil where the bytes are damaged.
  static func decode(_ data: Data) -> [ReadBlock]? {
    guard let plain = unpack(data) else { return nil }
    var at = 0
    func number() -> Int? {
      guard at + 4 <= plain.count else { return nil }
      defer { at += 4 }
      return Int(
        plain.withUnsafeBytes {
          UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        })
    }
    var blocks: [ReadBlock] = []
    while at < plain.count {
      guard let count = number(), count <= plain.count - at,
        let text = String(validating: plain[at..<at + count], as: UTF8.self)
      else { return nil }
      at += count
      guard let wholes = number(), wholes <= (plain.count - at) / 8 else { return nil }
      var ranges: [Range<Int>] = []
      for _ in 0..<wholes {
        guard let start = number(), let end = number(), start <= end, end <= count else { return nil }
        ranges.append(start..<end)
      }
      blocks.append(ReadBlock(text: text, wholes: ranges))
    }
    return blocks
  }

  private static func unpack(_ data: Data) -> Data? {
    guard data.count >= 4 else { return nil }
    return data.withUnsafeBytes { packed in
      let size = Int(UInt32(littleEndian: packed.loadUnaligned(as: UInt32.self)))
      guard size <= longest else { return nil }
      var plain = Data(count: size)
      var count = uLongf(size)
      let status = plain.withUnsafeMutableBytes { plain in
        // zlib wants somewhere to write, even nothing.
        var nothing: Bytef = 0
        return withUnsafeMutablePointer(to: &nothing) { nothing in
          uncompress(
            plain.bindMemory(to: Bytef.self).baseAddress ?? nothing, &count,
            packed.bindMemory(to: Bytef.self).baseAddress?.advanced(by: 4), uLong(packed.count - 4))
        }
      }
      return status == Z_OK && Int(count) == size ? plain : nil
    }
  }
}
