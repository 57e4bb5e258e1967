import BriefingCore
import BriefingFiles
import BriefingImport

/// What of imported articles a folder and those below it have already, by the ids and addresses in the front matter of its briefings.
struct KnownBriefings {
  /// A briefing of the folder.
  struct Entry {
    var path: String
    /// When it was last changed, else published, as its front matter says.
    var date: BriefingDate?

    /// Whether a publisher's new version is newer than this one, as both say.
    func isOlder(than briefing: ImportedBriefing) -> Bool {
      guard let updated = briefing.updated, let date else { return false }
      return date < updated
    }
  }

  private var byIdentifier: [String: Entry] = [:]
  private var byAddress: [String: Entry] = [:]

  /// Bytes of a briefing's start that its front matter stands in.
  private static let reach = 64 << 10

  /// Reads the front matter of the briefings of a folder, as the list of a library has them.
  init(in folder: String) throws(FileError) {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    // It is never cancelled.
    guard let listing = try FolderListing(walking: folder) else { return }
    for listed in listing {
      let path = prefix + listed.path
      // What cannot be read is not known.
      guard let start = try? FileStart.bytes(of: path, count: Self.reach), start.starts(with: "---".utf8),
        let head = try? BriefingHead(parsing: Self.frontMatter(start), file: Briefing.FileFacts(name: ""))
      else { continue }
      let metadata = head.metadata
      let entry = Entry(path: path, date: metadata.updated ?? metadata.date)
      if let url = metadata.url { byAddress[Self.plain(url)] = entry }
      for detail in metadata.details {
        switch detail.key {
        case "id": add(detail.value, metadata.source, entry)
        case "ids":
          // A day's briefing says nothing of when each of its entries was changed.
          for id in detail.value.split(separator: ", ") {
            add(String(id), metadata.source, Entry(path: path))
          }
        default: break
        }
      }
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

  /// A start up to the line that ends its front matter.
  private static func frontMatter(_ start: [UInt8]) -> [UInt8] {
    let end = Array("\n---\n".utf8)
    var at = 3
    while at + end.count <= start.count {
      if start[at] == end[0], start[at..<at + end.count].elementsEqual(end) {
        return Array(start[..<(at + end.count)])
      }
      at += 1
    }
    return start
  }

  /// The briefing that has an imported one: by its id, then by its address.
  func entry(of briefing: ImportedBriefing) -> Entry? {
    let found = briefing.identifiers.compactMap { byIdentifier[Self.key($0, briefing.source)] }
    // All entries of a day's briefing must be there.
    if let first = found.first, found.count == briefing.identifiers.count { return first }
    return briefing.url.flatMap { byAddress[Self.plain($0)] }
  }

  /// Takes in what was written just now.
  mutating func add(_ briefing: ImportedBriefing, at path: String) {
    let entry = Entry(
      path: path, date: briefing.identifiers.count > 1 ? nil : briefing.updated ?? briefing.date)
    if let url = briefing.url { byAddress[Self.plain(url)] = entry }
    for id in briefing.identifiers { add(id, briefing.source, entry) }
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
