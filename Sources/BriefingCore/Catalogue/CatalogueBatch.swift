/// Rows that were kept for a later run, newest first, as bytes: of a hundred thousand rows a screen shows some forty, so a
/// row is made when it is asked for, and what lists compare is looked at where it stands.
public struct CatalogueBatch: Sendable, RandomAccessCollection {
  private let bytes: [UInt8]
  /// Where each row starts.
  private let starts: [Int]
  /// What stands before the path of each row: the folder as given, with a slash.
  let prefix: [UInt8]
  /// The number of the first row, among all that were kept.
  let first: Int

  /// Bytes of a row before its path.
  static let headerSize = 40

  /// Takes bytes that ``CatalogueWriter`` wrote; nil where they are something else.
  ///
  /// - Parameters:
  ///   - root: The library's folder as given.
  ///   - first: The number of the first row among all that were kept, counted from 0.
  package init?(_ bytes: [UInt8], root: String, first: Int) {
    self.bytes = bytes
    prefix = Array((root.isEmpty || root.hasSuffix("/") ? root : root + "/").utf8)
    self.first = first
    guard let starts = bytes.withUnsafeBytes(Self.starts) else { return nil }
    self.starts = starts
  }

  /// The index of the first row.
  public var startIndex: Int { 0 }
  /// How many rows there are.
  public var endIndex: Int { starts.count }

  /// A row, counted from 0.
  public subscript(index: Int) -> CatalogueRow {
    bytes.withUnsafeBytes { bytes in
      var scanner = CatalogueScanner(bytes, from: starts[index] + Self.headerSize, to: end(of: index))
      let path = scanner.range() ?? 0..<0
      for _ in 0..<2 { _ = scanner.range() }
      let title = scanner.text() ?? ""
      let addresses = scanner.text() ?? ""
      let source = scanner.texts()?.first
      let language = scanner.texts()?.first
      let tags = scanner.texts() ?? []
      let authors = scanner.texts() ?? []
      let summary = scanner.texts()?.first
      let date = scanner.text().flatMap { BriefingDate(written: $0) }
      let origin = scanner.text().flatMap { DateOrigin(rawValue: $0) }
      let sections = scanner.number(Int64.self) ?? 0
      let words = scanner.number(Int64.self) ?? 0
      return CatalogueRow(
        path: String(decoding: prefix + bytes[path], as: UTF8.self), title: title, date: date,
        dateOrigin: date == nil ? nil : origin, source: source, authors: authors, tags: tags,
        summary: summary,
        language: language, addresses: addresses.split(separator: "\n").map(String.init),
        sections: Int(sections), words: Int(words), isRead: flag(of: index).map { $0 == 1 })
    }
  }

  /// Whether a row's front matter says that it is read.
  public func isRead(_ index: Int) -> Bool { flag(of: index) == 1 }

  /// The last number of a row: 1 for read, 2 for unread; nil where nothing is said.
  private func flag(of index: Int) -> Int64? {
    let flag = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: end(of: index) - 8, as: Int64.self) }
    return flag == 0 ? nil : flag
  }

  /// The four numbers that tell a row's file.
  package func stamp(of index: Int) -> SIMD4<Int64> {
    bytes.withUnsafeBytes { bytes in
      var stamp = SIMD4<Int64>()
      for number in stamp.indices {
        stamp[number] = bytes.loadUnaligned(
          fromByteOffset: starts[index] + 8 + 8 * number, as: Int64.self)
      }
      return stamp
    }
  }

  /// A row's place among all that were kept in the order of their titles.
  func rank(of index: Int) -> UInt32 {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: starts[index] + 4, as: UInt32.self) }
  }

  /// Gives a row's path below the folder to `body`.
  func withPath<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(0, of: index, body)
  }

  /// Gives the folded title to `body`.
  func withTitle<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(1, of: index, body)
  }

  /// Gives what a filter looks through to `body`.
  func withFilterText<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(2, of: index, body)
  }

  /// Gives the title as it is shown to `body`.
  func withShownTitle<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(3, of: index, body)
  }

  /// Gives the addresses, a line each, to `body`.
  func withAddresses<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(4, of: index, body)
  }

  /// Bytes of the source as it is shown.
  func sourceLength(of index: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var scanner = CatalogueScanner(bytes, from: starts[index] + Self.headerSize, to: end(of: index))
      for _ in 0..<5 { _ = scanner.range() }
      guard scanner.number(UInt32.self) == 1 else { return 0 }
      return scanner.range()?.count ?? 0
    }
  }

  /// The language tag.
  func language(of index: Int) -> String? {
    bytes.withUnsafeBytes { bytes in
      var scanner = CatalogueScanner(bytes, from: starts[index] + Self.headerSize, to: end(of: index))
      for _ in 0..<5 { _ = scanner.range() }
      for _ in 0..<(scanner.number(UInt32.self) ?? 0) { _ = scanner.range() }
      guard scanner.number(UInt32.self) == 1 else { return nil }
      return scanner.text()
    }
  }

  func withBytes(of index: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[starts[index]..<end(of: index)])) }
  }

  private func withText<Result>(
    _ number: Int, of index: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { bytes in
      var at = starts[index] + Self.headerSize
      for _ in 0..<number { at += 4 + Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)) }
      let count = Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      return body(UnsafeRawBufferPointer(rebasing: bytes[at + 4..<at + 4 + count]))
    }
  }

  private func end(of index: Int) -> Int { index + 1 < starts.count ? starts[index + 1] : bytes.count }

  /// Where each row starts. It goes through all of each once, so that whoever reads one later has nothing to fear.
  private static func starts(_ bytes: UnsafeRawBufferPointer) -> [Int]? {
    var starts: [Int] = []
    var at = 0
    while at < bytes.count {
      guard bytes.count - at >= headerSize else { return nil }
      let count = Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      guard count >= headerSize - 4, count <= bytes.count - at - 4 else { return nil }
      var scanner = CatalogueScanner(bytes, from: at + headerSize, to: at + 4 + count)
      for _ in 0..<5 { guard scanner.range() != nil else { return nil } }
      for _ in 0..<5 {
        guard let texts = scanner.number(UInt32.self) else { return nil }
        for _ in 0..<texts { guard scanner.range() != nil else { return nil } }
      }
      guard scanner.range() != nil, scanner.range() != nil, scanner.number(Int64.self) != nil,
        scanner.number(Int64.self) != nil, scanner.number(Int64.self) != nil,
        scanner.isAtEnd
      else { return nil }
      starts.append(at)
      at += 4 + count
    }
    return starts
  }
}
