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
    /// Whether its file has an id that tells it from other entries at its address.
    var hasIdentifier = false

    /// Whether it is an earlier version of what a publisher has now. The file itself may have been edited, so its text is not
    /// compared.
    func isEarlier(than briefing: ImportedBriefing) -> Bool {
      if let fingerprint, let other = briefing.fingerprints.first { return fingerprint != other }
      guard let updated = briefing.updated, let date else { return false }
      return date < updated
    }
  }

  private var byIdentifier: [String: Entry] = [:]
  private var byAddress: [String: [Entry]] = [:]

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
    if let url {
      entry.hasIdentifier = Self.hasIdentifier(ids, at: url)
      byAddress[Self.plain(url), default: []].append(entry)
    }
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
    if WebHost.name(of: id) != nil { byAddress[Self.plain(id), default: []].append(entry) }
  }

  /// An id as it is compared: a number alone means nothing beyond its feed.
  private static func key(_ id: String, _ source: String?) -> String {
    if WebHost.name(of: id) != nil { return plain(id) }
    return id.contains(":") || id.contains("@") ? id : "\(id) \(source ?? "")"
  }

  /// The briefing that has an imported one: by its id, or by its address where one of the two has no id.
  ///
  /// - Parameters:
  ///   - briefing: An article, or one entry of a feed.
  ///   - shared: The addresses that several entries of its feed have, as ``sharedAddresses(of:)`` returns them.
  func entry(of briefing: ImportedBriefing, shared: Set<String> = []) -> Entry? {
    for id in briefing.identifiers {
      if let entry = byIdentifier[Self.key(id, briefing.source)] { return entry }
    }
    guard let url = briefing.url else { return nil }
    let address = Self.plain(url)
    let hasIdentifier = Self.hasIdentifier(briefing.identifiers, at: url)
    let entries = (byAddress[address] ?? []).filter { !hasIdentifier || !$0.hasIdentifier }
    if let fingerprint = briefing.fingerprints.first {
      if let same = entries.last(where: { $0.fingerprint == fingerprint }) { return same }
      // Only what they say tells entries of one address apart, so another text is another entry.
      if shared.contains(address) || Set(entries.compactMap(\.fingerprint)).count > 1 { return nil }
    }
    return entries.last
  }

  /// The addresses that more than one of a feed's entries has, as they are compared: that of a status page or of release notes.
  static func sharedAddresses(of entries: [ImportedBriefing]) -> Set<String> {
    var seen: Set<String> = []
    return Set(entries.compactMap { $0.url.map(plain) }.filter { !seen.insert($0).inserted })
  }

  /// Whether ids tell an entry from others at its address. The address itself with a number behind `#` only counts versions of one
  /// article, as the BBC's ids do.
  private static func hasIdentifier(_ ids: [String], at url: String) -> Bool {
    ids.contains { id in
      guard let hash = id.lastIndex(of: "#"), plain(String(id[..<hash])) == plain(url) else { return true }
      let number = id[hash...].utf8.dropFirst()
      return number.isEmpty || number.count > 3 || !number.allSatisfy { 0x30...0x39 ~= $0 }
    }
  }

  /// An address as it is compared: without its scheme and a slash at its end. The place within the page stays: entries of a feed may
  /// be places on one page.
  private static func plain(_ address: String) -> String {
    var text = address[...]
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.utf8.count)
      break
    }
    if text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
