import BriefingFiles
import BriefingReader
import Glibc

/// The searches of earlier runs: a line each, the newest last.
///
/// Whatever is wrong with the file or its folder, nobody is told: the history then lasts as long as the run.
struct SearchHistoryFile: Sendable {
  private let folder: StateFolder?

  /// Names the file in a folder; nothing is read yet.
  init(in folder: StateFolder? = StateFolder()) { self.folder = folder }

  private var path: String { "\(folder?.path ?? "")/searches" }

  /// A line that is longer was pasted by mistake; so much of the file's end holds all lines that may be there.
  private static let (longest, size) = (1000, SearchHistory.limit * 1001)

  /// What was searched for, the newest first.
  func texts() -> [String] { folder == nil ? [] : read()?.texts ?? [] }

  /// Puts a search after those that are there by now.
  func remember(_ text: String) {
    guard Self.isKept(text), let folder, folder.make() else { return }
    // Not on the file itself, which another one replaces.
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { return }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 { guard errno == EINTR else { return } }
    guard var history = read() else { return }
    history.remember(text)
    PrivateFile.replace(path, isDurable: true) { write in
      write(Array(history.texts.reversed().map { $0 + "\n" }.joined().utf8))
    }
  }

  /// Whether a text can be a line. No prompt takes a line feed; other control characters are not a search.
  private static func isKept(_ text: String) -> Bool {
    text.utf8.count <= longest && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// What is in the file; nil where that cannot be known, and so must not be replaced.
  private func read() -> SearchHistory? {
    // Not blocking: it may be a pipe. A link may have been put there by another user.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return errno == ENOENT ? SearchHistory() : nil }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1 else { return nil }
    let start = max(0, Int(facts.st_size) - Self.size)
    var bytes = [UInt8](repeating: 0, count: Self.size)
    var count = 0
    while count < bytes.count {
      let added = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress! + count, $0.count - count, start + count)
      }
      if added == 0 { break }
      if added > 0 { count += added } else if errno != EINTR { return nil }
    }
    var lines = bytes[..<count].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Of a file that is too large the first line may be the end of one.
    if start > 0 { lines.removeFirst() }
    var history = SearchHistory()
    history.recall(
      lines.reversed().lazy.compactMap { String(validating: $0, as: UTF8.self) }.filter(Self.isKept))
    return history
  }
}
