import BriefingCheck
import BriefingCore
import BriefingFiles
import BriefingReader
import Glibc

/// The briefings of a folder that is checked, as links name them, and the anchors of those that were asked for.
final class LibraryFiles {
  /// Finds briefings by name or address.
  let paths: LibraryPaths
  /// Parsed ones, a few: links often lead to the same.
  private var parsed: [String: Briefing] = [:]

  init(_ files: [String], below root: String) {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    paths = LibraryPaths(files.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 })
  }

  /// A briefing; nil where it cannot be read.
  func briefing(at path: String) -> Briefing? {
    if let briefing = parsed[path] { return briefing }
    guard let briefing = try? BriefingFile(path: path).parse() else { return nil }
    if parsed.count >= 16 { parsed.removeAll() }
    parsed[path] = briefing
    return briefing
  }
}

/// Follows the links of a briefing as the program would, and those to other files in the file system.
struct FileLinks: LinkChecking {
  private let briefing: Briefing
  /// The briefing's own path below `root`.
  private let name: String
  /// Empty for the working folder.
  private let root: String
  private let library: LibraryFiles
  private let paths: LibraryPaths?
  private let isPipe: Bool

  /// - Parameters:
  ///   - path: The briefing's.
  ///   - root: The folder above it that was named, or its own.
  ///   - library: The folder's briefings; nil where they are not known.
  init(of briefing: Briefing, at path: String, below root: String, _ library: LibraryFiles?) {
    self.briefing = briefing
    self.root = root
    let prefix = root.isEmpty || root.hasSuffix("/") ? root : root + "/"
    name = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    self.library = library ?? LibraryFiles([], below: root)
    paths = library?.paths
    isPipe = path == BriefingFile.standardInput
  }

  func problem(with destination: String) -> (rule: CheckRule, message: String)? {
    switch LinkTarget(destination, in: name, library: { paths ?? .unknown }) {
    case .web: return nil
    case .anchor(let anchor): return problem(anchor: anchor, in: briefing, of: "this briefing")
    case .briefing(let path, let anchor):
      guard !isPipe else { return nil }
      let file = prefix + path
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

  private var prefix: String { root.isEmpty || root.hasSuffix("/") ? root : root + "/" }

  private func exists(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0
  }

  /// The path of a file that is named relative to the briefing; nil where it is none, or cannot be decoded.
  private func file(of destination: String) -> String? {
    let name = destination.prefix { $0 != "#" && $0 != "?" }
    guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("-"), !name.contains(":"),
      let decoded = String(name).percentDecoded
    else { return nil }
    let own = prefix + self.name
    return String(own[..<(own.lastIndex(of: "/").map { own.index(after: $0) } ?? own.startIndex)]) + decoded
  }

  /// A sentence for readers as a part of a line.
  private func sentence(_ reason: String) -> String {
    let reason = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}
