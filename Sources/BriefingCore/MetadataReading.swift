extension Metadata {
  /// Takes over what front matter says. The first of equal keys counts.
  mutating func apply(_ frontMatter: FrontMatter) {
    warnings += frontMatter.warnings
    // Of eight keys at most, so looking through them is quicker than hashing.
    var seen: [String] = []
    for entry in frontMatter.entries {
      let key = entry.key.lowercased()
      let isKnown = FrontMatterChunk.knownKeys.contains(key)
      guard isKnown else {
        keep(entry)
        continue
      }
      if seen.contains(key) {
        warn(entry, "is given twice; the first one counts")
        keep(entry)
        continue
      }
      seen.append(key)
      if entry.value != .empty, let problem = set(key, to: entry.value) {
        warn(entry, problem)
        keep(entry)
      }
    }
    warnings.sort { $0.line < $1.line }
  }

  private mutating func warn(_ entry: FrontMatter.Entry, _ problem: String) {
    warnings.append(Warning(line: entry.line, message: "\(entry.key): \(problem)"))
  }

  /// Nothing that someone wrote is lost: what has no place of its own is a detail.
  private mutating func keep(_ entry: FrontMatter.Entry) {
    details.append(Detail(key: entry.key, value: entry.value.text))
  }

  /// Sets a known key; what is wrong with its value, if it is not set.
  private mutating func set(_ key: String, to value: FrontMatter.Value) -> String? {
    switch (key, value) {
    case ("author", .list(let items)): authors = items.map(\.onOneLine).filter { !$0.isEmpty }
    case ("author", .text(let text)): authors = [text.onOneLine].filter { !$0.isEmpty }
    case ("tags", .list(let items)): tags = items.map(\.onOneLine).filter { !$0.isEmpty }
    case ("tags", .text(let text)):
      tags = text.split(separator: ",").map { String($0).onOneLine }.filter { !$0.isEmpty }
    case ("author", _), ("tags", _): return "must be text or a list of texts"
    case ("date", .text(let text)):
      guard let date = BriefingDate(text.trimmingSpaces) else {
        return "“\(text)” is no date; write it as 2025-05-15 or 2025-05-15T09:30"
      }
      self.date = date
    case ("lang", .text(let text)):
      guard Self.isLanguageTag(text) else { return "“\(text)” is no language tag; write it as en or pt-BR" }
      language = text
    case (_, .text(let text)):
      let line = text.onOneLine
      guard !line.isEmpty else { return nil }
      switch key {
      case "title":
        title = line
        isTitleGiven = true
      case "source": source = line
      case "summary": summary = line
      default: url = line
      }
    case (_, .list), (_, .nested), (_, .empty): return "must be text, not a list or mapping"
    }
    return nil
  }

  /// The shape of a BCP 47 tag; whether such a language is registered is not asked.
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...8 : 1...8).contains(part.utf8.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || ($0.isNumber && index > 0)) }
    }
  }
}

extension String {
  /// With every run of white space as one space, and none at its ends.
  fileprivate var onOneLine: String {
    isOnOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether that changes nothing, as far as a look at the bytes tells: characters are slow to find.
  private var isOnOneLine: Bool {
    // As if behind a space, where another must not stand.
    var before: UInt8 = 0x20
    for byte in utf8 {
      let isPlain = 0x21...0x7E ~= byte
      // Latin letters, which are no white space and make no mark on a space that they stand behind.
      let isLetter = 0xC3...0xC8 ~= byte
      let isRest = 0x80...0xBF ~= byte && before >= 0x80
      guard isPlain || isLetter || isRest || byte == 0x20 && before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20
  }
}
