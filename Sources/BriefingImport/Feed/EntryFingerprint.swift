import BriefingCore

/// Tells versions of an entry of a feed apart, by a number that stands in the file of the one that was imported.
///
/// It is that of what a reader sees: addresses change with whom they are to track, and some publishers move the date of the last
/// change with each comment. If the way it is computed changes, every entry is reported as updated once.
struct EntryFingerprint {
  private var hash = TextHash()

  /// 16 hexadecimal digits.
  static func text(of entry: ImportedBriefing) -> String {
    var fingerprint = EntryFingerprint()
    fingerprint.add(entry.title)
    for block in entry.blocks {
      switch block {
      case .heading(_, let runs), .paragraph(let runs): fingerprint.add(runs.plainText)
      case .code(let text, _): fingerprint.add(text)
      case .table(let rows): for runs in rows.lazy.flatMap(\.self) { fingerprint.add(runs.plainText) }
      case .open, .close, .rule: break
      }
    }
    let digits = String(fingerprint.hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ text: String) {
    hash.add(text.utf8)
    hash.add(0 as UInt8)
  }
}
