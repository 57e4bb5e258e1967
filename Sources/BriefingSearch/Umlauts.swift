import BriefingCore

/// How umlauts are written where the letters are missing: `Mueller` for `Müller`.
public enum Umlauts {
  /// A word with `ae` for `ä` and so on, folded; nil where it has no umlaut.
  ///
  /// - Parameter written: As its author wrote it, in small letters.
  static func withoutMarks(_ written: some Sequence<UInt8>) -> String? {
    var hasUmlaut = false
    var word = ""
    for scalar in String(decoding: Array(written), as: UTF8.self).unicodeScalars {
      word.unicodeScalars.append(scalar)
      switch scalar {
      case "ä", "ö", "ü":
        hasUmlaut = true
        word.unicodeScalars.append("e")
      default: break
      }
    }
    return hasUmlaut ? Folding.all.fold(word) : nil
  }

  /// A folded word with the umlauts that `ae`, `oe` and `ue` may stand for; nil where it has none of these.
  public static func restored(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let e = UInt8(ascii: "e")
    guard word.contains(e) else { return nil }
    var letters: [UInt8] = []
    var hasUmlaut = false
    for letter in word {
      if letter == e, let last = letters.last, let umlaut = umlaut(of: last) {
        hasUmlaut = true
        letters.removeLast()
        letters += [0xC3, umlaut]
      } else {
        letters.append(letter)
      }
    }
    return hasUmlaut ? letters : nil
  }

  /// The second byte of a vowel's umlaut, whose first one is 0xC3.
  private static func umlaut(of vowel: UInt8) -> UInt8? {
    switch vowel {
    case UInt8(ascii: "a"): 0xA4
    case UInt8(ascii: "o"): 0xB6
    case UInt8(ascii: "u"): 0xBC
    default: nil
    }
  }
}
