/// Rows as bytes, such as were kept for a later run, newest first: of a hundred thousand rows a screen shows some forty, so a
/// row is made when it is asked for, and what lists compare is looked at where it stands. That takes half the memory.
public struct CatalogueBatch: Sendable, RandomAccessCollection {
  private let bytes: [UInt8]
  /// Where the parts of each row start; at the end where they end.
  private let places: [Place]
  /// What stands before the path of each row: the folder as given, with a slash.
  let prefix: [UInt8]
  /// The number of the first row, among all that were kept; nil where they were not.
  let first: Int?

  /// Where a row starts, and what a filter looks through of it.
  private struct Place {
    var row: UInt32
    var text: UInt32
  }

  /// Bytes of a row before its age, of these before the lengths of its text and its folded title, and before its path.
  static let headerSize = 48
  private static let lengths = 40
  private static let path = 64

  /// Takes bytes that ``CatalogueWriter`` wrote; nil where they are something else.
  ///
  /// - Parameters:
  ///   - root: The library's folder as given.
  ///   - first: The number of the first row among all that were kept, counted from 0.
  package init?(_ bytes: [UInt8], root: String, first: Int) {
    self.init(bytes, prefix: Self.prefix(root), first: first)
  }

  /// Makes a batch of rows that were read.
  ///
  /// - Parameter root: The library's folder as given, as it starts the rows' paths.
  public init(_ cards: [CatalogueCard], root: String) {
    var prefix = Self.prefix(root)
    if !cards.allSatisfy({ $0.row.path.utf8.starts(with: prefix) }) { prefix = [] }
    var writer = CatalogueWriter()
    for card in cards {
      writer.append(card, path: Substring(card.row.path.utf8.dropFirst(prefix.count)))
    }
    // What was written can be read.
    self = Self(writer.bytes, prefix: prefix, first: nil) ?? Self()
  }

  private init() { (bytes, places, prefix, first) = ([], [Place(row: 0, text: 0)], [], nil) }

  private init?(_ bytes: [UInt8], prefix: [UInt8], first: Int?) {
    guard let places = bytes.withUnsafeBytes(Self.places) else { return nil }
    (self.bytes, self.places, self.prefix, self.first) = (bytes, places, prefix, first)
  }

  private static func prefix(_ root: String) -> [UInt8] {
    Array((root.isEmpty || root.hasSuffix("/") ? root : root + "/").utf8)
  }

  /// The index of the first row.
  public var startIndex: Int { 0 }
  /// How many rows there are.
  public var endIndex: Int { places.count - 1 }

  /// A row, counted from 0.
  public subscript(index: Int) -> CatalogueRow {
    bytes.withUnsafeBytes { bytes in
      var scanner = CatalogueScanner(bytes, from: start(of: index) + Self.path, to: end(of: index))
      let path = scanner.range() ?? 0..<0
      let title = scanner.text() ?? ""
      let addresses = scanner.text() ?? ""
      let source = scanner.texts()?.first
      let language = scanner.texts()?.first
      let tags = scanner.texts() ?? []
      let authors = scanner.texts() ?? []
      let summary = scanner.texts()?.first
      let date = scanner.text().flatMap { BriefingDate(written: $0) }
      let origin = scanner.text().flatMap { DateOrigin(rawValue: $0) }
      let problem = scanner.texts()?.first
      let sections = scanner.number(Int64.self) ?? 0
      let words = scanner.number(Int64.self) ?? 0
      let flags = flags(of: index)
      return CatalogueRow(
        path: String(decoding: prefix + bytes[path], as: UTF8.self), title: title, date: date,
        dateOrigin: date == nil ? nil : origin, source: source, authors: authors, tags: tags,
        summary: summary,
        language: language, addresses: addresses.split(separator: "\n").map(String.init),
        sections: Int(sections), words: Int(words),
        isRead: flags.isDisjoint(with: [.isRead, .isUnread]) ? nil : flags.contains(.isRead),
        problem: problem,
        isReadable: flags.contains(.isReadable))
    }
  }

  /// Whether a row's front matter says that it is read.
  public func isRead(_ index: Int) -> Bool { flags(of: index).contains(.isRead) }

  /// Whether it can be kept for a later run: not what is wrong with a file, nor a row that is so long that others would have
  /// no room beside it, as a title can be as long as its file.
  func isKeepable(_ index: Int) -> Bool {
    !flags(of: index).contains(.hasProblem)
      && end(of: index) - start(of: index) + withFilterText(of: index, \.count) <= CatalogueCard.longestKept
  }

  /// They end the row.
  private func flags(of index: Int) -> CatalogueFlags {
    bytes.withUnsafeBytes {
      CatalogueFlags(rawValue: $0.loadUnaligned(fromByteOffset: end(of: index) - 4, as: UInt32.self))
    }
  }

  /// What of its date counts in order.
  func age(of index: Int) -> RowAge {
    bytes.withUnsafeBytes { bytes in
      let at = start(of: index) + Self.headerSize
      return RowAge(
        first: bytes.loadUnaligned(fromByteOffset: at, as: Int64.self),
        second: bytes.loadUnaligned(fromByteOffset: at + 8, as: Int64.self))
    }
  }

