/// What may swallow lines behind it.
extension DefinitionScan {
  /// What stands in front of a block in a container.
  private static let markers = ByteSet(" \t>-+*.):0123456789")

  /// Notes what a line opens that goes on over blank lines.
  mutating func noteOpening(_ line: Range<Int>, isFirst: Bool) {
    isLost = hasGaps(line)
    var start = line.lowerBound
    // Behind a footnote's mark and a task's box a block may start, too.
    while start < line.upperBound, Self.markers.contains(bytes[start]) || bytes[start] == UInt8(ascii: "[") {
      if bytes[start] == UInt8(ascii: "["),
        let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "]"))
      {
        start = end
      }
      start += 1
    }
    guard start < line.upperBound else { return }
    let next = start + 1 < line.upperBound ? bytes[start + 1] : UInt8(ascii: " ")
    switch bytes[start] {
    case UInt8(ascii: "`"), UInt8(ascii: "~"): noteFence(line, at: start, isFirst: isFirst)
    case UInt8(ascii: "<"):
      var end = start + 1
      while end < line.upperBound, bytes[end].isAlphanumeric { end += 1 }
      let name = HTMLTagName(bytes.extracting(start + 1..<end).span)
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || name.isLiteral { isLost = true }
    case UInt8(ascii: "%"): if next == UInt8(ascii: "%") { isLost = true }
    case UInt8(ascii: "{"): if next == UInt8(ascii: "%") || next == UInt8(ascii: "{") { isLost = true }
    default: break
    }
  }

  private mutating func noteFence(_ line: Range<Int>, at start: Int, isFirst: Bool) {
    let marker = bytes[start]
    let end = bytes[start..<line.upperBound].firstIndex { $0 != marker } ?? line.upperBound
    guard end - start >= 3 else { return }
    // Text.
    if marker == UInt8(ascii: "`"), bytes[end..<line.upperBound].contains(marker) { return }
    // Within HTML it would be text, and in a container it ends where that does.
    guard isFirst, start == line.lowerBound else { return isLost = true }
    fence = (marker, end - start)
  }

  /// Whether a line ends the fence that is open.
  func closes(_ line: Range<Int>, _ marker: UInt8, _ length: Int) -> Bool {
    let start = bytes[line].firstIndex { $0 != UInt8(ascii: " ") } ?? line.upperBound
    let end = bytes[start..<line.upperBound].firstIndex { $0 != marker } ?? line.upperBound
    return start - line.lowerBound < 4 && end - start >= length && isBlank(end..<line.upperBound)
  }

  /// Whether a line may be the first of a table between two lines of dashes.
  private func hasGaps(_ line: Range<Int>) -> Bool {
    guard line.allSatisfy({ bytes[$0] == UInt8(ascii: "-") || bytes[$0] == UInt8(ascii: " ") }) else {
      return false
    }
    return bytes.extracting(line).split(separator: UInt8(ascii: " ")).count > 1
  }
}
