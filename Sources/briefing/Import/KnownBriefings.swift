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
  private var byAddress: [String: Place] = [:]
  /// The same without entries whose files have an id that tells them from others at their address.
  private var byAddressAlone: [String: Place] = [:]

  /// What is at an address. A folder may have very many entries of one, so none of them is searched for.
  private struct Place {
    private var byFingerprint: [String: Entry] = [:]
    private var last: Entry?

    mutating func add(_ entry: Entry) {
      if let fingerprint = entry.fingerprint { byFingerprint[fingerprint] = entry }
      last = entry
    }

    /// The entry that a briefing is.
    ///
    /// - Parameter isShared: Whether several entries of its feed have this address.
    func entry(of briefing: ImportedBriefing, isShared: Bool) -> Entry? {
      guard let fingerprint = briefing.fingerprints.first else { return last }
      if let same = byFingerprint[fingerprint] { return same }
      // Only what they say tells entries of one address apart, so another text is another entry.
      return isShared || byFingerprint.count > 1 ? nil : last
    }
  }

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
      add(entry, at: url, hasIdentifier: Self.hasIdentifier(ids, at: url))
    }
    // A day's briefing says nothing of when each of its entries was changed.
    if ids.count > 1 { entry.date = nil }
    for (index, id) in ids.enumerated() {
      if fingerprints.count == ids.count { entry.fingerprint = fingerprints[index] }
      byIdentifier[Self.key(id, source)] = entry
      // It may be an address too; a day's briefing names entries without an id by theirs.
      if WebHost.name(of: id) != nil { add(entry, at: id, hasIdentifier: url != nil) }
    }
  }

  private mutating func add(_ entry: Entry, at address: String, hasIdentifier: Bool) {
    let address = EntryAddress.comparable(address)
    byAddress[address, default: Place()].add(entry)
    if !hasIdentifier { byAddressAlone[address, default: Place()].add(entry) }
  }

  /// An id as it is compared: a number alone means nothing beyond its feed.
  private static func key(_ id: String, _ source: String?) -> String {
    if WebHost.name(of: id) != nil { return EntryAddress.comparable(id) }
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
    let address = EntryAddress.comparable(url)
    let places = Self.hasIdentifier(briefing.identifiers, at: url) ? byAddressAlone : byAddress
    return places[address]?.entry(of: briefing, isShared: shared.contains(address))
  }

  /// The addresses that more than one of a feed's entries has, as they are compared: that of a status page or of release notes.
  static func sharedAddresses(of entries: [ImportedBriefing]) -> Set<String> {
    var seen: Set<String> = []
    return Set(
      entries.compactMap { $0.url.map(EntryAddress.comparable) }.filter { !seen.insert($0).inserted })
  }

  /// Whether ids tell an entry from others at its address.
  private static func hasIdentifier(_ ids: [String], at url: String) -> Bool {
    ids.contains { !EntryAddress.isVersion($0, of: url) }
  }
}