  /// The four numbers that tell a row's file.
  package func stamp(of index: Int) -> SIMD4<Int64> {
    bytes.withUnsafeBytes { bytes in
      var stamp = SIMD4<Int64>()
      for number in stamp.indices {
        stamp[number] = bytes.loadUnaligned(
          fromByteOffset: start(of: index) + 8 + 8 * number, as: Int64.self)
      }
      return stamp
    }
  }

  /// A row's place among all that were kept in the order of their titles.
  func rank(of index: Int) -> UInt32 {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start(of: index) + 4, as: UInt32.self) }
  }

  /// Gives a row's path below the folder to `body`.
  func withPath<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(0, of: index, body)
  }

  /// Gives the folded title to `body`.
  func withTitle<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { bytes in
      let count = bytes.loadUnaligned(
        fromByteOffset: start(of: index) + Self.lengths + 4, as: UInt32.self)
      let start = Int(places[index].text)
      return body(UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(count)]))
    }
  }

  /// Gives what a filter looks through to `body`.
  func withFilterText<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let text = Int(places[index].text)..<Int(places[index + 1].text)
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[text])) }
  }

  /// Gives what a filter looks through of each row to `body`, in their order.
  func forEachFilterText(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var start = Int(places[0].text)
      for place in places.dropFirst() {
        body(UnsafeRawBufferPointer(rebasing: bytes[start..<Int(place.text)]))
        start = Int(place.text)
      }
    }
  }

  /// Gives the title as it is shown to `body`.
  func withShownTitle<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(1, of: index, body)
  }

  /// Gives the addresses, a line each, to `body`.
  func withAddresses<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withText(2, of: index, body)
  }

  /// Bytes of the source as it is shown.
  func sourceLength(of index: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var scanner = CatalogueScanner(bytes, from: start(of: index) + Self.path, to: end(of: index))
      for _ in 0..<3 { _ = scanner.range() }
      guard scanner.number(UInt32.self) == 1 else { return 0 }
      return scanner.range()?.count ?? 0
    }
  }

  /// The language tag.
  func language(of index: Int) -> String? {
    bytes.withUnsafeBytes { bytes in
      var scanner = CatalogueScanner(bytes, from: start(of: index) + Self.path, to: end(of: index))
      for _ in 0..<3 { _ = scanner.range() }
      for _ in 0..<(scanner.number(UInt32.self) ?? 0) { _ = scanner.range() }
      guard scanner.number(UInt32.self) == 1 else { return nil }
      return scanner.text()
    }
  }

  func withBytes(of index: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start(of: index)..<end(of: index)])) }
  }

  private func withText<Result>(
    _ number: Int, of index: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { bytes in
      var at = start(of: index) + Self.path
      for _ in 0..<number { at += 4 + Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)) }
      let count = Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      return body(UnsafeRawBufferPointer(rebasing: bytes[at + 4..<at + 4 + count]))
    }
  }

  private func start(of index: Int) -> Int { Int(places[index].row) }
  private func end(of index: Int) -> Int { Int(places[index + 1].row) }

  /// Where each row starts. It goes through all of each once, so that whoever reads one later has nothing to fear.
  private static func places(_ bytes: UnsafeRawBufferPointer) -> [Place]? {
    guard bytes.count >= 4, bytes.count <= Int(UInt32.max) else { return nil }
    var text = 4
    var at = text + Int(bytes.loadUnaligned(as: UInt32.self))
    let textEnd = at
    guard at <= bytes.count else { return nil }
    var places: [Place] = []
    while at < bytes.count {
      guard bytes.count - at >= path else { return nil }
      let count = Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      guard count >= path - 4, count <= bytes.count - at - 4 else { return nil }
      let textCount = Int(bytes.loadUnaligned(fromByteOffset: at + lengths, as: UInt32.self))
      let titleCount = Int(bytes.loadUnaligned(fromByteOffset: at + lengths + 4, as: UInt32.self))
      guard titleCount <= textCount, textCount <= textEnd - text else { return nil }
      var scanner = CatalogueScanner(bytes, from: at + path, to: at + 4 + count)
      for _ in 0..<3 { guard scanner.range() != nil else { return nil } }
      for _ in 0..<5 {
        guard let texts = scanner.number(UInt32.self) else { return nil }
        for _ in 0..<texts { guard scanner.range() != nil else { return nil } }
      }
      guard scanner.range() != nil, scanner.range() != nil, let problems = scanner.number(UInt32.self),
        problems == 0 || problems == 1 && scanner.range() != nil, scanner.number(Int64.self) != nil,
        scanner.number(Int64.self) != nil, scanner.number(UInt32.self) != nil, scanner.isAtEnd
      else { return nil }
      places.append(Place(row: UInt32(at), text: UInt32(text)))
      at += 4 + count
      text += textCount
    }
    places.append(Place(row: UInt32(at), text: UInt32(text)))
    return places
  }
}
