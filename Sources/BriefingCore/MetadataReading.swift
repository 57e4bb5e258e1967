extension Metadata {
  /// Takes over what front matter says: of the keys of one meaning the first of ``MetadataKey``'s table that has a value
  /// which can be used, of equal keys the first.
  mutating func apply(_ frontMatter: FrontMatter) {
    warnings += frontMatter.warnings
    let entries = frontMatter.entries
    var kept = Array(repeating: false, count: entries.count)
    // Of each meaning the entries that may say it, in the order in which they count.
    var candidates: [[(rank: Int, index: Int)]] = MetadataKey.allCases.map { _ in [] }
    for (index, entry) in entries.enumerated() {
      guard let (key, rank) = Self.meaning(of: entry) else {
        kept[index] = true
        continue
      }
      // Keys of tables count after those outside of any.
      candidates[key.rawValue].append((rank + (entry.name == nil ? 0 : 1000), index))
    }
    for key in MetadataKey.allCases {
      var chosen: FrontMatter.Entry?
      candidates[key.rawValue].sort { ($0.rank, $0.index) < ($1.rank, $1.index) }
      for (_, index) in candidates[key.rawValue] {
        let entry = entries[index]
        if let chosen {
          kept[index] = !isRepeated(entry, chosen)
        } else if entry.value != .empty {
          switch set(key, to: entry.value) {
          case .set: chosen = entry
          case .useless(let problem):
            if let problem { warn(entry, problem) }
            kept[index] = true
          }
        }
      }
    }
    if source == nil, let url { source = WebHost.name(of: url) }
    addresses = SiteAddress.all(in: entries)
    for (index, entry) in entries.enumerated() where kept[index] { keep(entry) }
    warnings.sort { $0.line < $1.line }
  }

  /// What came of a value.
  private enum Outcome {
    case set
    /// It says nothing of the meaning, and what is wrong with it, where something is.
    case useless(String?)
  }

  /// What an entry means. A source that is an address is where the briefing came from, after all keys that say so.
  private static func meaning(of entry: FrontMatter.Entry) -> (MetadataKey, rank: Int)? {
    guard let found = MetadataKey.find(entry) else { return nil }
    if found.key == .source, found.rank == 0, case .text(let text) = entry.value,
      WebHost.name(of: text) != nil
    {
      return (.url, 100)
    }
    return found
  }

  /// Whether an entry only says once more what another has said, which a second block may do.
  private mutating func isRepeated(_ entry: FrontMatter.Entry, _ chosen: FrontMatter.Entry) -> Bool {
    if entry.value == .empty { return true }
    guard MetadataKey.plain(entry.key) == MetadataKey.plain(chosen.key) else { return false }
    if entry.block != chosen.block { return entry.value == chosen.value }
    warn(entry, "is given twice; the first one counts")
    return false
  }

  private mutating func warn(_ entry: FrontMatter.Entry, _ problem: String) {
    warnings.append(Warning(line: entry.line, message: "\(entry.key): \(problem)"))
  }

  /// Nothing that someone wrote is lost: what has no place of its own is a detail.
  private mutating func keep(_ entry: FrontMatter.Entry) {
    details.append(Detail(key: entry.key, value: entry.value.text))
  }

  /// Takes a value for a meaning.
  private mutating func set(_ key: MetadataKey, to value: FrontMatter.Value) -> Outcome {
    switch (key, value) {
    case (.author, .list([])), (.tags, .list([])): return .useless(nil)
    case (.author, .nested(_, names: [])), (.tags, .nested(_, names: [])), (.author, .empty), (.tags, .empty):
      return .useless("must be text or a list of texts")
    case (.author, .list(let items)), (.author, .nested(_, names: let items)):
      authors = items.map(\.linkText).filter { !$0.isEmpty }
    case (.author, .text(let text)): authors = Self.authors(text)
    case (.tags, .list(let items)), (.tags, .nested(_, names: let items)):
      tags = items.map(\.tagText).filter { !$0.isEmpty }
    case (.tags, .text(let text)): tags = Self.tags(text)
    case (.date, .text(let text)), (.updated, .text(let text)):
      guard let date = BriefingDate(written: text.linkText) else {
        // Eleventy takes these from the file or its history, as the row does without them.
        let words = text.lowercased()
        // Jekyll's `published: false` says whether, not when.
        if Self.flag(text) != nil { return .useless(nil) }
        if ["last modified", "created", "git last modified", "git created"].contains(words) {
          return .useless(nil)
        }
        return .useless("“\(text)” is not a date; write it as 2025-05-15 or 2025-05-15T09:30")
      }
      if key == .date { self.date = date } else { updated = date }
    case (.language, .text(let text)):
      // A locale's name has an encoding after it, and another hyphen.
      let tag = String(text.trimmingSpaces.prefix { $0 != "." }.map { $0 == "_" ? "-" : $0 })
      guard Self.isLanguageTag(tag) else {
        // `Português` is none, but is understood.
        if tag.prefix(while: \.isLetter).count > 3, let code = LanguageName.code(of: tag) {
          language = code
          break
        }
        return .useless("“\(text)” is not a language tag; write it as en or pt-BR")
      }
      language = tag
    case (.unread, .text(let text)), (.read, .text(let text)):
      // `read: 5 min` says something else.
      guard let flag = Self.flag(text) else { return .useless(nil) }
      isRead = isRead ?? (key == .read ? flag : !flag)
    case (.unread, _), (.read, _): return .useless(nil)
    case (.url, .text(let text)):
      let line = text.onOneLine
      // A path within a site leads nowhere from here.
      guard let first = line.first, !"/.#".contains(first) else { return .useless(nil) }
      url = line
    case (_, .text(let text)):
      let line = text.onOneLine
      guard !line.isEmpty else { return .useless(nil) }
      switch key {
      case .title:
        title = line
        isTitleGiven = true
      case .source: source = line
      default: summary = line
      }
    case (_, .list), (_, .nested), (_, .empty): return .useless("must be text, not a list or mapping")
    }
    return .set
  }

  /// Names with `;` between them; a comma may be part of one.
  private static func authors(_ text: String) -> [String] {
    text.split(separator: ";").map { String($0).linkText }.filter { !$0.isEmpty }
  }

  /// Tags with commas between them, or each with its `#`; words without either are one tag, for nobody knows.
  private static func tags(_ text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    let areMarked = words.count > 1 && words.allSatisfy { $0.hasPrefix("#") && !$0.hasSuffix(",") }
    let parts = areMarked ? words : text.split { $0 == "," || $0 == "，" || $0 == "、" || $0 == ";" }
    return parts.map { String($0).tagText }.filter { !$0.isEmpty }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.trimmingSpaces.lowercased() {
    case "true", "yes", "1", "on": true
    case "false", "no", "0", "off": false
    default: nil
    }
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
  /// On one line, a link of a wiki as what it shows: `[[people/a|A. Writer]]` is A. Writer.
  fileprivate var linkText: String {
    let line = onOneLine
    guard line.hasPrefix("[["), line.hasSuffix("]]") else { return line }
    let inner = line.dropFirst(2).dropLast(2)
    return String(inner.split(separator: "|").last ?? inner).onOneLine
  }

  /// A tag without the `#` before it.
  fileprivate var tagText: String {
    let text = linkText
    return text.hasPrefix("#") ? String(text.drop { $0 == "#" }) : text
  }

  /// With every run of white space as one space, and none at its ends.
  fileprivate var onOneLine: String {
    isOnOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether that changes nothing, as far as a look at the bytes tells: characters are slow to find.
  private var isOnOneLine: Bool {
    // As if after a space, where another must not stand.
    var before: UInt8 = 0x20
    for byte in utf8 {
      let isPlain = 0x21...0x7E ~= byte
      // Latin letters, which are not white space and make no mark on a space that they stand after.
      let isLetter = 0xC3...0xC8 ~= byte
      let isRest = 0x80...0xBF ~= byte && before >= 0x80
      guard isPlain || isLetter || isRest || byte == 0x20 && before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20
  }
}
