/// Lines of keys and values without any marks around them: `Key: value`, as Pelican and MultiMarkdown have them, and
/// Logseq's `key:: value`.
struct KeyLine {
  let key: String
  let value: String

  /// Whether a key can start with a byte.
  static func canStart(with byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || byte >= 0x80
  }

  /// The block of such lines at the start of a file; nil where the first paragraph is something else.
  ///
  /// Header lines go up to the first blank line, each an entry or, set in, more of the one before. Of keys that are known
  /// there are two at least, or the title or the date: “Note: …” is text. Logseq's lines need one that is known.
  static func block(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    let limit = min(limit, bytes.count)
    let first = bytes[SourceLine(bytes, at: start, limit: limit).content]
    let mark: Mark
    if KeyLine(first, .double) != nil {
      mark = .double
    } else if KeyLine(first, .single) != nil {
      mark = .single
    } else {
      return nil
    }
    guard let (entries, end) = entries(in: bytes, from: start, limit: limit, mark) else { return nil }
    let isMeant =
      mark == .double ? entries.contains { MetadataKey($0) != nil } : MetadataKey.isPlausible(entries)
    return isMeant ? FrontMatterBlock(entries: entries, end: end) : nil
  }

  /// The entry of a line of Logseq's, `key:: value`; nil where it is something else.
  static func property(_ line: ArraySlice<UInt8>) -> KeyLine? { KeyLine(line, .double) }

  /// Whether a line is a key and a value.
  static func isEntry(_ line: ArraySlice<UInt8>) -> Bool { KeyLine(line, .single) != nil }

  private enum Mark {
    case single, double
  }

  private static func entries(
    in bytes: [UInt8], from start: Int, limit: Int, _ mark: Mark
  ) -> (entries: [FrontMatter.Entry], end: Int)? {
    // A value may go on for thousands of lines, so its parts are joined once.
    var found: [(key: String, parts: [String], line: Int)] = []
    var at = start
    var number = SourceLine.number(of: start, in: bytes)
    while at < limit {
      let line = SourceLine(bytes, at: at, limit: limit)
      let text = bytes[line.content]
      if line.isBlank(in: bytes) {
        guard let next = continuation(in: bytes, behind: line, limit: limit) else {
          at = line.end(limit: limit)
          break
        }
        number += next.blankLines
        at = next.start
        continue
      }
      if let line = KeyLine(text, mark) {
        // It only says where the text begins.
        if MetadataKey.plain(line.key) == "markdowncontent" {
          at = SourceLine(bytes, at: at, limit: limit).end(limit: limit)
          break
        }
        found.append((line.key, line.value.isEmpty ? [] : [line.value], number))
      } else if mark == .single, text.first == 0x20 || text.first == 0x09, !found.isEmpty {
        found[found.count - 1].parts.append(String(decoding: text, as: UTF8.self).trimmingSpaces)
      } else if mark == .double {
        break
      } else {
        return nil
      }
      number += 1
      at = line.end(limit: limit)
    }
    guard at < limit || limit == bytes.count else { return nil }
    let entries = found.map { key, parts, line in
      FrontMatter.Entry(
        key: key, value: parts.isEmpty ? .empty : .text(parts.joined(separator: " ")), line: line)
    }
    return (entries, at)
  }

  /// Where the header goes on after blank lines: programs that turn web pages into Markdown write `URL Source:` and
  /// `Published Time:` as paragraphs, and `Markdown Content:` before the text.
  private static func continuation(
    in bytes: [UInt8], behind line: SourceLine, limit: Int
  ) -> (start: Int, blankLines: Int)? {
    var blankLines = 1
    var next = line.next
    while let at = next {
      let line = SourceLine(bytes, at: at, limit: limit)
      if line.isBlank(in: bytes) {
        blankLines += 1
        next = line.next
        continue
      }
      guard let found = KeyLine(bytes[line.content], .single) else { return nil }
      return pageKeys.contains(MetadataKey.plain(found.key)) ? (at, blankLines) : nil
    }
    return nil
  }

  private static let pageKeys: Set = ["urlsource", "publishedtime", "markdowncontent", "numberofpages"]

  /// Reads a line; nil where it is not an entry.
  private init?(_ line: ArraySlice<UInt8>, _ mark: Mark) {
    guard let first = line.first, Self.canStart(with: first),
      let colon = line.firstIndex(of: UInt8(ascii: ":")),
      colon - line.startIndex <= 40
    else { return nil }
    var valueStart = colon + 1
    if mark == .double {
      guard valueStart < line.endIndex, line[valueStart] == UInt8(ascii: ":") else { return nil }
      valueStart += 1
    }
    guard valueStart == line.endIndex || line[valueStart] == 0x20 || line[valueStart] == 0x09 else {
      return nil
    }
    let key = String(decoding: line[line.startIndex..<colon], as: UTF8.self).trimmingSpaces
    let isKey = key.unicodeScalars.allSatisfy {
      $0 == " " || $0 == "-" || $0 == "_" || $0 == "." || $0.properties.isAlphabetic
        || $0.properties.numericType != nil
    }
    guard isKey else { return nil }
    self.key = key
    value = String(decoding: line[valueStart...], as: UTF8.self).trimmingSpaces
  }
}
