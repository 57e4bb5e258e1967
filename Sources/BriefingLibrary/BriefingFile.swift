import BriefingCore
import Glibc

/// The bytes of a briefing, and what the file system says of it.
public struct BriefingFile: Sendable {
  /// All of it.
  public var bytes: [UInt8]
  /// Its name and modification time.
  public var facts: Briefing.FileFacts

  /// Bytes at most: what the parser's tables and a reader's memory bear.
  public static let limit = 512 << 20

  /// The path that stands for standard input.
  public static let standardInput = "-"

  /// Reads a regular file, or standard input where the path is `-`.
  ///
  /// A named pipe or device is refused: it would block, or never end.
  public init(path: String) throws(FileError) {
    if path == Self.standardInput {
      bytes = try Self.readAll(STDIN_FILENO, expecting: 0, path: "standard input")
      facts = Briefing.FileFacts(name: "Standard input")
      return
    }
    // Not blocking, for the open of a named pipe would wait for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      // A socket's own error number says nothing to a reader.
      throw errno == ENXIO ? Self.notAFile(path) : FileError(path: path, errno: errno)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path: path, errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw FileError(
        path: path, reason: "is a folder", advice: "name a file in it, or list it: briefing list")
    default: throw Self.notAFile(path)
    }
    guard status.st_size <= Self.limit else { throw Self.tooLarge(path) }
    bytes = try Self.readAll(file, expecting: Int(status.st_size), path: path)
    facts = Briefing.FileFacts(
      name: Self.name(ofPath: path), modified: BriefingDate(localTime: status.st_mtim.tv_sec))
  }

  /// Parses it.
  ///
  /// - Throws: `CancellationError` when `isCancelled` answers true.
  public func parse(dialect: Dialect = .briefing, isCancelled: () -> Bool = { false }) throws -> Briefing {
    try Briefing(parsing: bytes, file: facts, dialect: dialect, isCancelled: isCancelled)
  }

  /// The endings of briefings' names, in lower case.
  private static let suffixes = [".md", ".markdown"]

  /// Whether a file whose name has these bytes is a briefing: `.md` or `.markdown`, in either case.
  static func isBriefing(name: some BidirectionalCollection<UInt8>) -> Bool {
    suffixes.contains { isBriefing(name: name, endingWith: $0) }
  }

  private static func isBriefing(
    name: some BidirectionalCollection<UInt8>, endingWith suffix: String
  ) -> Bool {
    name.count > suffix.utf8.count
      && zip(name.suffix(suffix.utf8.count), suffix.utf8).allSatisfy { byte, letter in
        // The bit tells small letters from capitals, and is no more than that for letters.
        byte == letter || letter != UInt8(ascii: ".") && byte | 0x20 == letter
      }
  }

  /// The name of a file without its folders and its ending.
  static func name(ofPath path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let ending = suffixes.first { isBriefing(name: name, endingWith: $0) }
    return String(Substring(name.dropLast(ending?.utf8.count ?? 0)))
  }

  private static func notAFile(_ path: String) -> FileError {
    FileError(
      path: path, reason: "is not a regular file",
      advice: "send its data by standard input, with - as the path")
  }

  private static func tooLarge(_ path: String) -> FileError {
    FileError(path: path, reason: "is larger than \(limit >> 20) MB", advice: "split it")
  }

  /// Reads to the end: a file may have grown or shrunk since its size was asked.
  private static func readAll(_ file: Int32, expecting size: Int, path: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more, so that the end of a file of the expected size is seen without growing.
    var room = size + 1
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room {
          let read = Glibc.read(file, buffer.baseAddress! + count, room - count)
          if read > 0 {
            count += read
          } else if read == 0 || errno != EINTR {
            failure = read == 0 ? 0 : errno
            return
          }
        }
      }
      guard failure == 0 else { throw FileError(path: path, errno: failure) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw tooLarge(path) }
      if chunk.count < room { return bytes }
      room = max(64 << 10, bytes.count)
    }
  }
}

extension BriefingDate {
  /// A moment in the time zone of whoever reads; nil beyond the year 9999.
  init?(localTime seconds: Int) {
    var seconds = time_t(seconds)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return nil }
    self.init(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday),
      minute: Int(local.tm_hour) * 60 + Int(local.tm_min), offset: local.tm_gmtoff / 60)
  }
}
