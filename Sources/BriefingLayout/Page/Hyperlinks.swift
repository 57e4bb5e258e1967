import Algorithms
import BriefingText

/// Where the links of a unit's text stand that a terminal may follow.
struct Hyperlinks {
  /// In order, none overlapping.
  private var links: [Span] = []

  /// A stretch of the text that is a link.
  struct Span {
    /// UTF-8 offsets in the unit's text.
    var range: Range<Int>
    /// By which a terminal knows its lines as one link.
    fileprivate var identifier: String
    /// Where it leads, as written.
    fileprivate var destination: String

    /// Bytes of its address, roughly; those of the sequence are made when they are asked for.
    var length: Int { destination.utf8.count }

    /// What the terminal is told.
    var hyperlink: Hyperlink? { Hyperlink(Hyperlinks.encoded(destination), identifier: identifier) }
  }

  /// Finds the links that a terminal may follow. Of links within each other the outermost counts.
  ///
  /// - Parameter unit: makes the identifiers, by which a terminal knows the lines of a wrapped link as one.
  init(_ text: UnitText, unit: Int) {
    // What a link has in it may be one image; an image's mark stands before the links in its description.
    let outermostFirst = text.links.filter { $0.kind != .footnote }.sorted { first, second in
      (first.range.lowerBound, -first.range.upperBound, first.kind == .link ? 0 : 1)
        < (second.range.lowerBound, -second.range.upperBound, second.kind == .link ? 0 : 1)
    }
    var end = 0
    for link in outermostFirst where link.range.lowerBound >= end {
      guard Self.isFollowed(link.destination) else { continue }
      links.append(
        Span(range: link.range, identifier: "\(unit)-\(links.count)", destination: link.destination))
      end = link.range.upperBound
    }
  }

  /// The link that shows at an offset.
  func link(at offset: Int) -> Span? {
    let index = links.partitioningIndex { $0.range.upperBound > offset }
    guard index < links.count, links[index].range.contains(offset) else { return nil }
    return links[index]
  }

  /// Whether a target is a web or mail address that terminals take.
  private static func isFollowed(_ destination: String) -> Bool {
    let start = destination.utf8.prefix(8).map { $0 | 0x20 }
    guard ["http://", "https://", "mailto:"].contains(where: { start.starts(with: $0.utf8) }),
      destination.utf8.count <= Hyperlink.longestAddress
    else { return false }
    return destination.utf8.reduce(0) { $0 + (isPrintable($1) ? 1 : 3) } <= Hyperlink.longestAddress
  }

  /// A target with everything but printable ASCII percent-encoded.
  private static func encoded(_ destination: String) -> String {
    var address: [UInt8] = []
    for byte in destination.utf8 {
      if isPrintable(byte) {
        address.append(byte)
      } else {
        address.append(UInt8(ascii: "%"))
        address.append(hexadecimal(byte >> 4))
        address.append(hexadecimal(byte & 0xF))
      }
    }
    return String(decoding: address, as: UTF8.self)
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { 0x21..<0x7F ~= byte }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }
}
