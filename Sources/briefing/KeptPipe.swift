import BriefingFiles
import CMemory
import Glibc

/// What came by a pipe, as a file for as long as this object is there: a search reads a briefing again for its excerpts.
///
/// The file is in memory and has no name, so nothing is left behind however the program ends.
final class KeptPipe {
  /// The file's path, in this process alone.
  var path: String { "/proc/self/fd/\(descriptor)" }
  private let descriptor: Int32

  /// Reads a pipe to its end.
  ///
  /// - Parameter pipe: The path of a named pipe, or `-` for standard input.
  /// - Throws: `FileError` where it cannot be read, or be kept.
  init(_ pipe: String) throws {
    let file = try BriefingFile(path: pipe, takesPipes: true)
    descriptor = memory_file("briefing")
    guard descriptor >= 0 else { throw FileError(path: pipe, errno: errno) }
    var rest = file.bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileError(path: pipe, errno: errno)
      }
    }
  }

  deinit { close(descriptor) }
}
