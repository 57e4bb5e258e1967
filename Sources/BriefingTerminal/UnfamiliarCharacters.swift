import BriefingLayout
import CCharacterWidth

/// Writes characters that a terminal may not know, so that the rest of the row stands in its place whatever it makes of them.
///
/// Where the C library does not know a character, an emoji of the last years, many terminals on the same system do not
/// either: they leave it out, or give it one column where the layout has two. So a sign is written into its columns first,
/// over that the character, and then the cursor is put where it belongs. Whoever knows the character sees it alone; else
/// the sign stays.
struct UnfamiliarCharacters {
  /// What saves the cursor and brings it back (`sc` and `rc` of terminfo), and what moves it by 1 and by 2 columns to the
  /// right (`cuf`).
  struct Moves {
    var save: [UInt8]
    var restore: [UInt8]
    var right: [[UInt8]]
  }

  /// nil where the terminal cannot do that.
  private let moves: Moves?
  private let isKnown: (UInt32) -> Bool

  /// - Parameters:
  ///   - moves: nil where the terminal cannot do that; then all is written as it is.
  ///   - isKnown: Whether terminals know a scalar.
  init(
    _ moves: Moves?,
    isKnown: @escaping (UInt32) -> Bool = { character_width_of_system(wchar_t(bitPattern: $0)) >= 0 }
  ) {
    self.moves = moves
    self.isKnown = isKnown
  }

  /// What ncurses has written, with those characters as they are written.
  func guarded(_ bytes: [UInt8]) -> [UInt8] {
    guard let moves, var at = bytes.firstIndex(where: { $0 >= 0xCC }) else { return bytes }
    var guarded = Array(bytes[..<at])
    bytes.withUnsafeBufferPointer { bytes in
      while at < bytes.count {
        let length = Self.length(bytes[at])
        // ncurses writes whole characters, and Latin is known everywhere.
        guard length > 1, at + length <= bytes.count else {
          guarded.append(bytes[at])
          at += 1
          continue
        }
        let character = bytes[at..<at + length]
        at += length
        guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first?.value,
          !isKnown(scalar), let columns = Cell.columns(of: scalar)
        else {
          guarded += character
          continue
        }
        guarded += moves.save
        if columns > 0 {
          guarded += Self.sign
          guarded += repeatElement(UInt8(ascii: " "), count: columns - 1)
          guarded += moves.restore
        }
        guarded += character
        guarded += moves.restore
        if columns > 0 { guarded += moves.right[columns - 1] }
      }
    }
    return guarded
  }

  private static let sign = Array("\u{FFFD}".utf8)

  /// The length of a character of UTF-8 by its first byte; 1 for what is ASCII or Latin, and for bytes within one.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xCC..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF8: 4
    default: 1
    }
  }
}
