/// Which encoding bytes that are not UTF-8 most likely have, for the advice that is given. Nothing is decoded by a guess.
struct EncodingGuess {
  /// As iconv names it.
  var name: String
  /// As people know it.
  var title: String

  /// Bytes that are looked at.
  private static let reach = 1 << 16

  /// Guesses; nil where most of what is beyond ASCII is UTF-8, so that the rest is damage. Half of it may look so by chance
  /// where each character has two bytes.
  init?(_ bytes: [UInt8]) {
    let counts = Counts(bytes.prefix(Self.reach))
    guard counts.high > 0, counts.utf8 * 4 < counts.high * 3 else { return nil }
    // A letter with an accent stands alone among others; scripts of their own come in words.
    if counts.alone * 2 > counts.high {
      (name, title) = ("WINDOWS-1252", "Windows-1252")
    } else if counts.isShiftJIS, counts.kana * 8 > counts.high {
      (name, title) = ("SHIFT_JIS", "Shift-JIS")
    } else if counts.isBig5, counts.lowPairs * 5 > counts.bigPairs {
      (name, title) = ("BIG5", "Big5")
    } else if counts.eucKana * 6 > counts.high {
      (name, title) = ("EUC-JP", "EUC-JP")
    } else if counts.isEUCKR {
      (name, title) = ("EUC-KR", "EUC-KR")
    } else if counts.isGB, counts.pairs * 10 >= counts.high * 4, !counts.isCyrillic {
      (name, title) = ("GB18030", "GB18030")
    } else if counts.lowCyrillic > counts.highCyrillic {
      (name, title) = ("KOI8-R", "KOI8-R")
    } else {
      (name, title) = ("WINDOWS-1251", "Windows-1251")
    }
  }

  /// What the bytes beyond ASCII are like.
  private struct Counts {
    /// Bytes beyond ASCII, and those of them that are part of UTF-8's sequences.
    var high = 0
    var utf8 = 0
    /// Those with ASCII on both sides.
    var alone = 0
    /// Pairs as GB18030 and its kin have them: both bytes beyond ASCII, from A1 on, the first from B0 to F7.
    var pairs = 0
    var isGB = true
    /// Pairs of Big5, and those of them whose second byte is ASCII: in no other script is a letter so often one of these.
    var isBig5 = true
    var bigPairs = 0
    var lowPairs = 0
    /// Pairs that are all of the Korean syllables.
    var isEUCKR = true
    var isShiftJIS = true
    /// Bytes of Shift-JIS's hiragana and katakana, and of EUC-JP's.
    var kana = 0
    var eucKana = 0
    /// Letters where KOI8-R has the small ones, and where Windows-1251 has them.
    var lowCyrillic = 0
    var highCyrillic = 0

    /// Whether nearly all are letters of either Cyrillic encoding in runs that are often odd: pairs are even.
    var isCyrillic: Bool { oddRuns * 4 > runs }
    private var runs = 0
    private var oddRuns = 0

    init(_ bytes: ArraySlice<UInt8>) {
      countBytes(Array(bytes))
      countPairs(Array(bytes))
      countShiftJIS(Array(bytes))
      countBig5(Array(bytes))
      if pairs == 0 { isEUCKR = false }
    }

    private mutating func countBytes(_ bytes: [UInt8]) {
      var run = 0
      for (at, byte) in bytes.enumerated() {
        guard byte >= 0x80 else {
          if run > 0 {
            runs += 1
            oddRuns += run & 1
          }
          run = 0
          continue
        }
        run += 1
        high += 1
        if 0xC0..<0xE0 ~= byte { lowCyrillic += 1 }
        if byte >= 0xE0 { highCyrillic += 1 }
        let isAfterASCII = at == 0 || bytes[at - 1] < 0x80
        if isAfterASCII, at + 1 == bytes.count || bytes[at + 1] < 0x80 { alone += 1 }
        let length = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
        if length > 0, at + length <= bytes.count,
          bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        {
          utf8 += length
        }
      }
    }

    private mutating func countPairs(_ bytes: [UInt8]) {
      var at = 0
      while at < bytes.count {
        let first = bytes[at]
        guard first >= 0x80 else {
          at += 1
          continue
        }
        guard at + 1 < bytes.count else { break }
        let second = bytes[at + 1]
        if !(0x81...0xFE ~= first && (0x40...0xFE ~= second && second != 0x7F || 0x30...0x39 ~= second)) {
          isGB = false
        }
        if 0xB0...0xF7 ~= first, second >= 0xA1 { pairs += 1 }
        if !(0xB0...0xC8 ~= first && second >= 0xA1), !(0xA1...0xA3 ~= first && second >= 0xA1) {
          isEUCKR = false
        }
        if first == 0xA4 || first == 0xA5, second >= 0xA1 { eucKana += 2 }
        at += 2
      }
    }

    private mutating func countBig5(_ bytes: [UInt8]) {
      var at = 0
      while at + 1 < bytes.count {
        let (first, second) = (bytes[at], bytes[at + 1])
        at += first < 0x80 ? 1 : 2
        guard first >= 0x80 else { continue }
        // Its frequent characters and its punctuation.
        guard 0xA1...0xC6 ~= first || 0xC9...0xF9 ~= first, 0x40...0x7E ~= second || 0xA1...0xFE ~= second
        else {
          isBig5 = false
          return
        }
        bigPairs += 1
        if second < 0x80 { lowPairs += 1 }
      }
    }

    private mutating func countShiftJIS(_ bytes: [UInt8]) {
      var at = 0
      while at < bytes.count {
        let first = bytes[at]
        // ASCII, and the katakana of one byte.
        if first < 0x80 || 0xA1...0xDF ~= first {
          at += 1
          continue
        }
        guard at + 1 < bytes.count else { break }
        let second = bytes[at + 1]
        guard 0x81...0x9F ~= first || 0xE0...0xFC ~= first, 0x40...0xFC ~= second, second != 0x7F else {
          isShiftJIS = false
          return
        }
        if first == 0x82 && 0x9F...0xF1 ~= second || first == 0x83 && 0x40...0x96 ~= second { kana += 2 }
        at += 2
      }
    }
  }
}
