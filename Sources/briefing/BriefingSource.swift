import BriefingCore
import BriefingFiles

/// A briefing named on the command line.
struct BriefingSource {
  var path: String
  var dialect = Dialect.briefing

  /// Lines about front matter at most.
  private static let warningLimit = 10

  /// Reads and parses it, and says on standard error what is wrong with its front matter.
  func briefing() throws -> Briefing {
    let briefing: Briefing
    do {
      briefing = try BriefingFile(path: path, takesPipes: true).parse(dialect: dialect)
    } catch let error as FileError {
      throw Failure(error)
    }
    let warnings = briefing.metadata.warnings
    for warning in warnings.prefix(Self.warningLimit) {
      Messages.say("\(path):\(warning.line): \(warning.message)")
    }
    if warnings.count > Self.warningLimit {
      Messages.say("\(path): and \(warnings.count - Self.warningLimit) more like these")
    }
    return briefing
  }
}
