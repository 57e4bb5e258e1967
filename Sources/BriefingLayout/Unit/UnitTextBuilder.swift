/// Collects the text of a unit with its styles and links.
struct UnitTextBuilder {
  private var bytes: [UInt8] = []
  private var runs: [UnitText.Run] = []
  private var links: [UnitText.Link] = []

  /// UTF-8 bytes so far.
  var count: Int { bytes.count }

  /// Whether the text ends with a space or a line ending, or is empty.
  private var endsWithSpace: Bool { bytes.last.map { $0 == 0x20 || $0 == 0x0A } ?? true }

  /// Whether the next text starts a line.
  var endsLine: Bool { bytes.last.map { $0 == 0x0A } ?? true }

  /// Adds running text: white space of any kind and length is one space, as in HTML.
  mutating func append(_ text: String, _ style: Style) {
    var text = text
    let start = bytes.count
    text.withUTF8 { utf8 in
      var isBehindSpace = endsWithSpace
      var copied = 0
      for index in 0..<utf8.count {
        let byte = utf8[index]
        if byte > 0x20 {
          isBehindSpace = false
        } else if byte == 0x20, !isBehindSpace {
          isBehindSpace = true
        } else if byte == 0x20 || byte == 0x09 || byte == 0x0A {
          bytes.append(contentsOf: utf8[copied..<index])
          copied = index + 1
          if !isBehindSpace { bytes.append(0x20) }
          isBehindSpace = true
        } else {
          isBehindSpace = false
        }
      }
      bytes.append(contentsOf: utf8[copied...])
    }
    addRun(from: start, style)
  }

  /// Adds text as it is.
  mutating func append(verbatim text: some StringProtocol, _ style: Style) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    addRun(from: start, style)
  }

  /// Ends the line; a space before the end goes.
  mutating func appendNewline(_ style: Style) {
    if bytes.last == 0x20, let last = runs.last, last.style.role != .code { removeLast() }
    append(verbatim: "\n", style)
  }

  /// Adds a link from an offset up to here; none where nothing was added.
  mutating func link(from start: Int, to destination: String, _ kind: UnitText.Link.Kind) {
    guard start < bytes.count else { return }
    links.append(UnitText.Link(range: start..<bytes.count, destination: destination, kind: kind))
  }

  /// The text, without white space at its end.
  mutating func finish() -> UnitText {
    while let last = bytes.last, last == 0x20 || last == 0x0A { removeLast() }
    return finishVerbatim()
  }

  /// The text as it was added.
  func finishVerbatim() -> UnitText {
    // Links close inside out; readers want them by where they start.
    UnitText(
      string: String(decoding: bytes, as: UTF8.self), runs: runs,
      links: links.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private mutating func addRun(from start: Int, _ style: Style) {
    guard start < bytes.count else { return }
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
    while let last = links.last, last.range.upperBound > bytes.count {
      links.removeLast()
      let range = last.range.clamped(to: 0..<bytes.count)
      if !range.isEmpty { links.append(.init(range: range, destination: last.destination)) }
    }
  }
}
