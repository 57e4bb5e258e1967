import BriefingCore
import Glibc

/// The bytes of a briefing, and what the file system says of it.
public struct BriefingFile: Sendable {
  /// All of it, as UTF-8: ``DecodedText``.
  public var bytes: [UInt8]
  /// Its name and modification time.
  public var facts: Briefing.FileFacts
  /// The path as given, for what is wrong with it.
  private let path: String

  /// Bytes at most: what the parser's tables and a reader's memory bear.
  public static let limit = 256 << 20
  /// Blocks and headings at most: files of a few bytes a line would take many times their size of memory.
  public static let limits = Briefing.Limits(blocks: 3_000_000, headings: 250_000)

  /// The same for a file of so many bytes: a large one may have a heading in 256 bytes, which is little beside the file.
  static func limits(of byteCount: Int) -> Briefing.Limits {
    var limits = limits
    limits.headings = max(limits.headings, byteCount / 256_000 * 1000)
    return limits
  }

  /// The path that stands for standard input.
  public static let standardInput = "-"

  /// Reads a regular file, or standard input where the path is `-`.
  ///
  /// A named pipe or device is refused: it would block, or never end. So is what is larger than ``limit``, and what is
  /// no text, which is not read beyond the first block that tells.
  ///
  /// - Parameters:
  ///   - root: The library's folder, as it starts the path; nil where the file is read by itself.
  ///   - takesPipes: Whether a named pipe is read: for those that the reader named, since reading waits for a writer.
  ///   - isLeftAsIs: Whether these bytes stay what they are, for mail says of each of its parts what encoding it is in.
  /// - Throws: `FileError`; `CancellationError` when `isCancelled` returns true, which is asked before each block is read.
  public init(
    path: String, root: String? = nil, takesPipes: Bool = false,
    isCancelled: () -> Bool = { false }, isLeftAsIs: ([UInt8]) -> Bool = { _ in false }
  ) throws {
    self.path = path == Self.standardInput ? "standard input" : path
    if path == Self.standardInput {
      let text = try Self.readAll(STDIN_FILENO, expecting: 0, path: "standard input", isLeftAsIs, isCancelled)
      bytes = text.bytes
      facts = Briefing.FileFacts(name: "Standard input", encodingProblem: text.warning)
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
    case S_IFIFO where takesPipes:
      Self.waitForData(file)
      let text = try Self.readAll(file, expecting: 0, path: path, isLeftAsIs, isCancelled)
      bytes = text.bytes
      facts = Briefing.FileFacts(
        name: Self.isDescriptor(path) ? "Pipe" : Self.name(ofPath: path), encodingProblem: text.warning)
      return
    case S_IFDIR:
      throw FileError(
        path: path, reason: "is a folder", advice: "name a file in it, or list it: briefing list")
    default: throw Self.notAFile(path)
    }
    guard status.st_size <= Self.limit else { throw Self.tooLarge(path) }
    let text = try Self.readAll(file, expecting: Int(status.st_size), path: path, isLeftAsIs, isCancelled)
    bytes = text.bytes
    // A number names nothing, and its time is that of whatever made it.
    facts =
      Self.isDescriptor(path)
      ? Briefing.FileFacts(name: "Pipe", encodingProblem: text.warning)
      : Briefing.FileFacts(
        path: path, root: root, modified: BriefingDate(localTime: status.st_mtim.tv_sec),
        encodingProblem: text.warning)
  }

  /// Whether a file is so long that its reader had better not wait for all of it: shorter ones are parsed in a frame's time
  /// or two.
  public static func isLong(_ version: FileStamp) -> Bool { (longSize...limit).contains(Int(version.size)) }

  /// The start of a long regular file; nil where it cannot be read, is not UTF-8, or tells too little.
  ///
  /// - Parameter root: As of ``init(path:root:takesPipes:isCancelled:)``.
  public static func front(path: String, root: String? = nil, version: FileStamp) -> BriefingFront? {
    guard var bytes = try? FileStart.bytes(of: path, count: BriefingFront.size) else { return nil }
    // What a character was cut off from stands in the last line, which is cut off too.
    if let end = bytes.lastIndex(of: UInt8(ascii: "\n")) { bytes.removeLast(bytes.count - 1 - end) }
    guard !bytes.contains(0), UTF8Validity.firstInvalid(bytes) == nil else { return nil }
    let facts = Briefing.FileFacts(
      path: path, root: root, modified: BriefingDate(localTime: Int(version.modified / 1_000_000_000)),
      encodingProblem: nil)
    return BriefingFront(bytes, of: facts)
  }

  private static let longSize = 1 << 20

  /// Parses it.
  ///
  /// - Parameters:
  ///   - limits: nil stands for ``limits``, with more headings in a large file.
  ///   - onProgress: Told now and then how many of ``bytes`` were parsed.
  /// - Throws: `FileError` where it has more blocks or headings than `limits`; `CancellationError` when `isCancelled`
  ///   returns true.
  public func parse(
    dialect: Dialect = .briefing, limits: Briefing.Limits? = nil, isCancelled: () -> Bool = { false },
    onProgress: (Int) -> Void = { _ in }
  ) throws -> Briefing {
    try withinLimits {
      try Briefing(
        parsing: bytes, file: facts, dialect: dialect, limits: limits ?? Self.limits(of: bytes.count),
        isCancelled: isCancelled, onProgress: onProgress)
    }
  }

