import BriefingCheck
import BriefingCore
import BriefingFiles
import BriefingLibrary
import BriefingReader
import Glibc

/// The briefings of a folder, as the links between them name them, and the anchors of those that were asked for.
final class LibraryFiles {
  /// The folder with a slash after it; empty for the working folder.
  let root: String
  /// Finds briefings by name or address, as the reader does with its list; nil where the folder was not listed.
  private(set) var paths: LibraryPaths?
  /// Parsed ones, a few: links often lead to the same.
  private var parsed: [String: Briefing] = [:]

  /// Of a folder that was listed.
  ///
  /// - Parameter rows: Their paths start with the folder's.
  init(_ rows: [CatalogueRow], below folder: String) {
    root = Self.prefix(folder)
    paths = Self.paths(rows, below: root)
  }

  /// Of a folder of which one file was named: it is listed once a link asks for more than that a file is there.
  init(unlisted folder: String) { root = Self.prefix(folder) }

  /// Lists the folder; nil where it cannot be read.
  func list() -> LibraryPaths? {
    if let paths { return paths }
    let folder = root.isEmpty ? "." : root
    var rows: [CatalogueRow] = []
    guard (try? Library(path: folder).list { rows += $0 }) != nil else { return nil }
    paths = Self.paths(rows, below: Self.prefix(folder))
    return paths
  }

  /// A briefing; nil where it cannot be read.
  func briefing(at path: String) -> Briefing? {
    if let briefing = parsed[path] { return briefing }
    guard let briefing = try? BriefingFile(path: path).parse() else { return nil }
    if parsed.count >= 16 { parsed.removeAll() }
    parsed[path] = briefing
    return briefing
  }

  private static func paths(_ rows: [CatalogueRow], below root: String) -> LibraryPaths {
    var table = CatalogueTable()
    for row in rows { _ = table.put(CatalogueCard(row, root: root)) }
    return LibraryPaths(table, root: root)
  }

  private static func prefix(_ folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
  }
}

/// Follows the links of a briefing as the program would, and those to other files in the file system.
struct FileLinks: LinkChecking {
  private let briefing: Briefing
  /// The briefing's own path below the folder.
  private let name: String
  private let library: LibraryFiles
  private let isPipe: Bool

  /// - Parameters:
  ///   - path: The briefing's.
  ///   - library: The folder above it that was named, or its own.
  init(of briefing: Briefing, at path: String, in library: LibraryFiles) {
    self.briefing = briefing
    self.library = library
    name = path.hasPrefix(library.root) ? String(path.dropFirst(library.root.count)) : path
    isPipe = path == BriefingFile.standardInput
  }

  func problem(with destination: String) -> (rule: CheckRule, message: String)? {
    let found = problem(with: destination, among: library.paths ?? .unknown)
    // The files beside one that was named by itself may have the link as a name or an address.
    guard let found, found.rule == .brokenLink, library.paths == nil, !isPipe, let listed = library.list()
    else { return found }
    return problem(with: destination, among: listed)
  }

  private func problem(
    with destination: String, among paths: LibraryPaths
  ) -> (rule: CheckRule, message: String)? {
    switch LinkTarget(destination, in: name, library: { paths }) {
    case .web: return nil
    case .anchor(let anchor): return problem(anchor: anchor, in: briefing, of: "this briefing")
    case .briefing(let path, let anchor):
      guard !isPipe else { return nil }
      let file = library.root + path
      guard exists(file) else { return (.brokenLink, "no file \(file); mend the link, or write the file") }
      guard let anchor, let other = library.briefing(at: file) else { return nil }
      return problem(anchor: anchor, in: other, of: file)
    case .refused(let reason):
      // Pictures and other files lead somewhere too, though not within the program.
      guard let file = file(of: destination) else {
        return destination.hasPrefix("data:") ? nil : (.brokenLink, sentence(reason))
      }
      return isPipe || exists(file)
        ? nil : (.brokenLink, "no file \(file); mend the link, or put the file there")
    }
  }

  private func problem(
    anchor: String, in briefing: Briefing, of what: String
  ) -> (rule: CheckRule, message: String)? {
    guard !anchor.isEmpty, anchor != "top", briefing.block(ofAnchor: anchor) == nil else { return nil }
    return (.brokenAnchor, "no place #\(anchor) in \(what); briefing outline --json lists the slugs")
  }

  private func exists(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0
  }

  /// The path of a file that is named relative to the briefing; nil where it is none, or cannot be decoded.
  private func file(of destination: String) -> String? {
    let written = destination.prefix { $0 != "#" && $0 != "?" }
    guard !written.isEmpty, !written.hasPrefix("/"), !written.hasPrefix("-"), !written.contains(":"),
      let decoded = String(written).percentDecoded
    else { return nil }
    let own = library.root + name
    return String(own[..<(own.lastIndex(of: "/").map { own.index(after: $0) } ?? own.startIndex)]) + decoded
  }

  /// A sentence for readers as a part of a line.
  private func sentence(_ reason: String) -> String {
    let reason = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}
