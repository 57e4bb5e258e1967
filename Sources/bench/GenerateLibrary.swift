import ArgumentParser
import CommonMarkSamples
import Foundation
import Synchronization

/// Writes a folder of news-like briefings.
struct GenerateLibrary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract:
      "Write a library of news-like briefings; each is the same for the same seed, however many there are.")

  @Option(help: "How many.") var briefings = 10_000
  @Option(help: "Where the sequence starts.") var seed: UInt64 = 1
  @Option(help: "The folder to write to; there must be none, or an empty one.") var out: String

  func validate() throws {
    guard briefings >= 0 else { throw ValidationError("--briefings: a number of 0 or more, please") }
  }

  func run() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: out, withIntermediateDirectories: true)
    guard try files.contentsOfDirectory(atPath: out).isEmpty else {
      throw ValidationError("\(out): is not empty; remove it, or name another folder")
    }
    let library = LibrarySample(seed: seed)
    let written = Atomic(0)
    let failure = Mutex<(any Error)?>(nil)
    let chunk = 64
    DispatchQueue.concurrentPerform(iterations: (briefings + chunk - 1) / chunk) { number in
      do {
        for index in number * chunk..<min((number + 1) * chunk, briefings) {
          guard failure.withLock({ $0 == nil }) else { return }
          let entry = library[index]
          try Self.write(entry, to: "\(out)/\(entry.path)")
          written.add(entry.text.utf8.count, ordering: .relaxed)
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    print("\(briefings) briefings, \(written.load(ordering: .relaxed)) bytes: \(out)")
  }

  /// Writes one file with its time, so that nothing in the library tells when it was generated.
  private static func write(_ entry: LibrarySample.Entry, to path: String) throws {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var file = open(path, flags, 0o644)
    if file < 0, errno == ENOENT {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      file = open(path, flags, 0o644)
    }
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var text = entry.text
    let isWritten = text.withUTF8 { bytes in
      var count = 0
      while count < bytes.count {
        let result = Glibc.write(file, bytes.baseAddress! + count, bytes.count - count)
        if result >= 0 { count += result } else if errno != EINTR { return false }
      }
      return true
    }
    let time = timespec(tv_sec: entry.modified, tv_nsec: 0)
    guard isWritten, futimens(file, [time, time]) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> ValidationError {
    ValidationError("\(path): \(String(cString: strerror(errno)))")
  }
}
