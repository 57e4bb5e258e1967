import BriefingFiles
import BriefingImport

/// Writes files whose names may be taken: `a.md`, else `a-2.md` …, and never the same text twice.
///
/// A file that is met on the way is read once: many entries of one title would else each be compared with all before them.
struct NumberedFiles {
  /// What came of a file.
  enum Outcome {
    /// It is there now, or would be.
    case written(path: String)
    /// A file says the same.
    case same(path: String)
  }

  /// Whether files are only planned.
  let isDryRun: Bool
  /// What would have been written, by path.
  private(set) var planned: [String: [UInt8]] = [:]
  private var names: [String: Name] = [:]

  /// What is known of a name.
  private struct Name {
    /// The number that was not tried yet.
    var number = 1
    /// The files that have the numbers before, by their hashes.
    var paths: [Int: [String]] = [:]
  }

  init(isDryRun: Bool) { self.isDryRun = isDryRun }

  /// Writes a file.
  ///
  /// - Parameter name: Its path, without the number and the ending.
  mutating func write(_ bytes: [UInt8], named name: String) throws(FileError) -> Outcome {
    // Taken out, so that it is changed in place.
    var known = names.removeValue(forKey: name) ?? Name()
    defer { names[name] = known }
    if let same = known.paths[bytes.hashValue]?.first(where: { contents(of: $0) == bytes }) {
      return .same(path: same)
    }
    while true {
      let path = name + (known.number == 1 ? "" : "-\(known.number)") + ".md"
      let isWritten = try create(bytes, at: path)
      known.number += 1
      // What cannot be read is something else.
      guard let contents = isWritten ? bytes : contents(of: path) else { continue }
      known.paths[contents.hashValue, default: []].append(path)
      if isWritten { return .written(path: path) }
      if contents == bytes { return .same(path: path) }
    }
  }

  private mutating func create(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
    guard isDryRun else { return try NewFile.create(bytes, at: path) }
    guard planned[path] == nil, (try? PathKind(path)) == nil else { return false }
    planned[path] = bytes
    return true
  }

  private func contents(of path: String) -> [UInt8]? {
    planned[path] ?? (try? SmallFile.bytes(of: path, limit: Importer.limit)).flatMap(\.self)
  }
}
