import BriefingCore

/// Makes of the entries of a day one briefing, with a section for each.
public enum DayDigest {
  /// Briefings of the days of some entries, in the order in which the days come; entries without a day are one too.
  public static func grouped(_ entries: [ImportedBriefing]) -> [ImportedBriefing] {
    var days: [String] = []
    var groups: [String: [ImportedBriefing]] = [:]
    for entry in entries {
      let day = entry.date.map { String($0.iso8601.prefix(10)) } ?? ""
      let key = "\(day) \(entry.source ?? "")"
      if groups[key] == nil { days.append(key) }
      groups[key, default: []].append(entry)
    }
    return days.flatMap { parts(groups[$0] ?? []).compactMap(digest) }
  }

  /// Bytes of the names of entries in one briefing at most: its front matter has to be one that is read.
  private static let mostBytes = 40_000

  /// The entries of a day, divided where their names take too much room.
  private static func parts(_ entries: [ImportedBriefing]) -> [[ImportedBriefing]] {
    var parts: [[ImportedBriefing]] = [[]]
    var count = 0
    for entry in entries {
      // With a fingerprint and commas.
      let size = (name(of: entry).map { FrontMatterWriter.quoted($0).utf8.count } ?? 0) + 32
      if count + size > mostBytes {
        parts.append([])
        count = 0
      }
      parts[parts.count - 1].append(entry)
      count += size
    }
    return parts
  }

  /// What an entry is known by in the briefing of its day: an id that only counts versions would make a new one of each.
  private static func name(of entry: ImportedBriefing) -> String? {
    guard let url = entry.url else { return entry.identifiers.first }
    return entry.identifiers.first { !EntryAddress.isVersion($0, of: url) } ?? url
  }

  private static func digest(_ entries: [ImportedBriefing]) -> ImportedBriefing? {
    guard let first = entries.first else { return nil }
    var digest = ImportedBriefing()
    digest.date = first.date.flatMap { BriefingDate(year: $0.year, month: $0.month, day: $0.day) }
    digest.source = first.source
    digest.title = first.source ?? "News"
    digest.language = entries.allSatisfy { $0.language == first.language } ? first.language : nil
    for (index, entry) in entries.enumerated() {
      if let name = name(of: entry) {
        digest.identifiers.append(name)
        digest.fingerprints += entry.fingerprints.prefix(1)
      }
      digest.blocks.append(
        .heading(2, [InlineRun(entry.title.isEmpty ? "Untitled" : entry.title, link: entry.url)]))
      let authors = entry.authors.joined(separator: ", ")
      if !authors.isEmpty { digest.blocks.append(.paragraph([InlineRun(authors, style: .emphasis)])) }
      digest.blocks += entry.blocks.map { below($0, entry: index + 1) }
    }
    return digest
  }

  /// A block of an entry as it stands in its section: headings below that of the section, notes with labels of their own.
  private static func below(_ block: ImportBlock, entry: Int) -> ImportBlock {
    let block = block.withNotes(ofPart: entry)
    guard case .heading(let level, let runs) = block else { return block }
    return .heading(min(max(level + 1, 3), 6), runs)
  }
}
