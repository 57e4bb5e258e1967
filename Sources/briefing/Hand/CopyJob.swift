import BriefingReader
import BriefingTerminal

/// Makes a text for the clipboard, and has the reader's program copy it where there is one.
enum CopyJob {
  /// Longer than any of them takes: some stay to serve the clipboard, but in a process of their own.
  private static let patience = Duration.seconds(10)

  /// - Parameter program: With its arguments; nil where the terminal copies.
  static func run(
    _ extract: Extract, program: String? = UserConfiguration.current.preferences().copyProgram.value,
    isCancelled: () -> Bool
  ) -> HandResult {
    guard let bytes = extract.bytes(isCancelled: isCancelled) else { return .failed(message: "Not copied.") }
    let clip = Clip(label: extract.label, bytes)
    guard let words = program?.programWords, let name = words.first else { return .clip(clip) }
    let result = FilterProgram(words, input: clip.bytes, patience: patience, outputLimit: 64_000)
      .run(isCancelled: isCancelled)
    let advice = "set $BRIEFING_COPY, or programs.copy in the configuration, to a program that copies"
    switch result.ending {
    case .ended(status: 0): return .copied(clip, by: name)
    case .ended(let status):
      return .failed(message: "\(name) could not copy (status \(status))\(reason(result.errors)).")
    case .notFound: return .failed(message: "\(name) was not found: \(advice).")
    case .failed(let error): return .failed(message: "\(name) could not be started: \(errorText(error)).")
    case .tookTooLong, .wroteTooMuch, .cancelled:
      return .failed(
        message: "\(name) did not copy within \(patience.components.seconds) seconds: \(advice).")
    }
  }

  /// The first line of what a program has said, to put behind what went wrong.
  private static func reason(_ errors: [UInt8]) -> String {
    let line = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
    return line.isEmpty ? "" : ": \(line)"
  }
}
