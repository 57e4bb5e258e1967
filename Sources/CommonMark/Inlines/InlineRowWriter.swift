/// Writes tokens as rows: containers around their contents, neighbouring text as one, offsets of the source.
struct InlineRowWriter {
  /// An inline whose end was not reached yet.
  struct Container {
    var row: Int32
    var lastChild: Int32 = -1
    /// How many delimiters end it.
    var delimiterLength: UInt8 = 0
  }

  private(set) var rows: [InlineRow] = []
  private let map: SourceMap
  private(set) var open: [Container] = []
  /// How many of the open containers are links: text in them holds no further ones.
  private var linkDepth = 0
  private var textStart = 0
  private var textEnd = 0
  private var findsMail = false
  private var namesMailHosts = false

  /// Takes buffers to write to.
  init(map: SourceMap, rows: inout [InlineRow], open: inout [Container]) {
    self.map = map
    swap(&self.rows, &rows)
    swap(&self.open, &open)
    self.rows.removeAll(keepingCapacity: true)
    self.open.removeAll(keepingCapacity: true)
    self.open.append(Container(row: -1))
  }

  /// Writes the piece that a parser has read after those before it.
  ///
  /// - Parameter goesOn: Whether the next piece is written by this writer too, so that text may go on in it.
  /// - Returns: Whether it came to its end: false when `isCancelled` returned true.
  mutating func write(
    _ parser: borrowing InlineParser, _ text: Span<UInt8>, goesOn: Bool, _ isCancelled: () -> Bool
  ) -> Bool {
    let border = parser.border
    makeRoom(2 * parser.tokens.count + parser.matches.count + 1, done: border.pieceEnd, of: text.count)
    findsMail = parser.hasAt
    namesMailHosts = parser.extensions.contains(.namedMailHosts)
    // Where the token before ends: there the text starts that is in front of the next.
    var position = border.pieceStart
    for index in parser.tokens.indices {
      if index % InlineParser.stride == InlineParser.stride - 1, isCancelled() { return false }
      let token = parser.tokens[index]
      if token.kind == .delimiters {
        addText(text, position, Int(token.start))
        position = writeDelimiters(token, parser, text)
        continue
      }
      let start = Int(token.start)
      let end = Int(token.end)
      addText(text, position, start)
      position = end
      switch token.kind {
      case .bracket:
        addText(text, start, end)
      case .escape, .delimiters:
        break
      case .characterReference: addLeaf(.characterReference, text, start, end)
      case .softBreak: addLeaf(.softBreak, text, end - 1, end)
      case .lineBreak: addLeaf(.lineBreak, text, start, end)
      case .code: addLeaf(.code, text, start, end)
      case .html: addLeaf(.html, text, start, end)
      case .footnoteReference: addLeaf(.footnoteReference, text, start, end)
      case .autolink:
        writeAutolink(token, parser, text)
      case .linkStart, .imageStart:
        flush(text)
        addRow(token.kind == .linkStart ? .link : .image, start, end)
        rows[rows.count - 1].detail = token.detail
        rows[rows.count - 1].payload = token.payload
        enter(delimiterLength: 0)
        if token.kind == .linkStart { linkDepth += 1 }
      case .linkEnd:
        flush(text)
        if rows[Int(open[open.count - 1].row)].kind == .link { linkDepth -= 1 }
        leave(end: end)
      }
    }
    addText(text, position, border.pieceEnd)
    // Text goes on in the next piece, unless an end was made where there was none.
    if !goesOn || border.endsText || border.pieceEnd >= text.count { flush(text) }
    return true
  }

  /// Makes room for more rows, and at once for as many as the rest of a long text will have if it is like what is done.
  private mutating func makeRoom(_ more: Int, done: Int, of total: Int) {
    let needed = rows.count + more
    guard needed > rows.capacity else { return }
    guard done < total else { return rows.reserveCapacity(needed) }
    let expected = Double(needed) * Double(total) / Double(max(1, done))
    rows.reserveCapacity(max(2 * needed, Int(min(expected, Double(4 * needed)))))
  }

  /// A run of delimiters: the ends of containers, text, the starts of containers, in this order. Returns where
  /// the run ends.
  private mutating func writeDelimiters(
    _ token: InlineToken, _ parser: borrowing InlineParser, _ text: Span<UInt8>
  ) -> Int {
    var position = Int(token.start)
    if token.payload > 0 {
      flush(text)
      for _ in 0..<token.payload {
        position += Int(open[open.count - 1].delimiterLength)
        leave(end: position)
      }
    }
    addText(text, position, Int(token.end))
    position = Int(token.end)
    guard token.opened >= 0 else { return position }
    flush(text)
    var index = Int(token.opened)
    while index >= 0 {
      let match = parser.matches[index]
      let length = Int(match.length)
      addRow(match.kind, position, position + length)
      enter(delimiterLength: match.length)
      position += length
      index = Int(match.inner)
    }
    return position
  }

