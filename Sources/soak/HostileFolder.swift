import CommonMarkSamples
import Foundation
import ProgramDriver

/// Writes what harms into folders.
enum HostileFolder {
  /// Makes the entries of a corpus in a folder.
  static func write(_ files: [HostileFile], to folder: String) throws {
    for file in files { try write(file, to: Array(folder.utf8) + [UInt8(ascii: "/")] + file.name) }
  }

  /// Makes an entry under a path, in place of whatever is there.
  static func write(_ file: HostileFile, to path: [UInt8]) throws {
    let path = (path + [0]).map { CChar(bitPattern: $0) }
    unlink(path)
    switch file.content {
    case .file(let make): try write(make(), to: path, mode: 0o644)
    case .unreadable(let bytes): try write(bytes, to: path, mode: 0)
    case .link(let target): guard symlink(target, path) == 0 else { throw failure(file) }
    case .pipe: guard mkfifo(path, 0o644) == 0 else { throw failure(file) }
    case .folder: guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(file) }
    }
  }

  private static func write(_ bytes: [UInt8], to path: [CChar], mode: mode_t) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw DriverFailure("a hostile file", errno: errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw DriverFailure("a hostile file", errno: errno) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  private static func failure(_ file: HostileFile) -> DriverFailure {
    DriverFailure("\(file.subject)", errno: errno)
  }
}
