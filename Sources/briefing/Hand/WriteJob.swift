import BriefingReader
import Glibc

/// Writes a part of a briefing to a file that is not there yet.
enum WriteJob {
  /// - Parameter home: What `~` at the start of the path stands for.
  static func run(_ request: WriteRequest, home: String? = Environment.value("HOME")) -> HandResult {
    var path = request.path
    if let home, path == "~" || path.hasPrefix("~/") { path = home + path.dropFirst() }
    guard let bytes = request.extract.bytes() else { return .failed(message: "Not written.") }
    // Whatever is there stays as it is, a link that leads nowhere too.
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      if errno == EEXIST { return .exists(path: path) }
      return .failed(message: "\(path) cannot be written: \(errorText(errno)).")
    }
    var error = write(bytes, to: file)
    if close(file) != 0, error == nil { error = errno }
    guard let error else {
      return .written(label: request.extract.label, path: path, byteCount: bytes.count)
    }
    // A part of a section would be taken for all of it.
    unlink(path)
    return .failed(message: "\(path) could not be written: \(errorText(error)). It was removed again.")
  }

  /// Writes all; an error number where that is not possible.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
