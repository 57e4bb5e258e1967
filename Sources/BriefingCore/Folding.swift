/// Which differences between letters do not count when text is compared: for finding, filtering, and selecting
/// sections, so that all of them agree.
///
/// With both options `erdogan` is `Erdoğan`, `istanbul` is `İstanbul`, `lodz` is `Łódź`, `strasse` is `Straße`.
/// Always, whatever the options: canonically equivalent spellings agree (Hangul in pieces too), any white space is a space,
/// typographic quotes, dashes and ellipses are their ASCII kin, and what has no look of its own is left out: soft hyphens,
/// zero-width characters, marks of direction, variation selectors. Raised digits are typed with `^`: `10⁶` is `10^6`, and
/// not 106; lowered ones are plain digits. With `diacritics` the compatibility forms of East Asia are the characters that
/// they are made of: full-width and half-width letters, `㎏`, `㈱`; and so are those that other programs write, `ﻣﺼﺮ` and `𝐁𝐨𝐥𝐝`.
///
/// What matches under fewer options matches under more, so text folded with ``all`` can serve to find the
/// candidates of a stricter comparison.
public struct Folding: OptionSet, Hashable, Sendable {
  /// One bit an option.
  public let rawValue: UInt8

  /// Makes the set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Upper and lower case are the same (Unicode's full case folding).
  public static let letterCase = Folding(rawValue: 1 << 0)
  /// A letter and its accented, dotless, stroked and joined forms are the same; vowel signs of Arabic and
  /// points of Hebrew are left out.
  public static let diacritics = Folding(rawValue: 1 << 1)
  /// Neither case nor diacritics count.
  public static let all: Folding = [.letterCase, .diacritics]

  /// What does not count for someone who typed `query`: case counts when it has an upper-case letter,
  /// diacritics count when it has one.
  public static func smart(for query: some StringProtocol) -> Folding {
    var folding = Folding.all
    // Not by folding: that changes some lower-case letters too (the final sigma).
    if query.unicodeScalars.contains(where: { $0.properties.changesWhenLowercased }) {
      folding.remove(.letterCase)
    }
    // Half-width letters, and those of PDFs, are typed by nobody who means only these.
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: query.unicodeScalars.filter { !isDrawnOtherwise($0) })
    let text = String(letters)
    if FoldedText(text, .diacritics).utf8 != FoldedText(text, []).utf8 { folding.remove(.diacritics) }
    return folding
  }

  /// Whether a scalar is another one, drawn otherwise (Unicode's compatibility forms).
  private static func isDrawnOtherwise(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x24FF, 0x3200...0x33FF, 0xFB50...0xFDFF, 0xFE30...0xFEFE, 0xFF01...0xFFEE,
      0x1D400...0x1D7FF:
      true
    default: false
    }
  }

  /// `text` in the form in which it is compared. Folding it again changes nothing.
  public func fold(_ text: some StringProtocol) -> String {
    String(decoding: FoldedText(text, self).utf8, as: UTF8.self)
  }
}