  /// A link whose text is its target: with brackets around it in the source, or without.
  private mutating func writeAutolink(
    _ token: InlineToken, _ parser: borrowing InlineParser, _ text: Span<UInt8>
  ) {
    let start = Int(token.start)
    let end = Int(token.end)
    if token.detail >= LinkTarget.Form.wiki.rawValue {
      writeWikiLink(token, Range(parser.targets[Int(token.payload)].title), text)
      return
    }
    let isAngled =
      token.detail == LinkTarget.Form.autolink.rawValue
      || token.detail == LinkTarget.Form.mailAutolink.rawValue
    if linkDepth > 0, !isAngled {
      addText(text, start, end)
      return
    }
    flush(text)
    addRow(.link, start, end)
    rows[rows.count - 1].detail = token.detail
    enter(delimiterLength: 0)
    if isAngled { addURI(text, start + 1, end - 1) } else { addTextRows(start, end) }
    leave(end: end)
  }

  /// A link whose text stands within its brackets; within another link it is that text alone.
  private mutating func writeWikiLink(_ token: InlineToken, _ shown: Range<Int>, _ text: Span<UInt8>) {
    let isPicture = token.detail == LinkTarget.Form.wikiPicture.rawValue
    if linkDepth > 0, !isPicture {
      addText(text, shown.lowerBound, shown.upperBound)
      return
    }
    flush(text)
    addRow(isPicture ? .image : .link, Int(token.start), Int(token.end))
    rows[rows.count - 1].detail = token.detail
    rows[rows.count - 1].payload = token.payload
    enter(delimiterLength: 0)
    addTextRows(shown.lowerBound, shown.upperBound)
    leave(end: Int(token.end))
  }

  /// The text of a link in angle brackets: character references in it are such (section 2.5).
  private mutating func addURI(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var rest = start
    var position = start
    while position < end {
      guard text[position] == UInt8(ascii: "&"), let reference = CharacterReference(text, at: position) else {
        position += 1
        continue
      }
      if rest < position { addTextRows(rest, position) }
      addRow(.characterReference, position, position + reference.length)
      position += reference.length
      rest = position
    }
    if rest < end { addTextRows(rest, end) }
  }

  /// A mail address that is a link without brackets.
  private mutating func addMail(_ form: LinkTarget.Form, _ range: Range<Int>) {
    addRow(.link, range.lowerBound, range.upperBound)
    rows[rows.count - 1].detail = form.rawValue
    enter(delimiterLength: 0)
    addTextRows(range.lowerBound, range.upperBound)
    leave(end: range.upperBound)
  }

  private mutating func addLeaf(_ kind: InlineKind, _ text: Span<UInt8>, _ start: Int, _ end: Int) {
    flush(text)
    addRow(kind, start, end)
  }

  /// Text is kept back: what follows may be its continuation.
  @inline(__always)
  private mutating func addText(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard start < end else { return }
    if start != textEnd {
      flush(text)
      textStart = start
    } else if textStart == textEnd {
      textStart = start
    }
    textEnd = end
  }

  @inline(__always)
  private mutating func flush(_ text: Span<UInt8>) {
    guard textStart < textEnd else { return }
    if findsMail, linkDepth == 0 {
      while let address = MailScanner.first(in: text, textStart..<textEnd, namedHosts: namesMailHosts) {
        if textStart < address.range.lowerBound { addTextRows(textStart, address.range.lowerBound) }
        addMail(address.form, address.range)
        textStart = address.range.upperBound
      }
    }
    if textStart < textEnd { addTextRows(textStart, textEnd) }
    textStart = textEnd
  }

  /// One row for each range of the source that the text has.
  @inline(__always)
  private mutating func addTextRows(_ start: Int, _ end: Int) {
    if map.isContiguous {
      addRow(.text, start, end)
      return
    }
    var start = start
    while start < end {
      let piece = min(end, map.runEnd(of: start))
      addRow(.text, start, piece)
      start = piece
    }
  }

  @inline(__always)
  private mutating func addRow(_ kind: InlineKind, _ start: Int, _ end: Int) {
    let row = Int32(truncatingIfNeeded: rows.count)
    let last = open[open.count - 1].lastChild
    if last >= 0 { rows[Int(last)].next = row }
    open[open.count - 1].lastChild = row
    rows.append(
      InlineRow(
        kind: kind, start: Int32(truncatingIfNeeded: map.source(start)),
        end: Int32(truncatingIfNeeded: map.source(end: end)), parent: open[open.count - 1].row))
  }

  private mutating func enter(delimiterLength: UInt8) {
    open.append(Container(row: Int32(truncatingIfNeeded: rows.count - 1), delimiterLength: delimiterLength))
  }

  private mutating func leave(end: Int) {
    let container = open.removeLast()
    rows[Int(container.row)].end = Int32(truncatingIfNeeded: map.source(end: end))
  }
}
