import BriefingCore
import BriefingLibrary

/// A briefing named on the command line.
struct BriefingSource {
  var path: String
  var dialect = Dialect.briefing

  /// Reads and parses it, and says on standard error what is wrong with its front matter.
  func briefing() throws -> Briefing {
    let briefing = try reading { () throws(FileError) in try BriefingFile(path: path) }.parse(
      dialect: dialect)
    for warning in briefing.metadata.warnings {
      Messages.say("\(path):\(warning.line): \(warning.message)")
    }
    return briefing
  }
}
