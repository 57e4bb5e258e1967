/// Names of files that are made of titles.
package enum FileNaming {
  /// A title's letters and digits with hyphens between its words; empty where it has none. It holds no dot, no slash and
  /// nothing that cannot be seen, so it can neither leave a folder nor hide in it.
  ///
  /// - Parameter limit: Bytes at most, for file systems refuse long names. It may cut within a character of many marks.
  package static func words(of title: String, limit: Int) -> String {
    var name = String.UnicodeScalarView()
    var count = 0
    var hasLetter = false
    var isBehindHyphen = false
    for scalar in Slugs.plainSlug(of: title).unicodeScalars where !scalar.isInvisible {
      if scalar == "-" {
        isBehindHyphen = !name.isEmpty
        continue
      }
      let kind = Kind(scalar)
      // The letter or sign that it was written on is not there; a keycap's frame is not the digit's.
      if kind == .frame || kind == .mark && (name.isEmpty || isBehindHyphen) { continue }
      let length = UTF8.width(scalar) + (isBehindHyphen ? 1 : 0)
      guard count + length <= limit else { break }
      if isBehindHyphen { name.append("-") }
      isBehindHyphen = false
      name.append(scalar)
      count += length
      if kind == .letter { hasLetter = true }
    }
    return hasLetter ? String(name) : ""
  }

  /// What slugs are made of.
  private enum Kind {
    /// A letter or digit.
    case letter
    case mark
    /// A mark around a letter or digit.
    case frame
    /// `_` and its like.
    case connector

    init(_ scalar: Unicode.Scalar) {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark: self = .mark
      case .enclosingMark: self = .frame
      case .connectorPunctuation: self = .connector
      default: self = .letter
      }
    }
  }
}
