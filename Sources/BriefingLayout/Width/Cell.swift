import BriefingText

/// One column of a screen or a line: a glyph that is safe to draw, and its style.
///
/// A cell cannot hold a control character. The only ways to make one are here, and here C0, C1, DEL, bidi
/// controls, invisible format characters and whatever terminals disagree about become visible symbols.
///
/// 16 bytes without references, because a frame copies and compares 100,000 of them.
public struct Cell: Hashable, Sendable {
  /// Bytes 0 to 7 of the glyph's UTF-8, the first one lowest; 0 after the last.
  private let head: UInt64
  /// Bytes 8 to 10 of the glyph's UTF-8, and in the highest byte the width.
  private let tail: UInt32
  /// How it looks.
  public var style: Style

  /// How many bytes of UTF-8 a glyph holds: a base and two to four marks.
  private static let capacity = 11
  /// Marks on one base; ncurses takes no more.
  private static let marksLimit = 4

  private init(head: UInt64, tail: UInt32, width: Int, style: Style) {
    self.head = head
    self.tail = tail | UInt32(width) << 24
    self.style = style
  }

  /// Columns that the glyph takes: 1 or 2, or 0 in the second column of a wide glyph.
  public var width: Int { Int(tail >> 24) }

  /// What is drawn; empty in the second column of a wide glyph.
  public var glyph: String {
    if let ascii { return Cell.asciiGlyphs[Int(ascii)] }
    let count = utf8Count
    return String(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count { buffer[index] = byte(at: index) }
      return count
    }
  }

  /// The glyph where it is one printable ASCII character: the quick way for whoever draws.
  public var ascii: UInt8? { head < 0x80 && width == 1 ? UInt8(truncatingIfNeeded: head) : nil }

  /// Whether it is the second column of the wide glyph before it.
  public var isContinuation: Bool { width == 0 }

  private var utf8Count: Int {
    let rest = tail & 0xFF_FFFF
    if rest == 0 { return 8 - head.leadingZeroBitCount / 8 }
    return 12 - rest.leadingZeroBitCount / 8
  }

  private func byte(at index: Int) -> UInt8 {
    index < 8
      ? UInt8(truncatingIfNeeded: head >> UInt64(index * 8))
      : UInt8(truncatingIfNeeded: tail >> UInt32(index * 8 - 64))
  }

  private static let asciiGlyphs = (0..<0x80).map { String(UnicodeScalar(UInt8($0))) }
}

// MARK: - The gate

extension Cell {
  /// A space.
  public static func blank(_ style: Style = Style()) -> Cell { Cell(printable: 0x20, style) }

  /// The cells of a text on one line; tabs and line endings in it become visible symbols too.
  ///
  /// - Parameter limit: How many cells are wanted; what stands after them costs nothing. There may be a few more.
  public static func cells(
    _ text: some StringProtocol, _ style: Style = Style(), atLeast limit: Int = .max
  ) -> [Cell] {
    let text = String(text)
    var cells: [Cell] = []
    cells.reserveCapacity(min(text.utf8.count, limit))
    Graphemes.withEach(of: text) { graphemes in
      var start = 0
      while start < graphemes.count, cells.count < limit {
        let end = graphemes.end(of: start)
        Cell.forEach(in: graphemes, start..<end, style) { cells.append($0) }
        start = end
      }
    }
    return cells
  }

  /// A cell of one printable ASCII character; any other byte becomes `?`.
  init(printable byte: UInt8, _ style: Style) {
    self.init(head: UInt64(0x20..<0x7F ~= byte ? byte : 0x3F), tail: 0, width: 1, style: style)
  }

  /// Hands out the cells of one grapheme: none for one that has no look, two for most wide ones, as many as
  /// it takes to write `<U+202E>`.
  ///
  /// ncurses gives each spacing scalar its own cell, so a conjunct or a flag is two cells side by side. Nothing is
  /// left out but joiners and tints: marks that a cell has no room for stand on dotted circles after it, and a
  /// grapheme that has no look and is as long as one may be is shown by the sign of its first scalar.
  @inline(__always)
  static func forEach(
    in text: Graphemes, _ range: Range<Int>, _ style: Style, _ body: (Cell) -> Void
  ) {
    let first = text.bytes[range.lowerBound]
    if range.count == 1, 0x20..<0x7F ~= first {
      return body(Cell(head: UInt64(first), tail: 0, width: 1, style: style))
    }
    forEachOfCluster(in: text, range, style, body)
  }

