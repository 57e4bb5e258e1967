/// The links of a unit's text as a terminal follows them (OSC 8).
struct Hyperlinks {
  /// In order, none overlapping.
  private var links: [Hyperlink] = []

  /// One of them.
  struct Hyperlink {
    /// UTF-8 offsets in the unit's text.
    var range: Range<Int>
    /// The sequence that starts it.
    var opening: String
  }

  /// The sequence that ends any link.
  static let closing = "\u{1B}]8;;\u{1B}\\"

  /// Bytes of an address at most: terminals leave out longer ones.
  private static let longestAddress = 2083

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
      guard let address = Self.address(link.destination) else { continue }
      let opening = "\u{1B}]8;id=\(unit)-\(links.count);\(address)\u{1B}\\"
      links.append(Hyperlink(range: link.range, opening: opening))
      end = link.range.upperBound
    }
  }

  /// The link that shows at an offset.
  func link(at offset: Int) -> Hyperlink? {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < links.count, links[low].range.contains(offset) else { return nil }
    return links[low]
  }

  /// A target with everything but printable ASCII percent-encoded; nil where it is no web or mail address.
  private static func address(_ destination: String) -> String? {
    let start = destination.utf8.prefix(8).map { $0 | 0x20 }
    guard ["http://", "https://", "mailto:"].contains(where: { start.starts(with: $0.utf8) }),
      destination.utf8.count <= longestAddress
    else { return nil }
    var address: [UInt8] = []
    for byte in destination.utf8 {
      if 0x21..<0x7F ~= byte {
        address.append(byte)
      } else {
        address.append(UInt8(ascii: "%"))
        address.append(hexadecimal(byte >> 4))
        address.append(hexadecimal(byte & 0xF))
      }
    }
    return address.count <= longestAddress ? String(decoding: address, as: UTF8.self) : nil
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }
}
