import Foundation
import Testing

/// What something looked like when it was last judged to be right, as a file under `Snapshots`.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the files are written again, and every test that uses one fails:
/// what was recorded is to be looked at, and nothing that records can pass.
enum Snapshot {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots")

  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  /// Compares a text with the file of a name, line by line.
  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    let file = folder.appending(path: name)
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "recorded \(name): look at it, then test without recording", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if text == expected { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let number = zip(lines, expectedLines).prefix { $0 == $1 }.count
    let differing = [lines, expectedLines].map { $0.dropFirst(number).first.map { "“\($0)”" } ?? "nothing" }
    Issue.record(
      "\(name), line \(number + 1): \(differing[0]) instead of \(differing[1])",
      sourceLocation: sourceLocation)
  }
}
