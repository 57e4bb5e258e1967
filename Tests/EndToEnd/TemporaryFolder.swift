import Foundation

/// A folder that is there as long as its owner.
final class TemporaryFolder {
  let path: String

  init() {
    // Short: a socket's path may stand below it.
    path = NSTemporaryDirectory() + "briefing-test-\(UUID().uuidString.prefix(12))"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it.
  func write(_ contents: String, to name: String) throws { try write(Data(contents.utf8), to: name) }

  /// Writes a file of any bytes.
  func write(_ contents: Data, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try contents.write(to: url)
  }

  /// What a file holds; nil where there is none.
  func read(_ name: String) -> String? {
    try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
