/// Writes cards as bytes, which ``CatalogueBatch`` reads. Numbers are of the machine's own order: what is written stays
/// where it was made.
///
/// The folded texts of all rows come first, one behind the other, so that a filter goes through them and nothing else.
/// Then come the rows. Each is the number of bytes that follow, its place by title, four numbers that tell its file, how
/// long its text and the folded title are that the text starts with, its age, then path, title and addresses, which are
/// looked at where they stand, and what else makes a ``CatalogueRow``.
package struct CatalogueWriter {
  private var texts: [UInt8] = []
  private var rows: [UInt8] = []

  /// Writes nothing yet.
  package init() {}

  /// What was written.
  package var bytes: [UInt8] {
    withUnsafeBytes(of: UInt32(clamping: texts.count)) { Array($0) } + texts + rows
  }

  /// Appends a card.
  ///
  /// - Parameters:
  ///   - path: The row's, below the library's folder.
  ///   - rank: Its place among all rows in the order of their titles.
  package mutating func append(
    _ card: CatalogueCard, path: some StringProtocol, stamp: SIMD4<Int64> = .zero, rank: UInt32 = 0
  ) {
    let start = rows.count
    begin(stamp, rank, text: card.text.count, title: card.titleCount)
    texts += card.text
    append(card.age.first)
    append(card.age.second)
    append(path.utf8)
    append(card.row.title.utf8)
    append(card.row.addresses.joined(separator: "\n").utf8)
    append(card.row.source.map { [$0] } ?? [])
    append(card.row.language.map { [$0] } ?? [])
    append(card.row.tags)
    append(card.row.authors)
    append(card.row.summary.map { [$0] } ?? [])
    append((card.row.date?.iso8601 ?? "").utf8)
    append((card.row.dateOrigin?.rawValue ?? "").utf8)
    append(card.row.problem.map { [$0] } ?? [])
    append(Int64(card.row.sections))
    append(Int64(card.row.words))
    append(CatalogueFlags(card.row).rawValue)
    noteCount(from: start)
  }

  /// Appends a row of a batch as it is, with another place by title.
  package mutating func append(_ batch: CatalogueBatch, _ index: Int, stamp: SIMD4<Int64>, rank: UInt32) {
    let start = rows.count
    batch.withFilterText(of: index) { text in
      begin(stamp, rank, text: text.count, title: batch.withTitle(of: index, \.count))
      texts += text
    }
    batch.withBytes(of: index) { row in rows += row[CatalogueBatch.headerSize...] }
    noteCount(from: start)
  }

  private mutating func begin(_ stamp: SIMD4<Int64>, _ rank: UInt32, text: Int, title: Int) {
    append(UInt32(0))
    append(rank)
    for number in stamp.indices { append(stamp[number]) }
    append(UInt32(text))
    append(UInt32(title))
  }

  private mutating func noteCount(from start: Int) {
    let count = UInt32(rows.count - start - 4)
    rows.withUnsafeMutableBytes { $0.storeBytes(of: count, toByteOffset: start, as: UInt32.self) }
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number) { rows += $0 }
  }

  private mutating func append(_ text: some Collection<UInt8>) {
    append(UInt32(text.count))
    rows += text
  }

  private mutating func append(_ texts: [String]) {
    append(UInt32(texts.count))
    for text in texts { append(text.utf8) }
  }
}

/// What a row says by yes and no.
struct CatalogueFlags: OptionSet {
  let rawValue: UInt32

  /// The front matter says that it is read, or that it is not.
  static let isRead = CatalogueFlags(rawValue: 1 << 0)
  static let isUnread = CatalogueFlags(rawValue: 1 << 1)
  static let isReadable = CatalogueFlags(rawValue: 1 << 2)
  static let hasProblem = CatalogueFlags(rawValue: 1 << 3)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ row: CatalogueRow) {
    self = []
    if let isRead = row.isRead { insert(isRead ? .isRead : .isUnread) }
    if row.isReadable { insert(.isReadable) }
    if row.problem != nil { insert(.hasProblem) }
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
