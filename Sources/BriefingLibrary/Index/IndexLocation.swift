import Glibc

/// Where the index of a library is kept: `$XDG_CACHE_HOME/briefing/`, else `~/.cache/briefing/`; a file for each
/// folder.
struct IndexLocation: Hashable, Sendable {
  /// The index's folder.
  var folder: String
  /// The database.
  var database: String
  /// Whoever writes the index holds a lock on this file.
  var lock: String { database + ".lock" }

  /// The place for a library.
  ///
  /// - Parameter cache: The folder of the user's caches; nil for the one that the environment names.
  /// - Throws: Why there is none: the library cannot be found, or there is no home.
  init(library: String, cache: String? = nil) throws(IndexError) {
    guard let resolved = realpath(library, nil) else {
      throw IndexError(path: library, reason: String(cString: strerror(errno)))
    }
    defer { free(resolved) }
    guard let cache = cache ?? Self.cacheFolder else {
      throw IndexError(path: "$HOME/.cache", reason: "neither HOME nor XDG_CACHE_HOME is set")
    }
    folder = cache.appendingName("briefing")
    database = folder.appendingName(Self.name(for: String(cString: resolved)))
  }

  /// An environment variable that is set and not empty.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static var cacheFolder: String? {
    // The specification of these folders says that relative paths are to be ignored.
    if let cache = variable("XDG_CACHE_HOME"), cache.hasPrefix("/") { return cache }
    return variable("HOME").map { $0.appendingName(".cache") }
  }

  /// `news-1f3c….index`: the library's name for people, and a number that tells folders of one name apart.
  private static func name(for path: String) -> String {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // A file's name has 255 bytes at most.
    var last = path.split(separator: "/").last ?? "root"
    while last.utf8.count > 180 { last.removeLast() }
    let digits = String(hash, radix: 16)
    return "\(last)-\(String(repeating: "0", count: 16 - digits.count))\(digits).index"
  }

  /// Makes the folder, for nobody else to look into.
  func makeFolder() throws(IndexError) {
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made = made.appendingName(String(part))
      guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
      // A folder above that is there and may not be written is no problem.
      if errno == EROFS || errno == EACCES, access(made, F_OK) == 0 { continue }
      throw IndexError(path: folder, reason: String(cString: strerror(errno)))
    }
  }

  /// Deletes the database and what belongs to it.
  func removeDatabase() {
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
