import BriefingFiles
import Foundation

/// What came by a pipe, as a file for as long as this object is there: a search reads a briefing again for its excerpts.
final class KeptPipe {
  /// The file's path.
  let path: String
  private let folder: String

  /// Reads a pipe to its end.
  ///
  /// - Parameter pipe: The path of a named pipe, or `-` for standard input.
  /// - Throws: `FileError` where it cannot be read, or be kept.
  init(_ pipe: String) throws {
    let file = try BriefingFile(path: pipe, takesPipes: true)
    // With permissions for nobody else.
    var template = Array("\(FileManager.default.temporaryDirectory.path)/briefing-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(path: FileManager.default.temporaryDirectory.path, errno: errno)
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = folder + "/standard-input.md"
    do {
      try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw FileError(path: path, reason: "cannot be written", advice: "make room, or name another TMPDIR")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
