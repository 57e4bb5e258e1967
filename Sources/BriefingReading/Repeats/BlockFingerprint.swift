import BriefingCore

/// What a paragraph, item, table or other block is known by where it stands again, word for word.
///
/// It is of the text as it is read, to the letter; white space and markup do not matter, and neither do the addresses of
/// links, which newsletters change with every issue. Few words may be anywhere, so with them the heading of the section
/// counts too: "Read more" under another heading is another block.
public struct BlockFingerprint: Hashable, Sendable {
  /// The unit of `BriefingUnits`.
  public var unit: Int
  /// The fingerprint.
  public var value: UInt64
  /// Words of the block.
  public var words: Int

  /// Words below which a block is known by its heading too.
  public static let fewWords = 8

  /// Of a text as it is compared.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  init(_ bytes: [UInt8], unit: Int, words: Int, context: TextHash, isCancelled: () -> Bool) throws {
    self.unit = unit
    self.words = words
    var hash = words < Self.fewWords ? context : TextHash()
    hash.add(0 as UInt8)
    var isBehindSpace = true
    for (place, byte) in bytes.enumerated() where byte != ReadBlock.aside {
      if place & 0xFFFF == 0xFFFF, isCancelled() { throw CancellationError() }
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if isSpace, isBehindSpace { continue }
      hash.add(isSpace ? 0x20 : byte)
      isBehindSpace = isSpace
    }
    value = hash.value
  }
}
