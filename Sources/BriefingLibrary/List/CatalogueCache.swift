import BriefingCore
import Glibc

/// The rows of a library's list, kept for the next run, so that a library of any size opens at once.
///
/// A file beside the index: a header, then batches of rows, newest first, each with its checksum, so that the first
/// screen of rows is there when the first batch was read. It is a cache: what is damaged, of another version or
/// another library is as good as missing, and the rows behind it are read from the briefings.
struct CatalogueCache: Sendable {
  /// A row with what its file was.
  struct Row: Sendable {
    /// Below the library's folder.
    var path: String
    var stamp: FileStamp
    var row: CatalogueRow
  }

  private let location: IndexLocation
  /// The library's folder as given.
  private let library: String

  /// Bytes of briefings up to which nothing is kept: to read them takes no longer.
  static let smallest: Int64 = 256 << 10
  /// Rows of a batch: a screenful at first.
  private static let (firstBatch, batch) = (128, 1024)
  /// Bytes of a batch at most, so that a damaged length asks for no more memory.
  private static let longestBatch = 64 << 20
  /// The last letter is the format's version.
  private static let signature = Array("briefing list 2\n".utf8)

  /// Names the file of a library.
  ///
  /// - Throws: Why there is no place for it.
  init(library: String, cache: String?) throws(IndexError) {
    self.library = library
    location = try IndexLocation(library: library, cache: cache)
  }

  // MARK: Reading

  /// Calls `body` with the rows, batch after batch, as far as they are as they were written.
  func forEachBatch(_ body: ([Row]) -> Void) {
    guard let file = PrivateFile(reading: location.catalogue),
      file.read(Self.signature.count) == Self.signature
    else { return }
    var number: Int64 = 0
    while let head = file.read(16) {
      let (count, sum) = head.withUnsafeBytes {
        ($0.loadUnaligned(as: Int64.self), $0.loadUnaligned(fromByteOffset: 8, as: Int64.self))
      }
      guard count > 0, count <= Self.longestBatch, let bytes = file.read(Int(count)),
        Self.checksum(of: bytes, number) == sum
      else { return }
      var reader = RowReader(bytes)
      var rows: [Row] = []
      while !reader.isAtEnd {
        guard let row = reader.row(in: library) else { return }
        rows.append(row)
      }
      body(rows)
      number += 1
    }
  }

  private static func checksum(of bytes: [UInt8], _ number: Int64) -> Int64 {
    var checksum = Checksum(.catalogue)
    checksum.add(number)
    checksum.add(bytes)
    return checksum.value
  }

  // MARK: Writing

  /// Puts rows in place of those that are there; a library that is small has none. What fails leaves no more than the
  /// work to do again.
  func write(_ rows: [Row]) {
    guard rows.reduce(0, { $0 + min($1.stamp.size, Self.smallest + 1) }) > Self.smallest else {
      unlink(location.catalogue)
      return
    }
    guard (try? location.makeFolder()) != nil else { return }
    PrivateFile.replace(location.catalogue) { write in
      write(Self.signature)
      let rows = rows.sorted { $0.row.isNewer(than: $1.row) }
      var start = 0
      var number: Int64 = 0
      while start < rows.count {
        let end = min(rows.count, start + (start == 0 ? Self.firstBatch : Self.batch))
        var writer = RowWriter()
        for row in rows[start..<end] { writer.append(row) }
        write(Self.bytes(Int64(writer.bytes.count)) + Self.bytes(Self.checksum(of: writer.bytes, number)))
        write(writer.bytes)
        start = end
        number += 1
      }
    }
  }

  private static func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }
}

/// Writes rows as bytes. Numbers are of the machine's own order: a cache stays where it was made.
private struct RowWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ row: CatalogueCache.Row) {
    append(row.path)
    for number in [row.stamp.size, row.stamp.modified, row.stamp.changed, Int64(bitPattern: row.stamp.inode)]
    {
      append(number)
    }
    append(row.row.title)
    append(row.row.source.map { [$0] } ?? [])
    append(row.row.tags)
    append(row.row.date?.iso8601 ?? "")
    append(row.row.dateOrigin?.rawValue ?? "")
    append(row.row.authors)
    append(row.row.summary.map { [$0] } ?? [])
    append(row.row.language.map { [$0] } ?? [])
    append(Int64(row.row.sections))
    append(Int64(row.row.words))
  }

  private mutating func append(_ number: Int64) { withUnsafeBytes(of: number) { bytes += $0 } }

  private mutating func append(_ text: String) {
    append(Int64(text.utf8.count))
    bytes += text.utf8
  }

  private mutating func append(_ texts: [String]) {
    append(Int64(texts.count))
    for text in texts { append(text) }
  }
}

/// Reads what ``RowWriter`` wrote; nil where the bytes are something else.
private struct RowReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func row(in library: String) -> CatalogueCache.Row? {
    guard let path = text(), let size = number(), let modified = number(), let changed = number(),
      let inode = number(), let title = text(), let source = texts(), let tags = texts(), let date = text(),
      let origin = text(), let authors = texts(), let summary = texts(), let language = texts(),
      let sections = number(), let words = number()
    else { return nil }
    return CatalogueCache.Row(
      path: path,
      stamp: FileStamp(size: size, modified: modified, changed: changed, inode: UInt64(bitPattern: inode)),
      row: CatalogueRow(
        path: library.appendingName(path), title: title, date: BriefingDate(written: date),
        dateOrigin: DateOrigin(rawValue: origin), source: source.first, authors: authors, tags: tags,
        summary: summary.first, language: language.first, sections: Int(sections), words: Int(words)))
  }

  private mutating func number() -> Int64? {
    guard bytes.count - at >= 8 else { return nil }
    defer { at += 8 }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: Int64.self) }
  }

  private mutating func text() -> String? {
    guard let count = number(), count >= 0, count <= bytes.count - at else { return nil }
    defer { at += Int(count) }
    return String(decoding: bytes[at..<at + Int(count)], as: UTF8.self)
  }

  private mutating func texts() -> [String]? {
    guard let count = number(), count >= 0, count <= bytes.count - at else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }
}
