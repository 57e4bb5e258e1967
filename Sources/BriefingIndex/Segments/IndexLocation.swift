import BriefingFiles
import Glibc

/// Where the index and the list of a library are kept: `$XDG_CACHE_HOME/briefing/`, else `~/.cache/briefing/`; a file for each
/// folder.
package struct IndexLocation: Hashable, Sendable {
  /// The index's folder.
  package var folder: String
  /// The database.
  package var database: String
  /// The rows of the library's list.
  package var catalogue: String { database.dropLast(Self.suffix.utf8.count) + ".list" }
  /// Whoever writes the index holds a lock on this file.
  package var lock: String { database + ".lock" }

  /// The place for a library.
  ///
  /// - Parameter cache: The folder of the user's caches; nil for the one that the environment names.
  /// - Throws: Why there is none: the library cannot be found, or there is no home.
  package init(library: String, cache: String? = nil) throws(IndexError) {
    guard let resolved = realpath(library, nil) else {
      throw IndexError(path: library, reason: String(cString: strerror(errno)))
    }
    defer { free(resolved) }
    guard let cache = cache ?? UserFolder.cache else {
      throw IndexError(
        path: "$HOME/.cache", reason: "neither HOME nor XDG_CACHE_HOME is set to an absolute path")
    }
    folder = cache.appendingName("briefing")
    database = folder.appendingName(Self.name(for: String(cString: resolved)))
  }

  private static let suffix = ".index"

  /// `news-1f3c….index`: the library's name for people, and a number that tells folders of one name apart.
  private static func name(for path: String) -> String {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // A file's name has 255 bytes at most.
    var last = path.split(separator: "/").last ?? "root"
    while last.utf8.count > 180 { last.removeLast() }
    let digits = String(hash, radix: 16)
    return "\(last)-\(String(repeating: "0", count: 16 - digits.count))\(digits)\(suffix)"
  }

  /// Makes the folder, for nobody else to look into.
  package func makeFolder() throws(IndexError) {
    do { try PrivateFolder.make(folder) } catch { throw IndexError(path: folder, reason: error.reason) }
  }

  /// Sees to it that what stands in the database's place is a file of the user's that nobody else may read or write.
  /// What is not, another user may have planted: links and what others may write are taken away.
  ///
  /// - Parameter mayRemove: Whether the caller holds the index's lock.
  /// - Throws: Why what is there is not to be used, where it may not be taken away.
  func protectFiles(mayRemove: Bool) throws(IndexError) {
    for path in [database, database + "-wal", database + "-shm"] {
      var facts = stat()
      guard lstat(path, &facts) == 0 else { continue }
      if PrivateFile.isTrusted(facts) {
        if facts.st_mode & 0o077 != 0 { chmod(path, 0o600) }
      } else if mayRemove {
        return removeDatabase()
      } else {
        throw IndexError(path: path, reason: "other users may write to it, or it is not a regular file")
      }
    }
  }

  /// Deletes the database and what belongs to it.
  package func removeDatabase() {
    for suffix in ["", "-wal", "-shm"] { unlink(database + suffix) }
  }
}

/// Why a library has no index that could be used.
public struct IndexError: Error, Hashable, Sendable {
  /// The file or folder.
  public var path: String
  /// What is wrong with it.
  public var reason: String

  /// Where and what, on one line.
  public var message: String { "\(path): \(reason)" }
}
