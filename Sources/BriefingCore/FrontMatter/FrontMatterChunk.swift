/// One entry of front matter that is not valid YAML as a whole: a `key: …` line with the lines that belong to it.
struct FrontMatterChunk {
  /// The key as written, without quotes; nil for a line that is not an entry and continues none.
  var key: String?
  /// 0-based line in the front matter.
  var line: Int
  /// Its lines, joined by LF.
  var text: String

  /// Cuts front matter into entries; nil where it is clearly not meant as front matter.
  static func split(_ text: String) -> [FrontMatterChunk]? {
    var chunks: [FrontMatterChunk] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for (number, line) in lines.enumerated() {
      if let key = key(of: line) {
        chunks.append(FrontMatterChunk(key: key, line: number, text: String(line)))
      } else if isContinuation(line) {
        // Blank lines and comments before the first entry belong to none.
        if !chunks.isEmpty, chunks[chunks.count - 1].key != nil {
          chunks[chunks.count - 1].text += "\n" + line
        }
      } else {
        chunks.append(FrontMatterChunk(key: nil, line: number, text: String(line)))
      }
    }
    guard chunks.first?.key != nil else { return nil }
    let isKnown = chunks.contains { $0.key.map(MetadataKey.isFirst) ?? false }
    return isKnown || chunks.allSatisfy { $0.key != nil } ? chunks : nil
  }

  /// The value as plain text: what stands after the colon, lines joined, one pair of quotes taken off.
  var plainValue: FrontMatter.Value {
    guard let colon = Self.colon(in: text[...]) else { return .empty }
    let lines = text[text.index(after: colon)...].split { $0.isNewline }
    var value = lines.map { String($0).trimmingSpaces }.joined(separator: " ").trimmingSpaces
    if value.count > 1, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" {
      value = String(value.dropFirst().dropLast())
    }
    return value.isEmpty ? .empty : .text(value)
  }

  private static func key(of line: Substring) -> String? {
    guard let first = line.first, let colon = colon(in: line), !" \t#-[]{}".contains(first) else {
      return nil
    }
    let key = line[..<colon].filter { $0 != "\"" && $0 != "'" }
    return key.isEmpty || key.count > 64 ? nil : String(key).trimmingSpaces
  }

  private static func isContinuation(_ line: Substring) -> Bool {
    guard let first = line.first else { return true }
    return " \t#]}".contains(first) || line == "-" || line.hasPrefix("- ")
  }

  /// The first colon with white space or nothing after it.
  private static func colon(in text: Substring) -> String.Index? {
    text.indices.first { index in
      guard text[index] == ":" else { return false }
      let next = text.index(after: index)
      return next == text.endIndex || text[next].isWhitespace
    }
  }
}
