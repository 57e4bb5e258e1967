import BriefingCore
import BriefingFiles
import Dispatch
import Glibc
import Synchronization

/// Reads the rows of some files on all cores, in their order, and hands them over as they come: none waits for another.
final class CatalogueReader: Sendable {
  /// What became of a file: its row, or nil where it was gone.
  typealias Answer = (file: Catalogue.File, row: CatalogueCard?)

  /// So many files are read on the calling thread.
  private static let few = 64

  private let root: String
  private let files: [Catalogue.File]
  private let next = Atomic(0)
  private let isStopped = Atomic(false)
  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)

  private struct State {
    /// What nobody has taken yet.
    var answers: [Answer] = []
    /// How many were read at all.
    var done = 0
    /// How many wake the one who waits: few at first, so that something can be shown.
    var batch = 32
  }

  /// Makes a reader of files below a folder.
  init(_ files: [Catalogue.File], root: String) {
    self.files = files
    self.root = root
  }

  /// Reads them all.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked on the calling thread, some ten times a second.
  ///   - report: Called on the calling thread with what there is.
  /// - Returns: false where it was cancelled.
  func run(isCancelled: () -> Bool, report: ([Answer]) -> Void) -> Bool {
    // As long as a large folder is read, the system may have no other thread for those that come meanwhile.
    if files.count <= Self.few {
      for file in files {
        guard !isCancelled(), let answer = try? Self.row(of: file, in: root, isCancelled: isCancelled) else {
          return false
        }
        report([answer])
      }
      return true
    }
    defer { isStopped.store(true, ordering: .relaxed) }
    for _ in 0..<min(files.count, sysconf(Int32(_SC_NPROCESSORS_ONLN))) {
      DispatchQueue.global(qos: .userInitiated).async { self.work() }
    }
    var left = files.count
    while left > 0 {
      if isCancelled() { return false }
      // What is there is handed over now and then, however long the others take.
      _ = arrived.wait(timeout: .now() + .milliseconds(50))
      let answers = state.withLock { state in
        defer {
          state.answers = []
          if !state.answers.isEmpty { state.batch = min(state.batch * 2, 1024) }
        }
        return state.answers
      }
      guard !answers.isEmpty else { continue }
      left -= answers.count
      report(answers)
    }
    return true
  }

  private func work() {
    let stops = { self.isStopped.load(ordering: .relaxed) }
    while !stops() {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count, let answer = try? Self.row(of: files[index], in: root, isCancelled: stops)
      else { return }
      let isDue = state.withLock { state in
        state.answers.append((files[index], answer.row))
        state.done += 1
        return state.answers.count == state.batch || state.done == files.count
      }
      if isDue { arrived.signal() }
    }
  }

  /// Reads one briefing.
  ///
  /// - Throws: `CancellationError`.
  static func row(
    of file: Catalogue.File, in root: String, isCancelled: () -> Bool
  ) throws -> Answer {
    let path = root.appendingName(file.path)
    do {
      return try LargeFiles.ofLibrary.turn(for: file.stamp.size, isCancelled: isCancelled) {
        let bytes = try BriefingFile(path: path, root: root, isCancelled: isCancelled)
        let row = try CatalogueRow(
          path: path, bytes.head(isCancelled: isCancelled), isCancelled: isCancelled)
        return (file, CatalogueCard(row, root: root))
      }
    } catch let error as FileError {
      return (file, error.isMissing ? nil : CatalogueCard(CatalogueRow(error), root: root))
    }
  }
}
