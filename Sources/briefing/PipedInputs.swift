import BriefingFiles
import Synchronization

/// What comes by standard input and by pipes. It can be read once only, so it is kept for whoever comes back to it.
final class PipedInputs: Sendable {
  private let inputs = Mutex<[String: Input]>([:])

  /// One of them: whoever else wants it waits until it was read to its end.
  private final class Input: Sendable {
    let file = Mutex<Result<BriefingFile, any Error>?>(nil)
  }

  /// What came by a path, read at the first time; this waits until its writer has closed it.
  func file(path: String) throws -> BriefingFile {
    let input = inputs.withLock { inputs in
      let input = inputs[path] ?? Input()
      inputs[path] = input
      return input
    }
    return try input.file.withLock { file in
      let result = file ?? Self.read(path)
      file = result
      return result
    }.get()
  }

  private static func read(_ path: String) -> Result<BriefingFile, any Error> {
    do { return .success(try BriefingFile(path: path, takesPipes: true)) } catch { return .failure(error) }
  }
}
