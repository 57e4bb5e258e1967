import CommonMark

/// Gives each heading of a document its anchor by GitHub's rule.
package struct Slugs {
  /// Slugs that are taken, with the number that a repeat tries next: so that `n` equal headings take `n` steps.
  private var next: [String: Int] = [:]

  /// Gives none so far.
  ///
  /// - Parameter count: How many headings are expected.
  init(count: Int = 0) { next.reserveCapacity(count) }

  /// The anchor of the next heading: lower case, letters, marks, digits, `_` and `-` kept, spaces as `-`, the
  /// rest dropped; then `-1`, `-2` … until nothing before it has it.
  mutating func slug(of title: String) -> String {
    unique(Self.plainSlug(of: title))
  }

  /// An anchor that nothing before has: as it is, or with the next number after it.
  private mutating func unique(_ plain: String) -> String {
    guard var number = next[plain] else {
      next[plain] = 1
      return plain
    }
    var slug = "\(plain)-\(number)"
    while next[slug] != nil {
      number += 1
      slug = "\(plain)-\(number)"
    }
    next[plain] = number + 1
    next[slug] = 1
    return slug
  }

  /// The anchor of a heading: the identifier that its author gave it, else that of its text.
  ///
  /// - Parameters:
  ///   - title: Its plain text as it is shown.
  ///   - inlines: Its inlines. What is shown of raw HTML is not part of the anchor, as it is none of GitHub's.
  mutating func slug(
    of heading: BlockID, titled title: String, _ inlines: Inlines, _ document: Document
  ) -> String {
    if let identifier = document.identifier(ofHeading: heading) { return unique(identifier) }
    return slug(of: inlines.hasHTML ? inlines.plainText(withElements: false) : title)
  }

  /// The anchor of a title where no other heading has it.
  package static func plainSlug(of title: String) -> String {
    // ASCII is made lower case on the way.
    var lower = title.utf8.allSatisfy { $0 < 0x80 } ? title : title.lowercased()
    return lower.withUTF8 { text in
      String(unsafeUninitializedCapacity: text.count) { slug in
        var count = 0
        var at = 0
        while at < text.count {
          let byte = text[at]
          if byte < 0x80 {
            let kept = ascii(byte)
            slug[count] = kept
            count += kept == 0 ? 0 : 1
            at += 1
            continue
          }
          let (value, length) = Words.decode(text, at)
          if let scalar = Unicode.Scalar(value), isKept(scalar) {
            for index in at..<at + length {
              slug[count] = text[index]
              count += 1
            }
          }
          at += length
        }
        return count
      }
    }
  }

  /// What becomes of ASCII; 0 where it is dropped.
  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: " "): UInt8(ascii: "-")
    default: 0
    }
  }

  /// Whether a scalar beyond ASCII stays.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
