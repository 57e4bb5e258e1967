import CommonMark

/// Collects the text of a unit with its styles and links.
struct UnitTextBuilder {
  /// The text so far, as UTF-8.
  private(set) var bytes: [UInt8] = []
  private var runs: [UnitText.Run] = []
  /// In the order of their ends.
  private var links: [UnitText.Link] = []
  /// Whether nobody asks for styles, nor for links whose text is all the author's: then they are not kept.
  let isBare: Bool
  /// The role of what was added last.
  private var lastRole = Style.Role.text

  /// Makes an empty one.
  init(isBare: Bool = false) { self.isBare = isBare }

  /// UTF-8 bytes so far.
  var count: Int { bytes.count }

  /// Whether the text ends with a space or a line ending, or is empty.
  private var endsWithSpace: Bool { bytes.last.map { $0 == 0x20 || $0 == 0x0A } ?? true }

  /// Whether the next text starts a line.
  var endsLine: Bool { bytes.last.map { $0 == 0x0A } ?? true }

  /// Adds running text: white space of any kind and length is one space, as in HTML.
  mutating func append(_ text: String, _ style: Style) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    collapseSpaces(from: start)
    addRun(from: start, style)
  }

  /// Adds what an inline stands for as running text.
  mutating func append(_ id: InlineID, of inlines: Inlines, _ style: Style) {
    let start = bytes.count
    inlines.appendText(of: id, to: &bytes)
    collapseSpaces(from: start)
    addRun(from: start, style)
  }

  /// Adds what an inline stands for as it is.
  mutating func append(verbatim id: InlineID, of inlines: Inlines, _ style: Style) {
    let start = bytes.count
    inlines.appendText(of: id, to: &bytes)
    addRun(from: start, style)
  }

  /// Adds a space where none stands at the end.
  mutating func appendSpace(_ style: Style) {
    guard !endsWithSpace else { return }
    bytes.append(0x20)
    addRun(from: bytes.count - 1, style)
  }

  /// Adds text as it is.
  mutating func append(verbatim text: some StringProtocol, _ style: Style) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    addRun(from: start, style)
  }

  /// Ends the line; a space before the end goes.
  mutating func appendNewline(_ style: Style) {
    if bytes.last == 0x20, lastRole != .code { removeLast() }
    append(verbatim: "\n", style)
  }

  /// Adds a link from an offset up to here; none where nothing was added.
  mutating func link(from start: Int, to destination: String, _ kind: UnitText.Link.Kind) {
    guard start < bytes.count else { return }
    links.append(UnitText.Link(range: start..<bytes.count, destination: destination, kind: kind))
  }

  /// The text, without white space at its end.
  mutating func finish() -> UnitText {
    trimEnd()
    return finishVerbatim()
  }

  /// Takes white space off the end.
  mutating func trimEnd() {
    while let last = bytes.last, last == 0x20 || last == 0x0A { removeLast() }
  }

  /// Empties it for the next text.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    lastRole = .text
  }

  /// The text as it was added.
  func finishVerbatim() -> UnitText {
    UnitText(string: String(decoding: bytes, as: UTF8.self), runs: runs, links: linksByStart)
  }

  /// The links as readers want them: they close inside out.
  var linksByStart: [UnitText.Link] { links.sorted { $0.range.lowerBound < $1.range.lowerBound } }

  private mutating func addRun(from start: Int, _ style: Style) {
    guard start < bytes.count else { return }
    lastRole = style.role
    if isBare { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].range = last.range.lowerBound..<bytes.count
    } else {
      runs.append(.init(range: start..<bytes.count, style: style))
    }
  }

  private mutating func removeLast() {
    bytes.removeLast()
    while let last = runs.last, last.range.upperBound > bytes.count {
      runs.removeLast()
      let range = last.range.clamped(to: 0..<bytes.count)
      if !range.isEmpty { runs.append(.init(range: range, style: last.style)) }
    }
    // Links within each other may end at the same place.
    for index in links.indices.reversed() {
      guard links[index].range.upperBound > bytes.count else { break }
      links[index].range = links[index].range.clamped(to: 0..<bytes.count)
      if links[index].range.isEmpty { links.remove(at: index) }
    }
  }

  /// Makes every run of spaces, tabs and line feeds from `start` on a space, and none behind one that is there.
  private mutating func collapseSpaces(from start: Int) {
    let count = bytes.count
    var isBehindSpace = start == 0 || bytes[start - 1] == 0x20 || bytes[start - 1] == 0x0A
    let end = bytes.withUnsafeMutableBufferPointer { bytes in
      var at = start + Self.singlySpacedCount(UnsafeRawBufferPointer(bytes), from: start, &isBehindSpace)
      // Nearly every text ends here.
      while at < count {
        let byte = bytes[at]
        if byte <= 0x20, byte == 0x20 ? isBehindSpace : byte == 0x09 || byte == 0x0A { break }
        isBehindSpace = byte == 0x20
        at &+= 1
      }
      var end = at
      while at < count {
        let byte = bytes[at]
        at &+= 1
        let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A
        if isSpace, isBehindSpace { continue }
        bytes[end] = isSpace ? 0x20 : byte
        end &+= 1
        isBehindSpace = isSpace
      }
      return end
    }
    if end < count { bytes.removeLast(count - end) }
  }

  /// How many bytes from `start` on are printable with no space beside another: eight at a time, so others may
  /// follow.
  private static func singlySpacedCount(
    _ bytes: UnsafeRawBufferPointer, from start: Int, _ isBehindSpace: inout Bool
  ) -> Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var at = start
    while at &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // The high bits of the bytes that are controls, and of those that are spaces: seven bits and at most seven
      // bits carry into a byte's high bit alone.
      let controls = ~(((word & low) &+ 0x6060_6060_6060_6060) | word) & ~low
      let other = word ^ 0x2020_2020_2020_2020
      let spaces = ~(((other & low) &+ low) | other) & ~low
      let behind = spaces << 8 | (isBehindSpace ? 0x80 : 0)
      if controls | spaces & behind != 0 { break }
      isBehindSpace = spaces >> 63 != 0
      at &+= 8
    }
    return at - start
  }
}
