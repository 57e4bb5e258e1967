import BriefingCore
import BriefingFiles
import BriefingImport

/// What of imported articles a folder and those below it have already, by the ids and addresses in the front matter of its briefings.
struct KnownBriefings {
  /// A briefing of the folder, or an entry in one of a day.
  struct Entry {
    var path: String
    /// When it was last changed, else published, as its front matter says.
    var date: BriefingDate?
    /// What it said when it was imported, as ``ImportedBriefing/fingerprints``; nil where the file does not say.
    var fingerprint: String?

    /// Whether it is an earlier version of what a publisher has now. The file itself may have been edited, so its text is not
    /// compared.
    func isEarlier(than briefing: ImportedBriefing) -> Bool {
      if let fingerprint, let other = briefing.fingerprints.first { return fingerprint != other }
      guard let updated = briefing.updated, let date else { return false }
      return date < updated
    }
  }

  private var byIdentifier: [String: Entry] = [:]
  private var byAddress: [String: Entry] = [:]

  /// Reads the front matter of the briefings of a folder, as the list of a library has them.
  init(in folder: String) throws(FileError) {
    // It is never cancelled.
    guard let listing = try FolderListing(walking: folder) else { return }
    for listed in listing {
      let path = folder.naming(listed.path)
      // What cannot be read is not known.
      guard let start = try? FileStart.bytes(of: path, count: FrontMatterFacts.reach),
        let facts = FrontMatterFacts(start)
      else { continue }
      add(
        facts.metadata.url, ids: facts.texts(of: "id") + facts.texts(of: "ids"),
        facts.texts(of: "fingerprint") + facts.texts(of: "fingerprints"), facts.metadata.source,
        Entry(path: path, date: facts.metadata.updated ?? facts.metadata.date))
    }
  }

  /// Takes in what was written just now.
  mutating func add(_ briefing: ImportedBriefing, at path: String) {
    add(
      briefing.url, ids: briefing.identifiers, briefing.fingerprints, briefing.source,
      Entry(path: path, date: briefing.updated ?? briefing.date))
  }

  /// Notes a briefing by its address and ids, with a fingerprint for each entry where it has them.
  private mutating func add(
    _ url: String?, ids: [String], _ fingerprints: [String], _ source: String?, _ entry: Entry
  ) {
    var entry = entry
    if fingerprints.count == 1 { entry.fingerprint = fingerprints[0] }
    if let url { byAddress[Self.plain(url)] = entry }
    // A day's briefing says nothing of when each of its entries was changed.
    if ids.count > 1 { entry.date = nil }
    for (index, id) in ids.enumerated() {
      if fingerprints.count == ids.count { entry.fingerprint = fingerprints[index] }
      add(id, source, entry)
    }
  }

  /// Notes an entry's id, which may be an address too.
  private mutating func add(_ id: String, _ source: String?, _ entry: Entry) {
    byIdentifier[Self.key(id, source)] = entry
    if WebHost.name(of: id) != nil { byAddress[Self.plain(id)] = entry }
  }

  /// An id as it is compared: a number alone means nothing beyond its feed.
  private static func key(_ id: String, _ source: String?) -> String {
    id.contains(":") || id.contains("@") ? id : "\(id) \(source ?? "")"
  }

  /// The briefing that has an imported one: by its id, then by its address.
  func entry(of briefing: ImportedBriefing) -> Entry? {
    let found = briefing.identifiers.compactMap { byIdentifier[Self.key($0, briefing.source)] }
    // All entries of a day's briefing must be there.
    if let first = found.first, found.count == briefing.identifiers.count { return first }
    return briefing.url.flatMap { byAddress[Self.plain($0)] }
  }

  /// An address as it is compared: without its scheme, a slash at its end, and the place within the page.
  private static func plain(_ address: String) -> String {
    var text = address.prefix { $0 != "#" }
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.utf8.count)
      break
    }
    if text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
