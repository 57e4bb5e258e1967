import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingLibrary

/// `briefing index [PATH]`: brings the search index of a library up to date.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Bring a folder's search index up to date.",
    discussion: """
      A search does this by itself; the command is for scripts and timers, and shows how long it takes. \
      The index is kept in $XDG_CACHE_HOME/briefing; it can be deleted at any time.
      """)

  @Argument(help: LibraryArgument.help, completion: .directory)
  var path: String?

  @OptionGroup var choice: LibraryOption

  @Flag(help: "Rebuild it from all briefings.")
  var rebuild = false

  @Flag(
    help: "As JSON: briefings, sections, read, removed, bytesRead, seconds, index, indexBytes and problems.")
  var json = false

  func run() throws {
    let search = try LibraryArgument.search(
      in: choice.folder(or: path), isNamed: path != nil || choice.library != nil)
    let progress = ProgressLine("indexing")
    var report: LibrarySearch.Report?
    let clock = ContinuousClock()
    let duration = try clock.measure {
      defer { search.close() }
      report = try LibraryArgument.refresh(search, rebuild ? .fresh : .always, progress)
    }
    guard let report else { return }
    Messages.say(report.problems)
    if let failure = report.failure {
      throw Failure(
        FileError(
          path: failure.path, reason: failure.reason,
          advice: "cannot keep an index there; until that works, searches read every briefing"))
    }
    if let reason = report.remadeBecause { Messages.say("the index was rebuilt: \(reason)") }
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    if json {
      StandardOutput.write(exactly: Self.document(report, seconds))
    } else {
      StandardOutput.write(Self.text(report, seconds))
    }
  }

  private static func text(_ report: LibrarySearch.Report, _ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return """
      \(report.briefings.counted("briefing")), \
      \((report.sections ?? 0).counted("section")); \
      read \(report.read.grouped), removed \(report.removed.grouped) \
      in \(tenths / 10).\(tenths % 10) s

      """
  }

  private static func document(_ report: LibrarySearch.Report, _ seconds: Double) -> String {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in [
        ("briefings", report.briefings), ("sections", report.sections ?? 0), ("read", report.read),
        ("removed", report.removed), ("bytesRead", Int(report.bytesRead)),
      ] {
        json.key(name)
        json.number(value)
      }
      json.key("seconds")
      json.decimal(seconds)
      json.key("index")
      json.string(report.indexPath)
      json.key("indexBytes")
      json.number(Int(report.indexBytes))
      json.key("problems")
      json.array { json in report.problems.forEach { json.string($0.message) } }
    }
    return json.text
  }
}
