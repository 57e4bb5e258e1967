/// Writes cards as bytes, which ``CatalogueBatch`` reads. Numbers are of the machine's own order: what is written stays
/// where it was made.
///
/// A row is the number of bytes that follow, its place by title, four numbers that tell its file, then path, folded title,
/// folded text, title and addresses, which are looked at where they stand, and what else makes a ``CatalogueRow``.
package struct CatalogueWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Writes nothing yet.
  package init() {}

  /// Appends a card.
  ///
  /// - Parameters:
  ///   - path: The row's, below the library's folder.
  ///   - rank: Its place among all rows in the order of their titles.
  package mutating func append(
    _ card: CatalogueCard, path: some StringProtocol, stamp: SIMD4<Int64>, rank: UInt32
  ) {
    let start = bytes.count
    begin(stamp, rank)
    append(path.utf8)
    append(card.title)
    append(card.text)
    append(card.row.title.utf8)
    append(card.row.addresses.joined(separator: "\n").utf8)
    append(card.row.source.map { [$0] } ?? [])
    append(card.row.language.map { [$0] } ?? [])
    append(card.row.tags)
    append(card.row.authors)
    append(card.row.summary.map { [$0] } ?? [])
    append((card.row.date?.iso8601 ?? "").utf8)
    append((card.row.dateOrigin?.rawValue ?? "").utf8)
    append(Int64(card.row.sections))
    append(Int64(card.row.words))
    append(Int64(card.row.isRead.map { $0 ? 1 : 2 } ?? 0))
    noteCount(from: start)
  }

  /// Appends a row of a batch as it is, with another place by title.
  package mutating func append(_ batch: CatalogueBatch, _ index: Int, stamp: SIMD4<Int64>, rank: UInt32) {
    let start = bytes.count
    begin(stamp, rank)
    batch.withBytes(of: index) { row in bytes += row[CatalogueBatch.headerSize...] }
    noteCount(from: start)
  }

  private mutating func begin(_ stamp: SIMD4<Int64>, _ rank: UInt32) {
    append(UInt32(0))
    append(rank)
    for number in stamp.indices { append(stamp[number]) }
  }

  private mutating func noteCount(from start: Int) {
    let count = UInt32(bytes.count - start - 4)
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: count, toByteOffset: start, as: UInt32.self) }
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number) { bytes += $0 }
  }

  private mutating func append(_ text: some Collection<UInt8>) {
    append(UInt32(text.count))
    bytes += text
  }

  private mutating func append(_ texts: [String]) {
    append(UInt32(texts.count))
    for text in texts { append(text.utf8) }
  }
}

/// Reads what ``CatalogueWriter`` wrote; nil where the bytes are something else.
struct CatalogueScanner {
  private let bytes: UnsafeRawBufferPointer
  private(set) var at: Int
  private let end: Int

  init(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    self.bytes = bytes
    at = start
    self.end = end
  }

  var isAtEnd: Bool { at == end }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
    guard end - at >= MemoryLayout<Number>.size else { return nil }
    defer { at += MemoryLayout<Number>.size }
    return bytes.loadUnaligned(fromByteOffset: at, as: Number.self)
  }

  /// Where a text stands.
  mutating func range() -> Range<Int>? {
    guard let count = number(UInt32.self), count <= end - at else { return nil }
    defer { at += Int(count) }
    return at..<at + Int(count)
  }

  mutating func text() -> String? { range().map { String(decoding: bytes[$0], as: UTF8.self) } }

  mutating func texts() -> [String]? {
    guard let count = number(UInt32.self) else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }
}
