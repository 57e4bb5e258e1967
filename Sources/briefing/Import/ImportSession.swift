import BriefingCore
import BriefingFiles
import BriefingImport

/// One run of `briefing import`: reads files, and writes what is new into a folder.
struct ImportSession {
  let folder: String
  let portion: Portion
  /// The feeds that lists of feeds name.
  private(set) var feeds: [ImportedFeed] = []
  /// What became of each briefing, in order.
  private(set) var rows: [ImportRow] = []
  /// What is to be said besides: each a sentence without its end.
  private(set) var remarks: [String] = []
  /// What the folder has; read when it is first asked.
  private var known: KnownBriefings?
  private var files: NumberedFiles

  init(folder: String, isDryRun: Bool, portion: Portion) {
    self.folder = folder
    self.portion = portion
    files = NumberedFiles(isDryRun: isDryRun)
  }

  /// What a dry run would have written, by path.
  var planned: [String: [UInt8]] { files.planned }

  /// Reads a file and writes the briefings of it.
  ///
  /// - Parameter takesPipes: Whether standard input and named pipes are files too: to read them is to wait.
  mutating func take(_ path: String, _ importer: Importer, takesPipes: Bool = true) throws(FileError) {
    let name = path == BriefingFile.standardInput ? "standard input" : path
    if importer.format == nil, Self.isMarkdown(path) {
      throw FileError(
        path: path, reason: "is Markdown, as briefings are",
        advice: "copy it into the folder, or say that it is plain text: --format text")
    }
    if path == BriefingFile.standardInput, !takesPipes {
      throw FileError(
        path: name, reason: "is where the program reads its keys",
        advice: "name a file, or use briefing import -"
      )
    }
    let file: BriefingFile
    do {
      file = try BriefingFile(
        path: path, takesPipes: takesPipes,
        isLeftAsIs: { (importer.format ?? .detected(in: $0)) == .mail })
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError(path: name, reason: "was not read", advice: "try again")
    }
    if let problem = file.facts.encodingProblem { remarks.append("\(name): \(problem.message)") }
    var importer = importer
    if path != BriefingFile.standardInput { importer.fileName = Self.words(of: file.facts) }
    try take(file.bytes, named: name, importer)
  }

  /// Writes the briefings of an article that was read.
  mutating func take(_ bytes: [UInt8], named name: String, _ importer: Importer) throws(FileError) {
    let result: Importer.Result
    do {
      result = try importer.briefings(from: bytes)
    } catch {
      throw FileError(path: name, reason: error.reason, advice: error.advice)
    }
    remarks += result.remarks.map { "\(name): \($0)" }
    feeds += result.feeds
    let shared = result.isFeed ? KnownBriefings.sharedAddresses(of: result.briefings) : []
    guard result.isFeed, portion == .day else {
      for briefing in result.briefings {
        try add(briefing, shared: shared, isAlone: !result.isFeed && result.briefings.count == 1)
      }
      return
    }
    // Of a day only what is new is written.
    var entries: [ImportedBriefing] = []
    for entry in result.briefings {
      if let earlier = try knownBriefing(entry, shared) {
        note(entry, knownAs: earlier)
      } else {
        entries.append(entry)
      }
    }
    for digest in DayDigest.grouped(entries) { try write(digest, isAlone: false) }
  }

  /// Writes a briefing, unless the folder has it.
  ///
  /// - Parameters:
  ///   - shared: The addresses that several entries of its feed have.
  ///   - isAlone: Whether it is all of a file: then it is said that it is known.
  private mutating func add(
    _ briefing: ImportedBriefing, shared: Set<String>, isAlone: Bool
  ) throws(FileError) {
    if let earlier = try knownBriefing(briefing, shared) {
      if note(briefing, knownAs: earlier) == .known, isAlone {
        remarks.append("\(earlier.path): is there already; remove it to import it again")
      }
      return
    }
    try write(briefing, isAlone: isAlone)
  }

  /// Writes a briefing that the folder is not known to have.
  private mutating func write(_ briefing: ImportedBriefing, isAlone: Bool) throws(FileError) {
    switch try files.write(Array(briefing.fileText.utf8), named: folder.naming(briefing.fileName)) {
    case .same(let path):
      rows.append(ImportRow(path: path, status: .known, briefing: briefing))
      if isAlone { remarks.append("\(path): is there already, with the same text") }
    case .written(let path):
      rows.append(ImportRow(path: path, status: files.isDryRun ? .new : .written, briefing: briefing))
      known?.add(briefing, at: path)
    }
  }

  /// Notes what the folder has already, and tells where its publisher has changed it since; that one stays as it is.
  @discardableResult
  private mutating func note(
    _ briefing: ImportedBriefing, knownAs earlier: KnownBriefings.Entry
  ) -> ImportRow.Status {
    let status: ImportRow.Status = earlier.isEarlier(than: briefing) ? .updated : .known
    rows.append(ImportRow(path: earlier.path, status: status, briefing: briefing))
    if status == .updated { remarks.append("updated: \(briefing.title) (\(earlier.path))") }
    return status
  }

  private mutating func knownBriefing(
    _ briefing: ImportedBriefing, _ shared: Set<String>
  ) throws(FileError) -> KnownBriefings.Entry? {
    guard briefing.url != nil || !briefing.identifiers.isEmpty else { return nil }
    if known == nil { known = try KnownBriefings(in: folder) }
    return known?.entry(of: briefing, shared: shared)
  }

  /// All rows as JSON.
  var json: String {
    var json = JSONWriter()
    json.array { json in
      for row in rows { row.write(to: &json) }
      for feed in feeds {
        json.object { json in
          json.key("title")
          json.string(feed.title)
          json.key("feed")
          json.string(feed.address)
        }
      }
    }
    return json.text
  }

  // MARK: Names

  private static func isMarkdown(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }

  /// A file's name in words, without its ending, as a list would show it.
  private static func words(of facts: Briefing.FileFacts) -> String? {
    var facts = facts
    if let dot = facts.name.lastIndex(of: "."), dot != facts.name.startIndex,
      facts.name[dot...].utf8.count <= 6
    {
      facts.name = String(facts.name[..<dot])
    }
    return (try? BriefingHead(parsing: [], file: facts))?.metadata.title
  }
}
