import ArgumentParser
import BriefingCheck
import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingLibrary

/// `briefing check PATH …`: what an editor wants to know before briefings go out.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find broken links, odd headings and other mistakes in briefings.",
    discussion: """
      PATH is a briefing, or a folder with all its briefings. Each finding is a line: \
      file:line:column: error, warning or note: what is wrong [rule]. Rules: \
      \(CheckRule.allCases.map(\.rawValue).joined(separator: ", ")).

      Links within the files are checked; nothing is looked up in the web. Exit status 1: something was found, or could \
      not be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "Briefings or folders, or the name of a library (default: \(LibraryArgument.standardWords))."),
    completion: .file(extensions: ["md", "markdown"]))
  var paths: [String] = []

  @OptionGroup var choice: LibraryOption

  @Flag(help: "As JSON: path, line, column, severity, rule and message of each finding.")
  var json = false

  @Flag(help: "As SARIF 2.1.0, which editors and code hosts read.")
  var sarif = false

  @Option(help: ArgumentHelp("Only this rule; may be repeated.", valueName: "rule"))
  var only: [CheckRule] = []

  @Option(help: ArgumentHelp("All rules but this one; may be repeated.", valueName: "rule"))
  var except: [CheckRule] = []

  func validate() throws {
    if json, sarif { throw ValidationError("--json and --sarif exclude each other") }
  }

  func run() throws {
    let rules = Set(only.isEmpty ? CheckRule.allCases : only).subtracting(except)
    var report = FindingReport()
    var problems: [FileError] = []
    for (path, library) in try briefings() {
      do {
        let briefing = try BriefingFile(path: path, takesPipes: true).parse()
        var links = FileLinks(of: briefing, at: path, in: library)
        report.add(BriefingCheck.findings(in: briefing, rules: rules, links: &links), in: path)
      } catch let error as FileError {
        problems.append(error)
      }
    }
    if json {
      StandardOutput.write(exactly: report.json)
    } else if sarif {
      StandardOutput.write(exactly: report.sarif(version: Version.text))
    } else {
      for line in report.lines { StandardOutput.write(Cell.cells(line).text + "\n") }
    }
    Messages.say(problems)
    if report.count > 0 || !problems.isEmpty { throw ExitCode(1) }
  }

  /// The files, each with the folder that its links may not leave.
  func briefings() throws -> [(path: String, library: LibraryFiles)] {
    let paths = paths.isEmpty ? [try choice.folder(or: nil)] : try choice.folders(or: paths)
    // Of files that stand in one folder it is listed once, and only where a link asks for that.
    var unlisted: [String: LibraryFiles] = [:]
    return try paths.flatMap { path in
      try reading { () throws(FileError) -> [(String, LibraryFiles)] in
        guard try PathKind(path) == .folder else {
          let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
          let files = unlisted[folder] ?? LibraryFiles(unlisted: folder)
          unlisted[folder] = files
          return [(path, files)]
        }
        var rows: [CatalogueRow] = []
        try Library(path: path).list { rows += $0 }
        let library = LibraryFiles(rows, below: path)
        return rows.map(\.path).sorted().map { ($0, library) }
      }
    }
  }
}

extension CheckRule: ExpressibleByArgument {}