  /// Parses it for what a list shows, without the sections.
  ///
  /// - Throws: As ``parse(dialect:limits:isCancelled:)``.
  public func head(isCancelled: () -> Bool = { false }) throws -> BriefingHead {
    try withinLimits {
      try BriefingHead(
        parsing: bytes, file: facts, limits: Self.limits(of: bytes.count), isCancelled: isCancelled)
    }
  }

  private func withinLimits<Parsed>(_ parse: () throws -> Parsed) throws -> Parsed {
    do {
      return try parse()
    } catch let error as Briefing.LimitError {
      let reason =
        switch error {
        case .blocks(let limit):
          "has more than \(Self.text(of: limit)) blocks (headings, paragraphs, items …)"
        case .headings(let limit): "has more than \(Self.text(of: limit)) headings"
        }
      throw FileError(path: path, reason: reason, advice: "split it")
    }
  }

  /// A limit in a sentence.
  private static func text(of limit: Int) -> String {
    if limit > 0, limit % 1_000_000 == 0 { return "\(limit / 1_000_000) million" }
    return limit > 0 && limit % 1000 == 0 ? "\(limit / 1000),000" : "\(limit)"
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
  package static func name(ofPath path: String) -> String {
    var name = path.utf8[...]
    while name.last == UInt8(ascii: "/"), name.count > 1 { name.removeLast() }
    if let slash = name.lastIndex(of: UInt8(ascii: "/")) { name = name[name.index(after: slash)...] }
    let ending = suffixes.first { isBriefing(name: name, endingWith: $0) }
    return String(Substring(name.dropLast(ending?.utf8.count ?? 0)))
  }

  /// Waits until a pipe has data, or had a writer that has closed it; from then on reading it waits.
  private static func waitForData(_ pipe: Int32) {
    _ = fcntl(pipe, F_SETFL, fcntl(pipe, F_GETFL) & ~O_NONBLOCK)
    var source = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    while poll(&source, 1, -1) < 0, errno == EINTR {}
  }

  /// Whether a path is not a name that somebody has given: shells make such ones for `<(command)`.
  private static func isDescriptor(_ path: String) -> Bool {
    path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
  }

  private static func notAFile(_ path: String) -> FileError {
    FileError(
      path: path, reason: "is not a regular file",
      advice: "send its data by standard input, with - as the path")
  }

  private static func tooLarge(_ path: String) -> FileError {
    FileError(path: path, reason: "is larger than \(limit >> 20) MB", advice: "split it")
  }

  /// Reads to the end: a file may have grown or shrunk since its size was asked. What turns out to be no text is not
  /// read any further.
  private static func readAll(
    _ file: Int32, expecting size: Int, path: String, _ isLeftAsIs: ([UInt8]) -> Bool,
    _ isCancelled: () -> Bool
  ) throws -> DecodedText {
    var bytes: [UInt8] = []
    var scan = TextScan()
    // One more, so that the end of a file of the expected size is seen without growing.
    var room = size + 1
    while true {
      var failure: Int32 = 0
      let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        failure = try read(file, into: buffer, &count, &scan, isCancelled)
      }
      guard failure == 0 else { throw FileError(path: path, errno: failure) }
      guard scan.kind != .binary else { throw notText(path) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw tooLarge(path) }
      if chunk.count < room {
        if scan.kind == .text, isLeftAsIs(bytes) { return DecodedText(leaving: bytes) }
        let text = DecodedText(bytes, scan.kind)
        guard !text.isBinary else { throw notText(path) }
        guard text.bytes.count <= limit else { throw tooLarge(path) }
        return text
      }
      room = max(TextScan.blockSize, bytes.count)
    }
  }

  /// Fills a buffer block by block until the file ends or is known to be no text; returns an error number, or 0.
  private static func read(
    _ file: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int,
    _ scan: inout TextScan, _ isCancelled: () -> Bool
  ) throws -> Int32 {
    while count < buffer.count {
      if isCancelled() { throw CancellationError() }
      let start = count
      let end = min(buffer.count, start + TextScan.blockSize)
      // A pipe gives less than a block at a time.
      while count < end {
        let read = Glibc.read(file, buffer.baseAddress! + count, end - count)
        if read == 0 { break }
        if read > 0 { count += read } else if errno != EINTR { return errno }
      }
      guard scan.accept(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start..<count])),
        count == end
      else { return 0 }
    }
    return 0
  }

  private static func notText(_ path: String) -> FileError {
    FileError(path: path, reason: "is binary, not text", advice: "open it with the program that it is for")
  }
}

extension BriefingDate {
  /// A moment in the time zone of whoever reads; nil beyond the year 9999.
  package init?(localTime seconds: Int) {
    var seconds = time_t(seconds)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return nil }
    self.init(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday),
      minute: Int(local.tm_hour) * 60 + Int(local.tm_min), offset: local.tm_gmtoff / 60)
  }
}
