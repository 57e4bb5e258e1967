import BriefingReader
import BriefingTerminal

/// Has a command read a part of a briefing.
enum PipeJob {
  private static let patience = Duration.seconds(60)
  private static let outputLimit = 1_000_000

  /// Runs the command by the shell.
  ///
  /// - Returns: nil when `isCancelled` returned true.
  static func run(
    _ request: PipeRequest, patience: Duration = patience, isCancelled: () -> Bool
  ) -> PipedOutput? {
    guard let bytes = request.extract.bytes(isCancelled: isCancelled) else { return nil }
    let result = FilterProgram(
      ["/bin/sh", "-c", request.command], input: bytes, patience: patience, outputLimit: outputLimit
    ).run(isCancelled: isCancelled)
    let ending: String
    switch result.ending {
    case .cancelled: return nil
    case .ended(status: 0): ending = "done"
    case .ended(let status): ending = "status \(status)"
    // The shell says so on its standard error.
    case .notFound: ending = "status 127"
    case .tookTooLong: ending = "ended after \(patience.components.seconds) seconds"
    case .wroteTooMuch: ending = "ended after the first \(outputLimit.byteText) of its output"
    case .failed(let error): ending = "not started: \(errorText(error))"
    }
    return PipedOutput(
      output: result.output, errors: result.errors, ending: ending,
      isComplete: result.ending == .ended(status: 0), isCancelled: isCancelled)
  }
}
