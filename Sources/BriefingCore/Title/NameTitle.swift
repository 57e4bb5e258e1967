/// A title made of a file's name: what the name says in words, without the date that it states besides.
///
/// `2020-09-16-this-week` is “This week”, `issue-407` “Issue 407”; a name that is a date alone is that date. Files that
/// are the page of their folder (`index`, `_index`, `README`) have the folder's name.
package enum NameTitle {
  /// The title; empty where name and folders say nothing.
  ///
  /// - Parameters:
  ///   - name: The file's name without its ending.
  ///   - folders: The folders that it stands in, the outermost first.
  ///   - date: What ``PathDate`` finds in both.
  static func title(name: String, folders: [String], date: BriefingDate?) -> String {
    guard let folder = folders.last, isFoldersPage(name) else {
      return readable(withoutStep(name, folders, date) ?? name)
    }
    // `2022/05/11/index.md`: the folder's name alone says nothing.
    if folder.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), folder.utf8.count <= 2, let date { return date.iso8601 }
    return readable(folder)
  }

  /// What of the path a reader calls the file by: its name, or its folder's.
  package static func source(name: String, folders: [String]) -> String {
    isFoldersPage(name) ? folders.last ?? name : name
  }

  /// Whether a file is the page of its folder: `index`, `_index`, `README`, with a language after it or not.
  package static func isFoldersPage(_ name: String) -> Bool {
    // The first letter tells it of nearly all names.
    guard let first = name.utf8.first, first == UInt8(ascii: "_") || "ir".utf8.contains(first | 0x20) else {
      return false
    }
    let base = name.split(separator: ".", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    guard ["index", "_index", "readme"].contains(base) else { return false }
    return name.utf8.count - base.utf8.count <= 8
  }

  /// A name without the day that it adds to its folders' year and month, `title` of `2022/05/11-title` and
  /// `2022/05-11-title`; where it is the day alone, the date. nil where the name adds none.
  private static func withoutStep(_ name: String, _ folders: [String], _ date: BriefingDate?) -> String? {
    // `y2026/m07/d14`: the letter belongs to the day.
    let isLettered = name.utf8.first.map { $0 | 0x20 == UInt8(ascii: "d") } == true
    let name = isLettered ? String(name.dropFirst()) : name
    guard let first = name.utf8.first, 0x30...0x39 ~= first, let date, !date.isMonth, NameDate(name) == nil,
      !folders.contains(where: { NameDate($0) != nil })
    else { return nil }
    let rest = name.unicodeScalars.drop { "0123456789-_ ".unicodeScalars.contains($0) }
    return rest.isEmpty ? date.iso8601 : String(Substring(rest))
  }

  /// A name without the number of 32 digits that Notion puts behind each.
  private static func withoutNumber(_ name: String) -> String {
    let bytes = name.utf8
    guard bytes.count > 33, bytes.suffix(33).first.map({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) == true,
      bytes.suffix(32).allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 })
    else { return name }
    return String(Substring(bytes.dropLast(33)))
  }

  private static func readable(_ name: String) -> String {
    let name = withoutLanguage(withoutNumber(name))
    var words = name
    // Emacs's Denote: `20240307T101500--weekly-briefing__news_port`, with keywords at the end.
    if let title = name.range(ofASCII: "--"), let tags = name.range(ofASCII: "__"),
      title.upperBound < tags.lowerBound,
      NameDate(String(name[..<title.lowerBound])) != nil
    {
      return readable(String(name[title.upperBound..<tags.lowerBound]))
    }
    if let date = NameDate(name) {
      let rest = without(withTime(date.range, in: name), of: name)
      guard rest.contains(where: \.isLetter) || rest.contains(where: \.isNumber) else {
        // Only a date in figures is made one to read; names of months are that already.
        return name.contains(where: \.isLetter)
          && !name.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "t") })
          ? spaced(name) : date.date.iso8601
      }
      // `2026-07-06_to_2026-07-12`: the rest is no name.
      if NameDate.isEndOfRange(rest) { return name.replacing("_", with: " ") }
      // `2026-07-14-2`: the rest alone says nothing.
      if !date.date.isMonth, !rest.contains(where: \.isLetter) { return "\(date.date.iso8601) \(rest)" }
      // A month may be all that tells one name from the next.
      if !date.date.isMonth { words = rest }
    }
    let text = spaced(words)
    guard let first = text.first, first.isLowercase else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// A date's place with the time behind it, as in `2026-07-14T09-00-00`.
  private static func withTime(_ range: Range<Int>, in name: String) -> Range<Int> {
    let rest = name.unicodeScalars.dropFirst(range.upperBound)
    guard rest.first == "T" || rest.first == "t" else { return withSeconds(range, rest) }
    let time = rest.dropFirst().prefix { DateText.isDigit($0) || "-:_".unicodeScalars.contains($0) }
    guard time.first.map(DateText.isDigit) == true else { return range }
    let isUTC = rest.dropFirst(1 + time.count).first == "Z"
    return range.lowerBound..<range.upperBound + 1 + time.count + (isUTC ? 1 : 0)
  }

  /// The same of `2026-07-14_08-00-00_brief`, `2026-07-14-080000-brief`: a time with its seconds before a word.
  private static func withSeconds(
    _ range: Range<Int>, _ rest: String.UnicodeScalarView.SubSequence
  ) -> Range<Int> {
    let time = Array(rest.prefix { DateText.isDigit($0) || "-_:. ".unicodeScalars.contains($0) })
    let numbers = time.split(whereSeparator: { !DateText.isDigit($0) }).map(\.count)
    guard numbers == [2, 2, 2] || numbers == [6], time.count < rest.count,
      time.last.map({ !DateText.isDigit($0) }) == true
    else { return range }
    return range.lowerBound..<range.upperBound + time.count
  }

  /// A name with a date without the language behind it: `2026-07-14.en`.
  private static func withoutLanguage(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    let parts = name.utf8[dot...].dropFirst().split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    // `2026-07-14-open.ai` names no language.
    let isTag =
      1...2 ~= parts.count && parts.allSatisfy { $0.count == 2 && $0.allSatisfy { 0x61...0x7A ~= $0 | 0x20 } }
      && isLanguage(String(decoding: parts[0], as: UTF8.self).lowercased())
    let base = String(name[..<dot])
    return isTag && NameDate(base) != nil ? base : name
  }

  private static func isLanguage(_ code: String) -> Bool { LanguageName.code(of: code) == code }

  /// A name without its date, and without what divided them. What stands before and after it stays divided.
  private static func without(_ range: Range<Int>, of name: String) -> String {
    let scalars = name.unicodeScalars
    let lower = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
    let upper = scalars.index(scalars.startIndex, offsetBy: range.upperBound)
    let divides = { (scalar: Unicode.Scalar) in " -_.,~–—".unicodeScalars.contains(scalar) }
    let before = Substring(scalars[..<lower]).trimmed(divides)
    let after = Substring(scalars[upper...]).trimmed(divides)
    // Brackets that held the date hold nothing now.
    let parts = [before, after].map { String($0) }.filter { !$0.isEmpty }
    let text = parts.joined(separator: name.contains(" ") ? " " : "-")
    return text.replacingEmptyBrackets
  }

  /// Hyphens and underscores between words as spaces, where the name has no spaces of its own.
  private static func spaced(_ name: String) -> String {
    guard !name.utf8.contains(UInt8(ascii: " ")) else { return name.trimmingSpaces }
    // As bytes: characters are slow to find, and every file has a name.
    var text: [UInt8] = []
    text.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      if byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") {
        text.append(byte)
      } else if !text.isEmpty, text.last != UInt8(ascii: " ") {
        text.append(UInt8(ascii: " "))
      }
    }
    if text.last == UInt8(ascii: " ") { text.removeLast() }
    return text.isEmpty ? name : String(decoding: text, as: UTF8.self)
  }
}

extension String {
  fileprivate var replacingEmptyBrackets: String {
    var text = self
    for pair in ["()", "[]", "（）", "( )", "[ ]"] {
      while let range = text.firstRange(of: pair) { text.removeSubrange(range) }
    }
    return text
  }
}

extension String {
  /// Where a short text stands first in it.
  fileprivate func firstRange(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
