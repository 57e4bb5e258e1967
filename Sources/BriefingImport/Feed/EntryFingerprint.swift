/// Tells versions of an entry of a feed apart, by a number that stands in the file of the one that was imported.
///
/// It is that of what a reader sees: addresses change with whom they are to track, and some publishers move the date of the last
/// change with each comment. If the way it is computed changes, every entry is reported as updated once.
struct EntryFingerprint {
  /// FNV-1a of 64 bits.
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// 16 hexadecimal digits.
  static func text(of entry: ImportedBriefing) -> String {
    var fingerprint = EntryFingerprint()
    fingerprint.add(entry.title)
    // The date of the last change once stood here. Without the empty text the fingerprints in files of feeds without such dates
    // would all change.
    fingerprint.add("")
    for block in entry.blocks {
      switch block {
      case .heading(_, let runs), .paragraph(let runs): fingerprint.add(runs.plainText)
      case .code(let text, _): fingerprint.add(text)
      case .table(let rows): for runs in rows.lazy.flatMap(\.self) { fingerprint.add(runs.plainText) }
      case .open, .close, .rule: break
      }
    }
    let digits = String(fingerprint.hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
