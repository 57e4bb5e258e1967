/// Labels of link reference definitions or footnotes, each with a number; the first with a label wins.
///
/// Open addressing over one buffer of normalised labels. The hash is seeded again in each process, so that no
/// file can be made whose labels collide.
struct LabelTable: Sendable {
  /// A label stands in the buffer from its start to that of the next one.
  private struct Entry {
    var hash: UInt32
    var start: Int32
    var value: Int32
  }

  private var entries: [Entry] = []
  /// Indices into `entries`, -1 where free; the count is a power of two.
  private var slots: [Int32] = []
  private var bytes: [UInt8] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Adds a normalised label; returns false where it has a value already.
  @discardableResult
  mutating func insert(_ label: [UInt8], value: Int) -> Bool {
    if entries.count * 2 >= slots.count { grow() }
    let hash = Self.hash(label)
    let slot = self.slot(of: label, hash: hash)
    guard slots[slot] < 0 else { return false }
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    entries.append(
      Entry(
        hash: hash, start: Int32(truncatingIfNeeded: bytes.count), value: Int32(truncatingIfNeeded: value)))
    bytes.append(contentsOf: label)
    return true
  }

  /// The value of a normalised label.
  func value(of label: [UInt8]) -> Int? {
    guard !entries.isEmpty else { return nil }
    let index = slots[slot(of: label, hash: Self.hash(label))]
    return index < 0 ? nil : Int(entries[Int(index)].value)
  }

  private static func hash(_ label: [UInt8]) -> UInt32 {
    var hasher = Hasher()
    label.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  /// The slot that holds the label, or the free one where it belongs.
  private func slot(of label: [UInt8], hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash, bytes[range(of: index)].elementsEqual(label) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Where the label of an entry stands.
  private func range(of index: Int) -> Range<Int> {
    let next = index + 1
    return Int(entries[index].start)..<(next < entries.count ? Int(entries[next].start) : bytes.count)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(16, slots.count * 2))
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
  }
}

/// Makes labels comparable (section 4.7, "matches"): case folded, white space at the ends removed and inside
/// collapsed to one space.
enum LabelNormalizer {
  /// Sets `label` to the normal form of the content between a label's brackets.
  static func normalize(_ content: Span<UInt8>, into label: inout [UInt8]) {
    label.removeAll(keepingCapacity: true)
    var isASCII = true
    var isAfterSpace = true
    for index in content.indices {
      let byte = content[index]
      if byte.isSpaceTabOrLineEnding {
        if !isAfterSpace { label.append(UInt8(ascii: " ")) }
        isAfterSpace = true
      } else {
        if byte >= 0x80 || byte == 0 { isASCII = false }
        label.append(byte.lowercased)
        isAfterSpace = false
      }
    }
    if label.last == UInt8(ascii: " ") { label.removeLast() }
    if !isASCII { fold(&label) }
  }

  /// Full case folding by way of the capitals: `ß`, `ẞ` and `SS` are one. Unicode folds to itself the one letter of
  /// which that is not true, the dotless i.
  private static func fold(_ label: inout [UInt8]) {
    let text = String(repairing: label)
    label.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      if scalar == "\u{131}" {
        label.append(contentsOf: scalar.utf8)
      } else {
        label.append(contentsOf: scalar.properties.lowercaseMapping.uppercased().lowercased().utf8)
      }
    }
  }
}
