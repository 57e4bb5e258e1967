import BriefingCore
import BriefingLayout

/// What holds of a page at any width: lines fit, cells are harmless, places hold, find finds what is there.
struct PageChecks {
  private let page: Page

  private static let widths = [1, 20, 80]

  /// Bounds at which most leaves are cut into slices.
  private static let bounds = {
    var bounds = LeafBounds()
    (bounds.leaf, bounds.slice, bounds.cells, bounds.marks, bounds.lines) = (30, 20, 8, 4, 3)
    return bounds
  }()

  static func check(_ briefing: Briefing) {
    let settings = Page.Settings(details: .closed)
    check(Page(briefing, width: widths[0], settings: settings))
    guard let cut = try? Page(cutting: briefing, bounds, width: widths[0], settings: settings) else {
      fail("reading ahead was cancelled by nobody")
    }
    check(cut)
  }

  private static func check(_ first: Page) {
    let settings = Page.Settings(overflow: .pan, details: .open, listsTargets: true)
    for width in widths {
      let wrapped = PageChecks(page: first.resized(to: width))
      for unit in 0..<wrapped.page.unitCount { wrapped.checkUnit(unit) }
      wrapped.checkMoves()
      wrapped.checkOutput()
      let panned = PageChecks(page: first.resized(to: width, settings: settings))
      for unit in 0..<panned.page.unitCount {
        panned.checkUnit(unit)
        for pan in [1, 17, 10_000] { panned.checkLines(of: unit, pan: pan) }
      }
      panned.checkMoves()
    }
    PageChecks(page: first).checkFind()
    for section in first.briefing.sections { _ = first.unit(of: section.heading) }
  }

  private func checkUnit(_ unit: Int) {
    checkLines(of: unit)
    for row in 0..<page.rowCount(of: unit) {
      let place = page.place(unit: unit, row: row)
      expect(
        page.row(of: place) == row, "width \(page.width): \(place) of unit \(unit) row \(row) is elsewhere")
    }
  }

  private func checkLines(of unit: Int, pan: Int = 0) {
    let lines = page.lines(of: unit, pan: pan)
    let length = page.text(of: unit).string.utf8.count
    expect(lines.count == page.rowCount(of: unit) && !lines.isEmpty, "\(lines.count) lines in unit \(unit)")
    var start = 0
    for (row, line) in lines.enumerated() {
      expect(line.cells.count <= page.width, "\(line.cells.count) columns at width \(page.width), pan \(pan)")
      expect(line.cells.count == line.offsets.count, "cells without offsets")
      expect(start <= line.start && line.start <= length, "unit \(unit) row \(row) starts at \(line.start)")
      start = line.start
      checkCells(line)
      for offset in line.offsets {
        expect(offset == Line.decoration || 0..<length ~= Int(offset), "offset \(offset) of \(length)")
      }
    }
  }

  private func checkCells(_ line: Line) {
    var isWide = false
    for cell in line.cells {
      expect(cell.isContinuation == isWide, "half a wide glyph")
      isWide = cell.width == 2
      for scalar in cell.glyph.unicodeScalars {
        expect(!Self.isControl(scalar), "U+\(String(scalar.value, radix: 16)) in a cell")
      }
    }
    expect(!isWide, "half a wide glyph at the end of a line")
  }

  /// C0, DEL, C1, and what turns the direction of text around.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func checkMoves() {
    for rows in [1, 7, .max] {
      let there = page.place(Place(), movedBy: rows)
      let fraction = page.fraction(of: there)
      expect((0...1).contains(fraction), "\(there) is at \(fraction)")
      if rows < .max, page.lines(from: Place(), count: rows + 1).count == rows + 1 {
        expect(page.place(there, movedBy: -rows) == page.place(unit: 0, row: 0), "no way back from \(there)")
      }
    }
    let top = page.lastTop(height: 5)
    expect(
      page.lines(from: top, count: 100).count >= min(5, page.lines(from: Place(), count: 5).count) - 1,
      "\(top)")
  }

  /// Coloured text without its escapes is the plain text.
  private func checkOutput() {
    var plain = ""
    TextWriter().write(page) { plain += $0 }
    expect(plain.unicodeScalars.allSatisfy { !Self.isControl($0) || $0 == "\n" }, plain.debugDescription)
    var coloured = ""
    TextWriter(theme: .standard, hasHyperlinks: true).write(page) {
      coloured += $0
    }
    // Without colours, tildes say what is struck through.
    let tilde = UInt8(ascii: "~")
    expect(
      Self.withoutEscapes(coloured).filter { $0 != tilde } == plain.utf8.filter { $0 != tilde },
      "\(coloured.debugDescription)\n\(plain)")
  }

  /// Takes out the escapes of colours and links, and nothing else.
  private static func withoutEscapes(_ text: String) -> [UInt8] {
    var rest: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == 0x1B else {
        rest.append(byte)
        continue
      }
      if bytes.starts(with: "[".utf8) {
        bytes = bytes.dropFirst().drop { 0x30...0x3B ~= $0 }
        expect(bytes.popFirst() == UInt8(ascii: "m"), "an escape: \(text.debugDescription)")
      } else {
        expect(bytes.starts(with: "]8;".utf8), "an escape: \(text.debugDescription)")
        bytes = bytes.drop { 0x21..<0x7F ~= $0 }
        expect(bytes.starts(with: "\u{1B}\\".utf8), "an escape without end: \(text.debugDescription)")
        bytes = bytes.dropFirst(2)
      }
    }
    return rest
  }

  private func checkFind() {
    guard let text = FindText(page) else { fail("find was cancelled by nobody") }
    let texts = (0..<page.unitCount).map { page.text(of: $0).string }
    for string in texts.prefix(4) {
      let middle = string.dropFirst(string.count / 2)
      for length in [1, 3, 20] {
        var last = FindMatch(unit: 0, range: 0..<0)
        for match in text.matches(of: FindQuery(String(middle.prefix(length)))) ?? [] {
          // It may end in the slices that go on with its own.
          let rest = (match.unit + 1..<page.unitCount).prefix(while: page.continuesPrevious)
          let length = ([match.unit] + rest).reduce(0) { $0 + texts[$1].utf8.count }
          expect(
            !match.range.isEmpty && match.range == match.range.clamped(to: 0..<length),
            "\(match) of \(length)")
          expect(
            match.unit > last.unit || match.range.lowerBound >= last.range.upperBound,
            "\(match) overlaps \(last)")
          last = match
        }
      }
    }
  }
}
