import Algorithms
import BriefingText

/// Places by how far they are, or by where their text is written.
extension Page {
  /// How much of the briefing stands above a place, in whole percent: 0 to 99, for at its end nothing starts.
  ///
  /// Of a screen it is its last row that tells how far one is: ``top(percent:height:)`` goes by the same rule.
  public func percentage(of place: Place) -> Int { min(99, Int(fraction(of: place) * 100)) }

  /// The same of a page that shows the start of a file of so many bytes.
  public func percentage(of place: Place, ofBytes size: Int) -> Int {
    let body = briefing.document.body
    let whole = size - body.lowerBound
    return whole > 0 ? min(99, Int(fraction(of: place) * 100 * Double(body.count) / Double(whole))) : 0
  }

  /// The place at the top of a screen whose last row is so far into the briefing as ``percentage(of:)`` tells, as nearly as
  /// rows allow. Where less than a screen stands above that row it is the start, and for 100 the top of the last screen.
  ///
  /// - Parameters:
  ///   - percent: 0 to 100.
  ///   - height: Rows of the screen.
  public func top(percent: Int, height: Int) -> Place {
    let end = lastTop(height: height)
    guard percent < 100 else { return end }
    var last = place(percent: percent)
    // The row in which the percentage is reached starts above it; blank rows may follow. Three are the most.
    for _ in 0..<4 where percentage(of: last) < percent {
      let next = place(last, movedBy: 1)
      guard percentage(of: next) <= percent else { break }
      last = next
    }
    return min(place(last, movedBy: 1 - height), end)
  }

  /// The row in which so much of the briefing is reached, 0 to 100.
  public func place(percent: Int) -> Place {
    let byte = briefing.document.body.count * min(100, max(0, percent)) / 100
    return place(at: byte, in: lastUnit { units.table.extent(of: $0, briefing.document).lowerBound <= byte })
  }

  /// The place at which a line of the source is shown, 1-based; the end where there is none. Lines of front matter are
  /// shown at the start.
  public func place(ofLine line: Int) -> Place {
    let document = briefing.document
    let byte = document.source.start(ofLine: line)
    // Footnotes may be shown elsewhere than they are written, so the order of the units does not tell.
    var unit = 0
    var best = -1
    for index in 0..<unitCount where !units.table.units[index].isBlockless {
      let start = units.table.sourceStart(of: index, document)
      if start <= byte - document.body.lowerBound, start > best { (unit, best) = (index, start) }
    }
    guard best >= 0 else { return Place() }
    let range = document[units.table.units[unit].block].range
    let lines = document.source[range].lineCount
    let index = min(document.source[range.lowerBound..<max(range.lowerBound, byte)].lineCount, lines - 1)
    let slices = Int(units.table.units[unit].slices)
    // All slices of code but the last have so many lines; those of a long leaf are about as long as each other.
    let isLong = isCut(unit)
    let sliceLines = isLong ? max(1, lines / slices) : UnitTable.sliceLines
    let slice = min(index / sliceLines, slices - 1)
    let first = slice * sliceLines
    let count = slice == slices - 1 ? lines - first : sliceLines
    return place(
      unit: unit - Int(units.table.units[unit].slice) + slice,
      part: Double(index - first) / Double(max(1, count)))
  }

  private func place(at byte: Int, in unit: Int) -> Place {
    guard 0..<unitCount ~= unit else { return Place() }
    let extent = units.table.extent(of: unit, briefing.document)
    return place(unit: unit, part: Double(byte - extent.lowerBound) / Double(max(1, extent.count)))
  }

  /// The row that is so much of a unit's text down, 0 to 1.
  private func place(unit: Int, part: Double) -> Place {
    let rows = layout(of: unit).textRows
    return place(unit: unit, row: min(rows - 1, Int(max(0, min(1, part)) * Double(rows))))
  }

  /// The last unit of which something holds that holds of all before it; 0 where it holds of none.
  private func lastUnit(where holds: (Int) -> Bool) -> Int {
    max(0, (0..<unitCount).partitioningIndex { !holds($0) } - 1)
  }
}

extension [UInt8] {
  /// The index at which a line starts, 1-based; the count of bytes where there are not so many. A line ends with LF,
  /// CR or both (CommonMark 0.31.2, section 2.1).
  fileprivate func start(ofLine line: Int) -> Int {
    var rest = line - 1
    var index = 0
    while rest > 0, index < count {
      let byte = self[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < count, self[index] == 0x0A { index += 1 }
      rest -= 1
    }
    return index
  }
}

extension Page {
  /// How many lines the source has; an empty last one is none.
  public var sourceLineCount: Int { briefing.document.source[...].lineCount }
}

extension ArraySlice<UInt8> {
  /// Lines, of which the last one may lack its end.
  fileprivate var lineCount: Int {
    var lines = 0
    var previous: UInt8 = 0
    for byte in self {
      // CR and LF end one line.
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { lines += 1 }
      previous = byte
    }
    return lines + (last.map { $0 != 0x0A && $0 != 0x0D } == true ? 1 : 0)
  }
}
