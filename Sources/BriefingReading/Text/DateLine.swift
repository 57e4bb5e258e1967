/// Tells sentences that say nothing but when a text was written: that they change is not news.
enum DateLine {
  /// Words of such a sentence at most.
  private static let longest = 16

  /// Whether a sentence is one.
  ///
  /// - Parameter line: Its words, folded, a space between them.
  static func contains(_ line: [UInt8]) -> Bool {
    guard line.count <= 120, line.contains(where: { 0x30...0x39 ~= $0 }) else { return false }
    var (digits, words, parts) = (0, 0, 0)
    var hasYear = false
    for part in line.split(separator: 0x20) {
      parts += 1
      guard parts <= longest else { return false }
      if part.allSatisfy({ 0x30...0x39 ~= $0 }) {
        digits += 1
        hasYear =
          hasYear || part.count == 4 && (part.starts(with: [0x31, 0x39]) || part.starts(with: [0x32, 0x30]))
        continue
      }
      let word = String(decoding: part, as: UTF8.self)
      if telling.contains(word) || isISOTime(part) {
        words += 1
      } else if !linking.contains(word) {
        return false
      }
    }
    // "2026-11-26" needs no name, but three numbers; a year alone is any number.
    return digits + words > 0 && (words > 0 || hasYear && digits >= 3)
  }

  /// `26t10`, as ISO times are between hyphens and colons, and `00z`.
  private static func isISOTime(_ part: ArraySlice<UInt8>) -> Bool {
    let letters = part.filter { !(0x30...0x39 ~= $0) }
    return letters == [UInt8(ascii: "t")] || letters == [UInt8(ascii: "z")] || isOrdinal(part, letters)
  }

  /// `1st`, `22nd`.
  private static func isOrdinal(_ part: ArraySlice<UInt8>, _ letters: [UInt8]) -> Bool {
    part.count <= 4 && part.first.map { 0x30...0x39 ~= $0 } == true
      && ["st", "nd", "rd", "th"].contains(String(decoding: letters, as: UTF8.self))
  }

  private static let telling: Set<String> = Set(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    updated update published posted modified edited revised
    januar februar marz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
    stand aktualisiert veroffentlicht
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let linking: Set<String> = Set(
    "last first at on the of as by date time am pm a p m utc gmt est edt cet cest et pt local originally und um uhr am"
      .split(separator: " ").map(String.init))
}