  private static func forEachOfCluster(
    in text: Graphemes, _ range: Range<Int>, _ style: Style, _ body: (Cell) -> Void
  ) {
    var glyph = Glyph()
    var base: UInt32 = 0
    var isSeen = false
    var at = range.lowerBound
    defer {
      glyph.flush(body)
      if !isSeen, range.count > Graphemes.longest - 4 {
        symbol(of: text.scalar(at: range.lowerBound).value, style.traits, body)
      }
    }
    while at < range.upperBound {
      let (scalar, length) = text.scalar(at: at)
      at += length
      let display = ScalarDisplay(scalar)
      if display == .silent {
        if DirectionMark.shapes(scalar, behind: base) { _ = glyph.add(scalar) }
        continue
      }
      isSeen = true
      switch display {
      case .silent: break
      case .combining:
        if glyph.add(scalar) { continue }
        glyph.flush(body)
        // A mark without a base would land on whatever is drawn before it.
        glyph.start(0x25CC, width: 1, style: Style(.replacement, style.traits))
        _ = glyph.add(scalar)
      case .marked where DirectionMark.isMark(scalar) && DirectionMark.isAtWork(in: text, at: at - length):
        _ = glyph.add(scalar)
      case .marked:
        glyph.flush(body)
        symbol(of: scalar, style.traits, body)
      case .narrow, .wide:
        // Terminals disagree on how wide a joined or tinted emoji is. Its pictures side by side, without the
        // joiners and the tint, are two columns each everywhere.
        if 0x1F3FB...0x1F3FF ~= scalar, glyph.width == 2 { continue }
        glyph.flush(body)
        if 0x1F1E6...0x1F1FF ~= scalar, range.count < 8 {
          symbol(of: scalar, style.traits, body)
        } else {
          base = scalar
          glyph.start(isSpace(scalar) ? 0x20 : scalar, width: display == .wide ? 2 : 1, style: style)
        }
      }
    }
  }

  /// `^[` for C0 and DEL, `<U+202E>` for everything else.
  private static func symbol(of scalar: UInt32, _ traits: Style.Traits, _ body: (Cell) -> Void) {
    let style = Style(.replacement, traits)
    if scalar < 0x80 {
      body(Cell(printable: 0x5E, style))
      return body(Cell(printable: UInt8(truncatingIfNeeded: scalar ^ 0x40), style))
    }
    for byte in [0x3C, 0x55, 0x2B] as [UInt8] { body(Cell(printable: byte, style)) }
    let digits = max(4, (35 - scalar.leadingZeroBitCount) / 4)
    for digit in stride(from: digits - 1, through: 0, by: -1) {
      let nibble = UInt8(scalar >> UInt32(digit * 4) & 0xF)
      body(Cell(printable: nibble < 10 ? 0x30 + nibble : 0x37 + nibble, style))
    }
    body(Cell(printable: 0x3E, style))
  }

  /// The spaces of one column that are not U+0020: drawn as it, for what is copied from a screen.
  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || 0x2000...0x200A ~= scalar || scalar == 0x202F || scalar == 0x205F
  }

  /// A base and its marks on the way into a cell.
  private struct Glyph {
    private var head: UInt64 = 0
    private var tail: UInt32 = 0
    private var count = 0
    private var marks = 0
    private var style = Style()
    private(set) var width = 0

    var isEmpty: Bool { width == 0 }

    mutating func start(_ scalar: UInt32, width: Int, style: Style) {
      self = Glyph()
      self.width = width
      self.style = style
      append(scalar)
    }

    /// Adds a mark, if there is a base and room for it.
    mutating func add(_ mark: UInt32) -> Bool {
      guard !isEmpty, marks < Cell.marksLimit, count + Graphemes.length(of: mark) <= Cell.capacity else {
        return false
      }
      marks += 1
      append(mark)
      return true
    }

    mutating func flush(_ body: (Cell) -> Void) {
      if isEmpty { return }
      body(Cell(head: head, tail: tail, width: width, style: style))
      if width == 2 { body(Cell(head: 0, tail: 0, width: 0, style: style)) }
      self = Glyph()
    }

    private mutating func append(_ scalar: UInt32) {
      let length = Graphemes.length(of: scalar)
      if length == 1 { return put(UInt8(truncatingIfNeeded: scalar)) }
      put(UInt8(truncatingIfNeeded: scalar >> UInt32(6 * (length - 1)) | 0xF00 >> UInt32(length) & 0xFF))
      for index in stride(from: length - 2, through: 0, by: -1) {
        put(UInt8(truncatingIfNeeded: scalar >> UInt32(6 * index) & 0x3F | 0x80))
      }
    }

    private mutating func put(_ byte: UInt8) {
      if count < 8 {
        head |= UInt64(byte) << UInt64(count * 8)
      } else {
        tail |= UInt32(byte) << UInt32(count * 8 - 64)
      }
      count += 1
    }
  }
}
