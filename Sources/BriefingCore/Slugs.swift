import CommonMark

/// Gives each heading of a document its anchor by GitHub's rule.
struct Slugs {
  /// Slugs that are taken, with the number that a repeat tries next: so that `n` equal headings take `n` steps.
  private var next: [String: Int] = [:]

  /// The anchor of the next heading: lower case, letters, marks, digits, `_` and `-` kept, spaces as `-`, the
  /// rest dropped; then `-1`, `-2` … until nothing before it has it.
  mutating func slug(of title: String) -> String {
    let plain = Self.plainSlug(of: title)
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

  private static func plainSlug(of title: String) -> String {
    var slug = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " {
        slug.unicodeScalars.append("-")
      } else if isKept(scalar) {
        slug.unicodeScalars.append(scalar)
      }
    }
    return slug
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }
}
