import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingImport
import Glibc

/// `briefing import FILE …`: briefings of articles that are in another form.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make briefings of articles in other forms.",
    discussion: """
      What a file is, is found out from how it starts. The paths that were written are printed. Nothing is ever \
      overwritten, and nothing is fetched from the web: send a page by a pipe, as in curl -s ADDRESS | briefing import.

      What is in the folder already is not written again: an entry of a feed or a page is known by its id or its address, a \
      text by its full content. If the publisher has changed an entry since, its title and file are reported on standard error; \
      the file is left as it is. Exit status 1: one of the files could not be made into a briefing.
      """)

  @Argument(
    help: "What to read, or - for standard input (default: what comes by a pipe).", completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder, or a library's name (default: \(LibraryArgument.standardWords), else this folder).",
      valueName: "folder"),
    completion: .directory)
  var into: String?

  @OptionGroup var choice: LibraryOption

  @Option(help: "What the files are; auto finds out.")
  var format = WrittenFormat.auto

  @Option(help: "What one briefing is of a feed: an entry, or all entries of a day with a section each.")
  var oneA = Portion.entry

  @Flag(help: "Write nothing; print what would be written.")
  var dryRun = false

  @Flag(
    help:
      "As JSON: of each briefing the path, title, date, address and status: written, new (with --dry-run), known or updated."
  )
  var json = false

  func run() throws {
    let folder = try choice.destination(or: into)
    var session = ImportSession(folder: folder, isDryRun: dryRun, portion: oneA)
    var problems: [FileError] = []
    for path in try inputs() {
      do {
        var importer = Importer()
        importer.convert = CharacterConversion.utf8
        importer.format = format.format
        try session.take(path, importer)
      } catch {
        problems.append(error)
      }
    }
    if json { StandardOutput.write(exactly: session.json) }
    for row in session.rows where !json {
      switch row.status {
      case .written, .new: StandardOutput.write(path: row.path)
      case .known, .updated: break
      }
    }
    for feed in session.feeds where !json { StandardOutput.write(path: feed.address) }
    for remark in session.remarks { Messages.say(remark) }
    Messages.say(problems)
    if !problems.isEmpty { throw ExitCode(1) }
  }

  /// The files to read; without any, standard input where something can come from it.
  private func inputs() throws -> [String] {
    guard paths.isEmpty else { return paths }
    guard isatty(STDIN_FILENO) != 1 else {
      throw Failure(usage: "name a file to import, or send it by a pipe: briefing import FILE")
    }
    return [BriefingFile.standardInput]
  }
}

/// What `--one-a` takes.
enum Portion: String, ExpressibleByArgument, CaseIterable {
  case entry, day
}

/// What `--format` takes.
enum WrittenFormat: String, ExpressibleByArgument, CaseIterable {
  case auto, html, text, feed, mail

  /// The format; nil where it is to be found out.
  var format: ImportFormat? { ImportFormat(rawValue: rawValue) }
}
