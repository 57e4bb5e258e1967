import BriefingCore
import BriefingLayout

/// What came back from a command.
public struct PipedOutput: Sendable {
  /// What it has written, as a page; nil where that is nothing.
  public let page: Page?
  /// How it ended, as a few words: `status 2`.
  public let ending: String
  /// Whether it ended as it should: with status 0, and all that it wrote is shown.
  public let isComplete: Bool

  /// Makes a page of what a command has written, as code: nothing in it is Markdown.
  ///
  /// - Parameters:
  ///   - output: What it wrote to standard output; what is not UTF-8 becomes U+FFFD.
  ///   - errors: The same of standard error.
  ///   - isCancelled: Asked now and then; when it returns true, there is no page.
  public init(
    output: [UInt8], errors: [UInt8], ending: String, isComplete: Bool, isCancelled: () -> Bool = { false }
  ) {
    self.ending = ending
    self.isComplete = isComplete
    var markdown: [UInt8] = []
    if !output.isEmpty { markdown += Self.code(output) }
    if !errors.isEmpty { markdown += Array("\n*Standard error:*\n\n".utf8) + Self.code(errors) }
    let settings = Page.Settings(overflow: .wrap)
    let briefing = try? Briefing(
      parsing: markdown, file: .init(name: "output"), dialect: .commonmark, isCancelled: isCancelled)
    page =
      markdown.isEmpty
      ? nil
      : briefing.flatMap {
        try? Page(cutting: $0, width: 80, settings: settings, isCancelled: isCancelled)
      }
  }

  /// A fenced block whose fence is longer than any row of backticks in the text.
  private static func code(_ bytes: [UInt8]) -> [UInt8] {
    var text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    if text.last != 0x0A { text.append(0x0A) }
    let backtick = UInt8(ascii: "`")
    var (longest, run) = (2, 0)
    for byte in text {
      run = byte == backtick ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    let fence = [UInt8](repeating: backtick, count: longest + 1) + [0x0A]
    return fence + text + fence
  }
}
